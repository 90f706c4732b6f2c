import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Run } from '../domain/run/run.ts';
import { isRecountDue, type RunCounts, runCounts } from '../domain/run/run-counts.ts';
import { countSends } from '../domain/send/counts.ts';
import type { Clock } from '../lib/clock.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { putItem, queryItems } from './dynamo.ts';
import type { SendLogStore } from './send-log.ts';

/** Counts of runs as they were counted last: a cache, from which nothing is decided. */
export interface CountStore {
  /** By run; a run that nobody counted yet isn't in it. */
  counts(): Promise<Map<string, RunCounts>>;
  put(counts: RunCounts): Promise<void>;
}

const PK = 'counts';

export function countStore(env: Env, db: DynamoDBDocumentClient = dynamo()): CountStore {
  const table = { db, name: required(env, ENV.deliveryTable) };
  return {
    counts: async () => {
      const found = new Map<string, RunCounts>();
      for await (const { pk, sk, ...counts } of queryItems(table, {
        where: 'pk = :pk',
        values: { ':pk': PK },
      }))
        found.set(sk as string, counts as unknown as RunCounts);
      return found;
    },
    put: (counts) => putItem(table, { pk: PK, sk: counts.runId, ...counts }),
  };
}

interface CountServices {
  readonly clock: Clock;
  readonly counts: CountStore;
  readonly sendLog: Pick<SendLogStore, 'facts'>;
}

/** Counts complete runs anew whose emails may have been heard of since. */
export async function recountComplete(runs: readonly Run[], services: CountServices): Promise<void> {
  const known = await services.counts.counts();
  for (const run of runs) {
    const { completedAt } = run;
    const asOf = known.get(run.runId)?.asOf ?? null;
    const now = services.clock.now();
    if (completedAt === undefined || !isRecountDue({ completedAt, asOf }, now)) continue;
    const counts = await countSends(services.sendLog.facts(run.runId));
    await services.counts.put(runCounts(run, { counts, asOf: now.toString() }));
  }
}
