import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Suppression, suppressionSchema } from '../domain/send/suppression.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { scanItems } from './dynamo.ts';
import { type SuppressionKey, suppressionKeyOf } from './suppression-key.ts';
import { suppressionKeys } from './suppressions.ts';

/** Reads the whole list of suppressed addresses at once. @returns what looks an address up in it, without further reads */
export type ReadSuppressed = () => Promise<(address: string | null) => Suppression | undefined>;

/** Reads the suppression table, which is small beside a roster. @throws Error when a variable is missing. */
export function suppressedReader(
  env: Env,
  { db = dynamo(), key }: { db?: DynamoDBClient; key?: SuppressionKey } = {},
): ReadSuppressed {
  const table = { db, name: required(env, ENV.suppressionTable) };
  const keys = key ?? suppressionKeyOf(env, db);
  return async () => {
    const hash = await keys.hasher();
    const found = new Map<string, Suppression>();
    for await (const item of scanItems(table)) {
      if (item.sk !== 'suppression' || item.liftedMilliseconds !== undefined) continue;
      found.set(String(item.pk), suppressionSchema.parse(item));
    }
    return (address) => {
      if (address === null || found.size === 0) return undefined;
      for (const { pk } of suppressionKeys(address, hash)) {
        const suppression = found.get(pk);
        if (suppression) return suppression;
      }
      return undefined;
    };
  };
}
