import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mailboxOf } from '../domain/filer/addresses.ts';
import { type Suppression, suppressionSchema } from '../domain/send/suppression.ts';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import { dynamo } from './clients.ts';
import { type ItemKey, putIf, putItem } from './dynamo.ts';
import { batchGet } from './dynamo-batch.ts';

/** Who took an address off the list, and why; `requestId` names the entry in the audit log. */
interface Lift {
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly requestId: string;
  readonly by: string;
  readonly why: string;
}

/** The list of addresses that are never mailed. */
export interface SuppressionStore {
  /**
   * Which of these addresses are suppressed, read consistently.
   * @throws Error when an address can't be looked up: one that may be suppressed isn't mailed.
   */
  suppressed(addresses: readonly string[]): Promise<Map<string, Suppression>>;
  /** Suppresses an address; the first reason stays. What happened before a person took it off doesn't count again. */
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
  db: DynamoDBDocumentClient = dynamo(),
): SuppressionStore {
  const table = { db, name: required(env, ENV.suppressionTable) };

  return {
    suppressed: async (addresses) => {
      const byKey = new Map(addresses.map((address) => [keyOf(address).pk, address]));
      const keys = [...byKey.keys()].map((pk) => ({ pk, sk: 'suppression' }));
      const items = await batchGet(table, keys, { what: 'the suppression list', clock });
      const active = items.filter((item) => item.liftedMilliseconds === undefined);
      const suppressions = new Map(active.map((item) => [item.pk, suppressionSchema.parse(item)]));
      return new Map(
        addresses.flatMap((address) => {
          const suppression = suppressions.get(keyOf(address).pk);
          return suppression ? [[address, suppression] as const] : [];
        }),
      );
    },
    suppress: async (address, why) => {
      await putIf(
        table,
        { ...keyOf(address), ...why },
        {
          // SES's events may come late and twice: one from before the lift is old news.
          condition: 'attribute_not_exists(pk) OR liftedMilliseconds < :at',
          values: { ':at': Date.parse(why.at) },
        },
      );
    },
    lift: async (address, by) => {
      const key = keyOf(address);
      const [item] = await batchGet(table, [key], { what: 'the suppression list', clock });
      if (!item || item.liftedMilliseconds !== undefined) return false;
      // The history is written first: no address comes off the list without it.
      const history = {
        pk: key.pk,
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
    },
  };
}

/** One key for every spelling of a mailbox: to suppress all of them is the safe side. */
function keyOf(address: string): ItemKey {
  return { pk: `address#${mailboxOf(address)}`, sk: 'suppression' };
}
