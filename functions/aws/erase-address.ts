import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { storedSuppressionSchema, suppressionSchema } from '../domain/send/suppression.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { deleteItem, type Item, type ItemKey, putItem, queryItems } from './dynamo.ts';
import type { SuppressionKey } from './suppression-key.ts';
import { suppressionKeys } from './suppressions.ts';

/**
 * Erases an address from the suppression list. A suppressed address stays suppressed, only as its keyed hash; with
 * `neverMail`, an address that wasn't suppressed is added. `at`: instant, ISO 8601 in UTC.
 */
export type EraseAddress = (
  address: string,
  how: { readonly neverMail: boolean; readonly at: string },
) => Promise<void>;

/** Erases in the suppression table. @throws Error when its variable is missing. */
export function addressEraser(
  env: Env,
  { key, db = dynamo() }: { key: SuppressionKey; db?: DynamoDBClient },
): EraseAddress {
  const table = { db, name: required(env, ENV.suppressionTable) };

  async function entriesUnder({ pk }: ItemKey): Promise<Item[]> {
    const query = { consistent: true, where: 'pk = :pk', values: { ':pk': pk } };
    return Array.fromAsync(queryItems(table, query));
  }

  return async (address, { neverMail, at }) => {
    await key.ensure();
    const keys = suppressionKeys(address, await key.hasher());
    const [hashed] = keys;
    const entries = (await Promise.all(keys.map(entriesUnder))).flat();
    const left = leftOf(entries) ?? (neverMail ? { reason: 'asked' as const, detail: '', at } : null);
    if (left) {
      await key.mark();
      const asked = neverMail ? { asked: true } : {};
      await putItem(table, { ...hashed, ...left, ...asked, runId: '', filerId: '' });
    }
    for (const { pk, sk } of entries) {
      if (left && pk === hashed.pk && sk === hashed.sk) continue;
      await deleteItem(table, { pk: String(pk), sk: String(sk) });
    }
  };
}

/** Why an address is suppressed now; `null`: it isn't. */
function leftOf(entries: readonly Item[]) {
  const active = entries.find(({ sk, liftedMilliseconds }) => {
    return sk === 'suppression' && liftedMilliseconds === undefined;
  });
  if (!active) return null;
  const { reason, detail, at } = suppressionSchema.parse(active);
  const { lastMilliseconds, asked } = storedSuppressionSchema.parse(active);
  return { reason, detail, at, ...(lastMilliseconds && { lastMilliseconds }), ...(asked && { asked }) };
}
