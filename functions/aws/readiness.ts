import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { USER_TYPES } from '../domain/filer/filer.ts';
import { STATES } from '../domain/filer/state.ts';
import type { Readiness } from '../domain/roster/readiness.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { getItem, type Item, putItem, queryItems } from './dynamo.ts';

/** Counts of versions' filers: a cache, from which nothing is decided. */
export interface ReadinessStore {
  of(version: string): Promise<Readiness | null>;
  /** Of every version that was counted, also of those deleted since; oldest upload first. */
  all(): Promise<Readiness[]>;
  put(readiness: Readiness): Promise<void>;
}

const PK = 'readiness';

/** Builds the store on the roster table. @throws Error when the table's variable is missing. */
export function readinessStore(env: Env, db: DynamoDBClient = dynamo()): ReadinessStore {
  const table = { db, name: required(env, ENV.rosterTable) };
  return {
    of: async (version) => {
      const item = await getItem(table, { pk: PK, sk: version });
      return item && readinessOf(item);
    },
    all: () => Array.fromAsync(queryItems(table, { where: 'pk = :pk', values: { ':pk': PK } }), readinessOf),
    put: ({ pivotDate: goLiveDate, ...readiness }) =>
      putItem(table, { pk: PK, sk: readiness.version, ...readiness, goLiveDate }),
  };
}

const stateCountSchema = z.object({
  reachable: z.number(),
  unreachable: z.number(),
  sample: z.string().nullable(),
});
const readinessSchema = z.object({
  version: z.string(),
  filers: z.number(),
  byState: z.partialRecord(z.enum(STATES), stateCountSchema),
  userTypes: z.partialRecord(z.enum(USER_TYPES), z.number()),
  planVersion: z.string().nullable(),
  goLiveDate: z.string().nullable(),
  asOf: z.string(),
});

function readinessOf(item: Item): Readiness {
  const { goLiveDate: pivotDate, ...readiness } = readinessSchema.parse(item);
  return { ...readiness, pivotDate };
}
