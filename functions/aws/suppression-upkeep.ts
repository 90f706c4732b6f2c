import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { lastEventOf, type StoredSuppression, storedSuppressionSchema } from '../domain/send/suppression.ts';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import { dynamo } from './clients.ts';
import { deleteIf, deleteItem, getItem, type Item, type ItemKey, putIf, scanItems } from './dynamo.ts';
import { type SuppressionKey, suppressionKeyOf } from './suppression-key.ts';
import { HASHED, hashedKey, PLAIN } from './suppressions.ts';

/** An entry of the list that has reached its end, as it was read. */
export interface ExpiredEntry {
  readonly key: ItemKey;
  /** The last event that it is about. Epoch milliseconds. */
  readonly last: number;
}

/** What is done with the suppression list as it grows old. */
export interface SuppressionUpkeep {
  /**
   * Replaces addresses in clear, from before the list was hashed, by their hashes: first adds the hash, and a later call
   * deletes the address, so that a sender who looks for both finds one. @returns how many were deleted.
   */
  hash(): Promise<number>;
  /** Entries, and records of lifted ones, whose last event is before an instant in epoch milliseconds. */
  expired(before: number): AsyncIterable<ExpiredEntry>;
  /** Deletes an entry unless something happened to it since it was read. @returns whether it did. */
  remove(entry: ExpiredEntry): Promise<boolean>;
}

/** Longer than any look at the list. */
const COPIED_MILLISECONDS = 10 * 60_000;

/** Works on the suppression table. @throws Error when a variable is missing. */
export function suppressionUpkeep(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  db: DynamoDBClient = dynamo(),
  key: SuppressionKey = suppressionKeyOf(env, db),
): SuppressionUpkeep {
  const table = { db, name: required(env, ENV.suppressionTable) };
  const now = () => clock.now().epochMilliseconds;

  /** @returns whether the address is gone. */
  async function hashItem(item: Item, target: ItemKey): Promise<boolean> {
    const source = { pk: String(item.pk), sk: String(item.sk) };
    const copy = await getItem(table, target);
    if (!copy) {
      const made = { ...item, ...target, copiedMilliseconds: now() };
      await putIf(table, made, { condition: 'attribute_not_exists(pk)' });
      return false;
    }
    const { copiedMilliseconds: copied = 0 } = storedSuppressionSchema.partial().parse(copy);
    if (copied > now() - COPIED_MILLISECONDS) return false;
    // A lift after the copy was made is of both, or the address is kept suppressed.
    await deleteItem(table, source);
    return true;
  }

  return {
    hash: async () => {
      const hasher = await key.hasher();
      if (!hasher) return 0;
      let hashed = 0;
      for await (const item of scanItems(table)) {
        const pk = String(item.pk);
        if (!pk.startsWith(PLAIN)) continue;
        await key.mark();
        const target = { pk: hashedKey(hasher(pk.slice(PLAIN.length))), sk: String(item.sk) };
        if (await hashItem(item, target)) hashed++;
      }
      return hashed;
    },
    expired: async function* (before) {
      for await (const item of scanItems(table)) {
        if (!String(item.pk).startsWith(HASHED)) continue;
        const entry = entryOf(item);
        if (entry && entry.last < before) yield entry;
      }
    },
    remove: async ({ key: stored, last }) => {
      const item = await getItem(table, stored);
      if (!item || entryOf(item)?.last !== last) return false;
      const seen = Object.entries(item).filter(([name]) => EVENTS.includes(name));
      const names = Object.fromEntries(EVENTS.map((name) => [`#${name}`, name]));
      const values = Object.fromEntries(seen.map(([name, value]) => [`:${name}`, value]));
      const isSame = EVENTS.map((name) =>
        `:${name}` in values ? `#${name} = :${name}` : `attribute_not_exists(#${name})`,
      );
      return deleteIf(table, stored, { condition: isSame.join(' AND '), names, values });
    },
  };
}

/** Attributes that say when something happened to an entry. */
const EVENTS = ['at', 'lastMilliseconds', 'liftedMilliseconds'];

/** `null`: it must stay, because the person asked for it. */
function entryOf(item: Item): ExpiredEntry | null {
  const { pk, sk } = item;
  const stored: StoredSuppression = storedSuppressionSchema.parse(item);
  const last = lastEventOf(stored);
  return last === null ? null : { key: { pk: String(pk), sk: String(sk) }, last };
}
