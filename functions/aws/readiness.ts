import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Readiness } from '../domain/roster/readiness.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { getItem, type Item, putItem, queryItems } from './dynamo.ts';

/** Counts of versions' filers: a cache, from which nothing is decided. */
export interface ReadinessStore {
  of(version: string): Promise<Readiness | null>;
  /** Of every version that was counted, those deleted since too, oldest upload first. */
  all(): Promise<Readiness[]>;
  put(readiness: Readiness): Promise<void>;
}

const PK = 'readiness';

export function readinessStore(env: Env, db: DynamoDBDocumentClient = dynamo()): ReadinessStore {
  const table = { db, name: required(env, ENV.rosterTable) };
  return {
    of: async (version) => {
      const item = await getItem(table, { pk: PK, sk: version });
      return item && readinessOf(item);
    },
    all: () => Array.fromAsync(queryItems(table, { where: 'pk = :pk', values: { ':pk': PK } }), readinessOf),
    put: (readiness) => putItem(table, { pk: PK, sk: readiness.version, ...readiness }),
  };
}

function readinessOf({ pk, sk, ...readiness }: Item): Readiness {
  return readiness as unknown as Readiness;
}
