import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mailboxOf } from '../domain/filer/addresses.ts';
import type { Suppression } from '../domain/send/suppression.ts';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import { dynamo } from './clients.ts';
import { batchGet, type Item, putIf, putItem } from './dynamo.ts';

/** Who took an address off the list, and why; `at` is an instant, `requestId` names the act's record. */
export interface Lift {
  readonly at: string;
  readonly requestId: string;
  readonly by: string;
  readonly why: string;
}

export interface SuppressionStore {
  /**
   * Which of these addresses are suppressed, read consistently.
   * @throws Error when any of them can't be told: who might be suppressed isn't mailed.
   */
  suppressed(addresses: readonly string[]): Promise<Map<string, Suppression>>;
  /** Suppresses an address; the first reason stands. What happened before a person took it off doesn't count again. */
  suppress(address: string, why: Suppression): Promise<void>;
  /**
   * Takes an address off the list, and keeps who did so and why with it.
   * @returns `false` when it isn't on the list.
   */
  lift(address: string, by: Lift): Promise<boolean>;
}

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
      const standing = items.filter((item) => item.liftedMilliseconds === undefined);
      const suppressions = new Map(standing.map((item) => [item.pk as string, suppressionOf(item)]));
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
          // SES's events come late and twice: one from before the lift says nothing new.
          condition: 'attribute_not_exists(pk) OR liftedMilliseconds < :at',
          values: { ':at': Date.parse(why.at) },
        },
      );
    },
    lift: async (address, by) => {
      const key = keyOf(address);
      const [item] = await batchGet(table, [key], { what: 'the suppression list', clock });
      if (!item || item.liftedMilliseconds !== undefined) return false;
      // The history first: nobody comes off the list without it.
      const history = { pk: key.pk, sk: `act#${by.at}#${by.requestId}`, ...by, lifted: suppressionOf(item) };
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

/** Refusing every spelling of a mailbox is the safe side. */
function keyOf(address: string): { pk: string; sk: string } {
  return { pk: `address#${mailboxOf(address)}`, sk: 'suppression' };
}

function suppressionOf({ pk, sk, liftedMilliseconds, ...why }: Item): Suppression {
  return why as unknown as Suppression;
}
