import { type DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Readiness } from '../domain/roster/readiness.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';

/** Counts of versions' filers: a cache, from which nothing is decided. */
export interface ReadinessStore {
  of(version: string): Promise<Readiness | null>;
  /** Of every version that was counted, those deleted since too, oldest upload first. */
  all(): Promise<Readiness[]>;
  put(readiness: Readiness): Promise<void>;
}

const PK = 'readiness';

export function readinessStore(env: Env, db: DynamoDBDocumentClient = dynamo()): ReadinessStore {
  const table = required(env, ENV.rosterTable);
  return {
    of: async (version) => {
      const Key = { pk: PK, sk: version };
      const { Item } = await db.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return Item ? readinessOf(Item) : null;
    },
    all: async () => {
      const query = {
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': PK },
      };
      const found: Readiness[] = [];
      for await (const { Items = [] } of paginateQuery({ client: db }, query)) {
        found.push(...Items.map(readinessOf));
      }
      return found;
    },
    put: async (readiness) => {
      await db.send(
        new PutCommand({ TableName: table, Item: { pk: PK, sk: readiness.version, ...readiness } }),
      );
    },
  };
}

function readinessOf({ pk, sk, ...readiness }: Record<string, unknown>): Readiness {
  return readiness as unknown as Readiness;
}
