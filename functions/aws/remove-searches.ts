import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { deleteItem, queryItems } from './dynamo.ts';
import { SEARCHES } from './saved-searches.ts';

/** Deletes what people searched for, which may name any filer; those searches count as expired. */
export type RemoveSearches = () => Promise<void>;

/** Deletes in the table of searches. @throws Error when its variable is missing. */
export function searchesRemover(env: Env, db: DynamoDBDocumentClient = dynamo()): RemoveSearches {
  const table = { db, name: required(env, ENV.searchTable) };
  return async () => {
    const items = queryItems(table, { where: 'pk = :pk', values: { ':pk': SEARCHES }, projection: 'sk' });
    for await (const { sk } of items) await deleteItem(table, { pk: SEARCHES, sk: String(sk) });
  };
}
