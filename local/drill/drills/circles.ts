import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../../infra/pipeline-function.ts';
import type { Drill } from '../cause.ts';

/** The alarm asks for this many calls in each of two periods of a quarter of an hour. */
const CALLS = 4500;
const PERIODS = [1, 2];
/** A build of the sender that takes its messages and sends nothing. */
const WRONG_BUILD = 'export const create = () => async () => ({ batchItemFailures: [] });';
const SENDER = 'SendEmail';

/** Because of a wrong build, senders are called endlessly, five times a second, and nothing gets done. */
export const circlingSenders: Drill = {
  cause: 'a faulty build of the sender is called five times a second',
  fires: ['SendEmail calls itself in a loop'],
  bringAbout: async ({ cloud, template, wait }) => {
    const sender = template.ofType('AWS::Lambda::Function').find(({ id }) => id === SENDER)!;
    const dir = mkdtempSync(join(tmpdir(), 'crier-drill-'));
    try {
      const file = join(dir, 'index.mjs');
      writeFileSync(file, WRONG_BUILD);
      const deploy = await cloud.prepare({ [SENDER]: file });
      deploy();
      for (const _ of PERIODS) {
        for (let call = 0; call < CALLS; call++) await cloud.invoke(SENDER, { Records: [] });
        await wait(15);
      }
      const mend = await cloud.prepare({ [SENDER]: `${ROOT}${sender.metadata['crier:entry']}` });
      mend();
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
};
