import { randomBytes } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { getItem, putItem } from './dynamo.ts';

/** Whose search it is. */
interface Owner {
  /** A sign-in id. */
  readonly personId: string;
}

/** What people searched for. URLs hold a search's id, never its terms. */
export interface SavedSearchStore {
  /** Saves what a person typed. @returns the id that replaces it in URLs */
  save(typed: string, owner: Owner & { at: Temporal.Instant; hours: number }): Promise<string>;
  /** What a person typed; `null` if there is no such search, it has expired, or it is someone else's. */
  open(searchId: string, owner: Owner & { at: Temporal.Instant }): Promise<string | null>;
  /** The same, for an export requested while the search was valid; it may have expired since. */
  forExport(searchId: string, owner: Owner): Promise<string | null>;
}

/** The partition of all searches. */
export const SEARCHES = 'search';
const itemSchema = z.object({
  typed: z.string(),
  personId: z.string(),
  /** Epoch seconds: DynamoDB deletes the item within a few days after it. */
  expiresAt: z.number(),
});
/** An id as `save` makes it: 144 random bits. */
const ID = /^[\w-]{24}$/;

/** Builds the store on the table of searches. @throws Error when the table's variable is missing. */
export function savedSearchStore(env: Env, db: DynamoDBClient = dynamo()): SavedSearchStore {
  const table = { db, name: required(env, ENV.searchTable) };

  async function find(searchId: string, { personId }: Owner) {
    if (!ID.test(searchId)) return null;
    const found = await getItem(table, { pk: SEARCHES, sk: searchId });
    const search = found && itemSchema.parse(found);
    return search?.personId === personId ? search : null;
  }

  return {
    save: async (typed, { personId, at, hours }) => {
      const searchId = randomBytes(18).toString('base64url');
      const expiresAt = seconds(at) + hours * 3600;
      await putItem(table, { pk: SEARCHES, sk: searchId, typed, personId, expiresAt });
      return searchId;
    },
    open: async (searchId, { at, ...owner }) => {
      const search = await find(searchId, owner);
      return search && search.expiresAt > seconds(at) ? search.typed : null;
    },
    forExport: async (searchId, owner) => (await find(searchId, owner))?.typed ?? null,
  };
}

function seconds(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / 1000);
}
