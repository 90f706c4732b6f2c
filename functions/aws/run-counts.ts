import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type RunCounts, runCountsSchema } from '../domain/run/run-counts.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { putItem, queryItems } from './dynamo.ts';

/** The latest counts of runs: a cache, from which nothing is decided. */
export interface CountStore {
  /** By run; a run that wasn't counted yet isn't among them. */
  counts(): Promise<Map<string, RunCounts>>;
  put(counts: RunCounts): Promise<void>;
}

const PK = 'counts';

/** Builds the store on the delivery table. @throws Error when the table's variable is missing. */
export function countStore(env: Env, db: DynamoDBClient = dynamo()): CountStore {
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
