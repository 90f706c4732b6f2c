import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { mailboxOf } from '../domain/filer/addresses.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { getItem, putIf } from './dynamo.ts';

/**
 * The key for hashing suppressed addresses. It is kept in a different table from the hashes, so that someone who reads
 * only one of the two can't test addresses. See decision 196.
 */
export interface SuppressionKey {
  /** Creates the key if there is none. */
  ensure(): Promise<void>;
  /**
   * Hashes an address, the same for every spelling of its mailbox; `null` before there is a key.
   * @throws Error if the list was written with another key: then its addresses can't be recognized.
   */
  hasher(): Promise<((address: string) => string) | null>;
  /** Records on the list which key it is written with, before the first hash is written. */
  mark(): Promise<void>;
}

const KEY = { pk: 'secret', sk: 'suppression-key' };
const MARK = { pk: 'key', sk: 'mark' };
const KEY_BYTES = 32;
const keySchema = z.object({ key: z.string() }).transform(({ key }) => Buffer.from(key, 'base64'));
const markSchema = z.object({ mark: z.string() });

/** Keeps the key in the launch's table. @throws Error when a table's variable is missing. */
export function suppressionKeyOf(env: Env, db: DynamoDBClient = dynamo()): SuppressionKey {
  const table = { db, name: required(env, ENV.launchTable) };
  const list = { db, name: required(env, ENV.suppressionTable) };
  let known: Buffer | null = null;

  async function read(): Promise<Buffer | null> {
    const [item, marked] = await Promise.all([getItem(table, KEY), getItem(list, MARK)]);
    const key = keySchema.nullable().parse(item);
    const mark = marked && markSchema.parse(marked).mark;
    if (mark !== null && !(key && isSame(mark, hashed(key, 'mark')))) {
      throw new Error(
        'Cannot use the suppression list because its key must be the one that it was written with',
      );
    }
    return key;
  }

  async function key(): Promise<Buffer | null> {
    known ??= await read();
    return known;
  }

  return {
    ensure: async () => {
      if (await key()) return;
      const made = randomBytes(KEY_BYTES).toString('base64');
      await putIf(table, { ...KEY, key: made }, { condition: 'attribute_not_exists(pk)' });
    },
    hasher: async () => {
      const found = await key();
      return found && ((address) => hashed(found, mailboxOf(address)));
    },
    mark: async () => {
      const found = await key();
      if (!found) return;
      await putIf(list, { ...MARK, mark: hashed(found, 'mark') }, { condition: 'attribute_not_exists(pk)' });
    },
  };
}

function hashed(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
