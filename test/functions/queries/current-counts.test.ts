import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pick } from '../../../functions/aws/pick.ts';
import { chunks as chunksOf, counts, progress, sendLog } from '../../../functions/aws/services.ts';
import { chunkName } from '../../../functions/domain/run/run.ts';
import { tallyOf } from '../../../functions/domain/run/tally.ts';
import type { FactKind } from '../../../functions/domain/send/fact.ts';
import { currentCounts } from '../../../functions/queries/current-counts.ts';
import { countRun } from '../../../functions/sweep/count-run.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { factsOf, idAt, type MadeSend, stateAt, writeLog } from '../../support/builders/log.ts';
import { STRIDE } from '../../support/outside.ts';
import { startTables, type Tables } from '../../support/send-tables.ts';

/** More than pages count in the log themselves. */
const FILERS = 1_020;
/** Filers in a chunk, as `writeLog` cuts them. */
const CHUNK = 4;
const RUN = 'notice-1_20180724T130000Z';

let tables: Tables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.close());

/** Of eleven emails one is refused, one is skipped, and one may have gone out or not. */
function outcomeOf(n: number): FactKind {
  return (['failed', 'skipped', 'unknown'] as const)[n % 11] ?? 'sent';
}

describe('counts of a large run', () => {
  it('never go down while it continues, whatever became of the emails, and are right at the end', async () => {
    const log = { info: () => {}, error: () => {} };
    const runtime = { env: tables.env, clock: virtualClock('2018-07-24T13:00:00Z'), log };
    const stores = pick(runtime, { chunks: chunksOf, counts, progress, sendLog }, { db: tables.db });
    const services = { ...stores, clock: runtime.clock };
    const sends = Array.from(
      { length: FILERS },
      (_, n): MadeSend => ({ filerId: idAt(n, FILERS), state: stateAt(n), attempts: [[]] }),
    );
    const run = await writeLog({ runId: RUN, sends }, tables);
    const shown: { sent: number; waiting: number }[] = [];
    const look = async () => {
      const { sent, waiting, filers } = tallyOf((await currentCounts([run], services)).get(RUN)!);
      shown.push({ sent, waiting });
      expect(filers).toBe(FILERS);
    };
    for (let at = 0; at < FILERS; at += CHUNK) {
      const kinds = Array.from({ length: CHUNK }, (_, n) => outcomeOf(at + n));
      const name = { runId: RUN, chunk: chunkName(at / CHUNK + 1) };
      const leased = await services.chunks.lease(name, { owner: 'one', now: 1, until: 2 });
      const facts = kinds.flatMap((kind, n) => factsOf(RUN, { ...sends[at + n]!, attempts: [[kind]] }));
      await services.sendLog.append(facts);
      // The sweep counts while a chunk is being sent.
      if (at % (100 * STRIDE) === 0) await countRun(run, services);
      const sent = kinds.filter((kind) => kind === 'sent').length;
      await services.chunks.finish({ ...name, owner: 'one', epoch: leased!.leaseEpoch }, sent);
      if (at % (20 * STRIDE) === 0) await look();
    }
    await look();
    const sorted = shown.map(({ sent, waiting }, at) => {
      const before = shown[at - 1] ?? { sent: 0, waiting: FILERS };
      return { sent: Math.max(sent, before.sent), waiting: Math.min(waiting, before.waiting) };
    });
    expect(shown).toEqual(sorted);
    expect(new Set(shown.map(({ sent }) => sent)).size).toBeGreaterThan(40 / STRIDE);
    await countRun(run, services);
    const all = sends.filter((_, n) => outcomeOf(n) === 'sent').length;
    await look();
    expect(shown.at(-1)).toEqual({ sent: all, waiting: 0 });
  });
});
