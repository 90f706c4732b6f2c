import { Temporal } from 'temporal-polyfill';
import type { SendLogStore } from '../aws/send-log.ts';
import { SHARDS } from '../domain/filer/filer-id.ts';
import type { State } from '../domain/filer/state.ts';
import { isInSequence } from '../domain/plan/kinds.ts';
import { ANNOUNCING } from '../domain/run/announced-dates.ts';
import type { Attempt, EarlierSend, Run } from '../domain/run/run.ts';
import { sendsOf } from '../domain/send/sends.ts';
import { isErased } from '../domain/send/tombstone.ts';

interface EarlierServices {
  readonly runs: { runs(): Promise<readonly Run[]> };
  readonly sendLog: Pick<SendLogStore, 'facts'>;
}

/**
 * Adds to each attempt the latest email that reached its filer before this run. Logs are read shard by shard, the newest
 * run first, and no further than until every filer of the shard is found: most of them had the last email.
 */
export async function withEarlier(
  run: Run,
  attempts: readonly Attempt[],
  { runs, sendLog }: EarlierServices,
): Promise<Attempt[]> {
  const newestFirst = (await runs.runs())
    .filter((one) => isBefore(one, run))
    .sort((one, other) => -byTime(one, other));
  if (newestFirst.length === 0) return [...attempts];
  const found = new Map<string, EarlierSend>();
  for (const shard of SHARDS) {
    const wanted = new Set(attempts.map(({ filerId }) => filerId).filter((id) => id.startsWith(shard)));
    for (const { runId } of newestFirst) {
      if (wanted.size === 0) break;
      for await (const { filerId, facts, send } of sendsOf(sendLog.facts(runId, shard))) {
        if (!wanted.has(filerId) || isErased(facts) || !ANNOUNCING.has(send.status)) continue;
        const state = facts.find((fact) => fact.state !== undefined)?.state as State | undefined;
        // Without its state it isn't known what the email said: the next one explains everything.
        if (state !== undefined) found.set(filerId, { runId, state });
        wanted.delete(filerId);
      }
    }
  }
  return attempts.map((attempt) => {
    const earlier = found.get(attempt.filerId);
    return earlier ? { ...attempt, earlier } : attempt;
  });
}

function isBefore(one: Run, run: Run): boolean {
  return isInSequence(one.kind) && one.runId !== run.runId && byTime(one, run) < 0;
}

/** As instants: a full second has no fraction, and its Z comes after a point. */
function byTime(one: Run, other: Run): number {
  return Temporal.Instant.compare(one.decidedAt, other.decidedAt);
}
