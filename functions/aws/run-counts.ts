import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Run } from '../domain/run/run.ts';
import { isRecountDue, type RunCounts, runCounts, runCountsSchema } from '../domain/run/run-counts.ts';
import { countSends } from '../domain/send/counts.ts';
import type { Clock } from '../lib/clock.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { putItem, queryItems } from './dynamo.ts';
import type { SendLogStore } from './send-log.ts';

/** The latest counts of runs: a cache, from which nothing is decided. */
export interface CountStore {
  /** By run; a run that wasn't counted yet isn't among them. */
  counts(): Promise<Map<string, RunCounts>>;
  put(counts: RunCounts): Promise<void>;
}

const PK = 'counts';

/** Builds the store on the delivery table. @throws Error when the table's variable is missing. */
export function countStore(env: Env, db: DynamoDBDocumentClient = dynamo()): CountStore {
  const table = { db, name: required(env, ENV.deliveryTable) };
  return {
    counts: async () => {
      const items = await Array.fromAsync(queryItems(table, { where: 'pk = :pk', values: { ':pk': PK } }));
      const all = items.map((item) => runCountsSchema.parse(item));
      return new Map(all.map((counts) => [counts.runId, counts]));
    },
    put: (counts) => putItem(table, { pk: PK, sk: counts.runId, ...counts }),
  };
}

interface CountServices {
  readonly clock: Clock;
  readonly counts: CountStore;
  readonly sendLog: Pick<SendLogStore, 'facts'>;
}

/** Counts complete runs again where SES may have sent events since. */
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
