import { Temporal } from 'temporal-polyfill';
import type { SendLogStore } from '../../aws/send-log.ts';
import { SHARDS } from '../../domain/filer/filer-id.ts';
import { TELLS, type Tellings } from '../../domain/run/announced-dates.ts';
import type { Run } from '../../domain/run/run.ts';
import { sendsOf } from '../../domain/send/sends.ts';

/** What every filer was last told by any run, shard by shard: a million filers are too many to hold at once. */
export async function* tellings(
  runs: readonly Run[],
  sendLog: Pick<SendLogStore, 'facts'>,
): AsyncIterable<Tellings> {
  // As instants: a full second has no fraction, and its Z comes after a point.
  const newestFirst = runs.toSorted((one, other) => Temporal.Instant.compare(other.decidedAt, one.decidedAt));
  for (const shard of SHARDS) {
    const told = new Map<string, string>();
    for (const { runId, dates } of newestFirst) {
      for await (const { filerId, send } of sendsOf(sendLog.facts(runId, shard))) {
        if (!told.has(filerId) && TELLS.has(send.status)) told.set(filerId, dates);
      }
    }
    yield { shard, told };
  }
}

/** How many filers were last told which dates, by `datesOf`. */
export async function countTold(
  runs: readonly Run[],
  sendLog: Pick<SendLogStore, 'facts'>,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for await (const { told } of tellings(runs, sendLog)) {
    for (const dates of told.values()) counts.set(dates, (counts.get(dates) ?? 0) + 1);
  }
  return counts;
}
