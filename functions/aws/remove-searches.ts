import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { deleteItem, queryItems } from './dynamo.ts';
import { KEPT_FORMS } from './kept-forms.ts';
import { SEARCHES } from './saved-searches.ts';

/** Deletes what people searched for and typed into forms, which may name any filer; all of it counts as expired. */
export type RemoveSearches = () => Promise<void>;

/** Deletes in the table of searches. @throws Error when its variable is missing. */
export function searchesRemover(env: Env, db: DynamoDBClient = dynamo()): RemoveSearches {
  const table = { db, name: required(env, ENV.searchTable) };
  return async () => {
    for (const pk of [SEARCHES, KEPT_FORMS]) {
      const items = queryItems(table, { where: 'pk = :pk', values: { ':pk': pk }, projection: 'sk' });
      for await (const { sk } of items) await deleteItem(table, { pk, sk: String(sk) });
    }
  };
}
