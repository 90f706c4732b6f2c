import { Temporal } from 'temporal-polyfill';
import type { SendLogStore } from '../../aws/send-log.ts';
import { SHARDS } from '../../domain/filer/filer-id.ts';
import { ANNOUNCING, type ShardAnnouncements } from '../../domain/run/announced-dates.ts';
import type { Run } from '../../domain/run/run.ts';
import { sendsOf } from '../../domain/send/sends.ts';
import { isErased } from '../../domain/send/tombstone.ts';

/**
 * The dates last announced to each filer by any run, shard by shard: a million filers are too many to hold at once. Runs
 * that name no date announced none.
 */
export async function* announcedByShard(
  runs: readonly Run[],
  sendLog: Pick<SendLogStore, 'facts'>,
): AsyncIterable<ShardAnnouncements> {
  // As instants: a full second has no fraction, and its Z comes after a point.
  const naming = runs.filter(({ silent }) => !silent);
  const newestFirst = naming.toSorted((one, other) =>
    Temporal.Instant.compare(other.decidedAt, one.decidedAt),
  );
  for (const shard of SHARDS) {
    const announced = new Map<string, string>();
    for (const { runId, dates } of newestFirst) {
      for await (const { filerId, facts, send } of sendsOf(sendLog.facts(runId, shard))) {
        if (isErased(facts)) continue;
        if (!announced.has(filerId) && ANNOUNCING.has(send.status)) announced.set(filerId, dates);
      }
    }
    yield { shard, announced };
  }
}

/** To how many filers which dates were last announced, by `datesOf`. */
export async function countAnnounced(
  runs: readonly Run[],
  sendLog: Pick<SendLogStore, 'facts'>,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for await (const { announced } of announcedByShard(runs, sendLog)) {
    for (const dates of announced.values()) counts.set(dates, (counts.get(dates) ?? 0) + 1);
  }
  return counts;
}
