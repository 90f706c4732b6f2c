import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { mailboxOf } from '../domain/filer/addresses.ts';
import {
  type LiftedSuppression,
  lastEventOf,
  type Suppression,
  storedSuppressionSchema,
  suppressionSchema,
} from '../domain/send/suppression.ts';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import { dynamo } from './clients.ts';
import { type Item, type ItemKey, putIf, putItem, type Table } from './dynamo.ts';
import { batchGet } from './dynamo-batch.ts';
import { type SuppressionKey, suppressionKeyOf } from './suppression-key.ts';

/** How the partition keys of the list begin: with a hash, or in entries from before hashing with the address itself. */
export const HASHED = 'hash#';
/** See {@link HASHED}. */
export const PLAIN = 'address#';

/** Who took an address off the list, and why; `requestId` names the entry in the audit log. */
interface Lift {
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly requestId: string;
  readonly by: string;
  readonly why: string;
}

/** The list of addresses that are never emailed: of each it holds a keyed hash. */
export interface SuppressionStore {
  /**
   * Which of these addresses are suppressed, read consistently.
   * @throws Error when an address can't be looked up: one that may be suppressed isn't emailed.
   */
  suppressed(addresses: readonly string[]): Promise<Map<string, Suppression>>;
  /** Which of these addresses were suppressed once, and are emailed again because a person lifted that. */
  lifted(addresses: readonly string[]): Promise<Map<string, LiftedSuppression>>;
  /** Suppresses an address; the first reason stays, and its days count from the latest event. What happened before a person took it off doesn't count again. */
  suppress(address: string, why: Suppression): Promise<void>;
  /**
   * Takes an address off the list, and keeps with it who did so and why.
   * @returns `false` when it isn't on the list.
   */
  lift(address: string, by: Lift): Promise<boolean>;
}

/** Builds the list in the suppression table. @throws Error when the table's variable is missing. */
export function suppressionStore(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  db: DynamoDBClient = dynamo(),
  key: SuppressionKey = suppressionKeyOf(env, db),
): SuppressionStore {
  const table = { db, name: required(env, ENV.suppressionTable) };

  async function activeUnder(keys: readonly ItemKey[]): Promise<Item[]> {
    const items = await batchGet(table, keys, { what: 'the suppression list', clock });
    return items.filter(isActive);
  }

  /** The items of each address, the one under its hash first; addresses without any are left out. */
  async function itemsOf(addresses: readonly string[]): Promise<Map<string, readonly Item[]>> {
    const hash = await key.hasher();
    const keysOf = new Map(addresses.map((address) => [address, suppressionKeys(address, hash)]));
    const wanted = new Map([...keysOf.values()].flat().map((one) => [one.pk, one]));
    const found = await batchGet(table, [...wanted.values()], { what: 'the suppression list', clock });
    const byKey = new Map(found.map((item) => [item.pk, item]));
    return new Map(
      addresses.flatMap((address) => {
        const items = keysOf.get(address)!.flatMap(({ pk }): Item[] => {
          const item = byKey.get(pk);
          return item ? [item] : [];
        });
        return items.length > 0 ? [[address, items] as const] : [];
      }),
    );
  }

  /** Notes a later event of a suppressed address, from which its days start over; under its hash, if it wasn't. */
  async function renew(active: Item, { first, at }: { first: ItemKey; at: number }): Promise<void> {
    const isHashed = active.pk === first.pk;
    const last = Math.max(lastEventOf(storedSuppressionSchema.parse(active)) ?? 0, at);
    if (isHashed && last > at) return;
    const copied = isHashed ? {} : { copiedMilliseconds: clock.now().epochMilliseconds };
    const item = { ...active, ...first, ...copied, lastMilliseconds: last };
    const unchanged = 'attribute_not_exists(liftedMilliseconds) AND #at = :at';
    await putIf(
      table,
      item,
      isHashed
        ? { condition: unchanged, names: { '#at': 'at' }, values: { ':at': active.at } }
        : { condition: 'attribute_not_exists(pk)' },
    );
  }

  return {
    suppressed: async (addresses) => {
      const found = await itemsOf(addresses);
      return new Map(
        [...found].flatMap(([address, items]) => {
          const active = items.find(isActive);
          return active ? [[address, suppressionSchema.parse(active)] as const] : [];
        }),
      );
    },
    lifted: async (addresses) => {
      const found = await itemsOf(addresses);
      return new Map(
        [...found].flatMap(([address, items]) =>
          items.some(isActive) ? [] : [[address, liftedOf(items[0]!)] as const],
        ),
      );
    },
    suppress: async (address, why) => {
      await key.mark();
      const [first, ...older] = suppressionKeys(address, await key.hasher());
      const found = await batchGet(table, [first, ...older], { what: 'the suppression list', clock });
      const active = found.find(isActive);
      if (active) return renew(active, { first, at: Date.parse(why.at) });
      if (found.some(({ liftedMilliseconds }) => !isNews(why, liftedMilliseconds))) return;
      await putIf(
        table,
        { ...first, ...why },
        {
          // SES's events may come late and twice: one from before the lift is old news.
          condition: 'attribute_not_exists(pk) OR liftedMilliseconds < :at',
          values: { ':at': Date.parse(why.at) },
        },
      );
    },
    lift: async (address, by) => {
      const active = await activeUnder(suppressionKeys(address, await key.hasher()));
      const lifted = await Promise.all(active.map((item) => liftItem(table, item, by)));
      return lifted.includes(true);
    },
  };
}

const isActive = ({ liftedMilliseconds }: Item) => liftedMilliseconds === undefined;

function liftedOf(item: Item): LiftedSuppression {
  const { liftedMilliseconds } = storedSuppressionSchema.parse(item);
  const liftedAt = new Date(liftedMilliseconds!).toISOString();
  return { ...suppressionSchema.parse(item), liftedAt };
}

/** Whether a reason counts beside an entry under an address's older key: one that was lifted before it happened. */
function isNews({ at }: Suppression, liftedMilliseconds: unknown): boolean {
  return typeof liftedMilliseconds === 'number' && liftedMilliseconds < Date.parse(at);
}

async function liftItem(table: Table, item: Item, by: Lift): Promise<boolean> {
  // The history is written first, so that no address leaves the list without it.
  const history = {
    pk: item.pk,
    sk: `act#${by.at}#${by.requestId}`,
    ...by,
    lifted: suppressionSchema.parse(item),
  };
  await putItem(table, history);
  return putIf(
    table,
    { ...item, liftedMilliseconds: Date.parse(by.at) },
    {
      condition: '#at = :at AND attribute_not_exists(liftedMilliseconds)',
      names: { '#at': 'at' },
      values: { ':at': item.at },
    },
  );
}

/**
 * The item keys of an address on the list, the same for every spelling of its mailbox: suppressing them all is the safe
 * choice. The first is used for new entries; entries from before hashing have the second.
 */
export function suppressionKeys(
  address: string,
  hash: ((address: string) => string) | null,
): readonly [ItemKey, ...ItemKey[]] {
  const sk = 'suppression';
  const plain = { pk: `${PLAIN}${mailboxOf(address)}`, sk };
  return hash ? [{ pk: hashedKey(hash(address)), sk }, plain] : [plain];
}

/** Where entries are, by the hash of an address. */
export function hashedKey(hash: string): string {
  return `${HASHED}${hash}`;
}
