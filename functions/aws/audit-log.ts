import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { RecordedCommand } from '../domain/audit.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';

/** What a person did, as it is kept for good: who, what, why, and codes from before and after. */
export interface ActRecord {
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly requestId: string;
  readonly act: RecordedCommand;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface ActStore {
  /** Puts a record once; nothing ever changes it. @throws Error when it stands already. */
  put(record: ActRecord): Promise<void>;
  /** Newest first. @param before The key of the record after which the page begins: `at#requestId`. */
  acts(limit: number, before?: string): Promise<ActRecord[]>;
}

export function actStore(env: Env, db: DynamoDBDocumentClient = dynamo()): ActStore {
  const table = required(env, ENV.launchTable);
  return {
    put: async (record) => {
      await db.send(
        new PutCommand({
          TableName: table,
          Item: { pk: 'act', sk: `${record.at}#${record.requestId}`, ...record },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
    },
    acts: async (limit, before) => {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk AND sk < :before',
          // Every key begins with a year.
          ExpressionAttributeValues: { ':pk': 'act', ':before': before ?? '9999' },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return Items.map(({ pk, sk, ...record }) => record as ActRecord);
    },
  };
}
