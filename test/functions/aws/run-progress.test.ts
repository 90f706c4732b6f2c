import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chunkStore } from '../../../functions/aws/chunks.ts';
import { evenly, runProgress } from '../../../functions/aws/run-progress.ts';
import { chunkName } from '../../../functions/domain/run/run.ts';
import { machineClock } from '../../../functions/lib/clock.ts';
import { idAt, type MadeSend, stateAt, writeLog } from '../../support/builders/log.ts';
import { startTables, type Tables } from '../../support/send-tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.close());

const progress = (run: Parameters<typeof runProgress>[0]) =>
  runProgress(run, { ...tables, clock: machineClock }, tables.db);

describe('runProgress', () => {
  it('counts what was sent of the chunks that are done', async () => {
    const runId = 'notice-1_20180724T130000Z';
    const sends = Array.from(
      { length: 10 },
      (_, n): MadeSend => ({ filerId: idAt(n, 10), state: stateAt(n), attempts: [[]] }),
    );
    const run = await writeLog({ runId, sends }, tables);
    const chunks = chunkStore(tables.env, tables.db);
    const lease = async (number: number) => {
      const by = { owner: 'one', now: 1, until: 2 };
      const chunk = await chunks.lease({ runId, chunk: chunkName(number) }, by);
      return { chunk: chunk!, lease: { runId, chunk: chunkName(number), owner: 'one', epoch: 1 } };
    };
    expect(await progress(run)).toEqual({ sent: 0 });
    await chunks.finish((await lease(1)).lease, 3);
    const { chunk, lease: second } = await lease(2);
    await chunks.claim(second, chunk.attempts.slice(0, 3));
    expect(await progress(run)).toEqual({ sent: 3 });
    const { audience, ...uncounted } = run;
    expect(await progress(uncounted)).toBeNull();
  });
});

describe('evenly', () => {
  it.each([
    [0, 5, []],
    [3, 5, [1, 2, 3]],
    [10, 5, [2, 4, 6, 8, 10]],
    [7, 3, [2, 4, 6]],
  ])('of %i chunks at most %i', (count, most, numbers) => {
    expect(evenly(count, most)).toEqual(numbers);
  });
});
