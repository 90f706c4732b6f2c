import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import { type ChunkName, chunkKey } from './chunk-items.ts';
import { type ChunkPart, chunkPartOf } from './chunk-range.ts';
import { dynamo } from './clients.ts';
import { batchGet } from './dynamo-batch.ts';

/** Reads the chunks of many retries at once, consistently. @returns each instead of its name; `null`: there is none */
export type ReadQueuedRetries = (names: readonly ChunkName[]) => Promise<(ChunkPart | null)[]>;

/** Builds the reader on the delivery table. @throws Error when the table's variable is missing. */
export function queuedRetries(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  db: DynamoDBClient = dynamo(),
): ReadQueuedRetries {
  const table = { db, name: required(env, ENV.deliveryTable) };
  return async (names) => {
    const keys = names.map(chunkKey);
    const each = new Map(keys.map((key) => [textOf(key), key]));
    const items = await batchGet(table, [...each.values()], { what: 'which retries are queued', clock });
    const found = new Map(items.map((item) => [textOf(item), chunkPartOf(item)]));
    return keys.map((key) => found.get(textOf(key)) ?? null);
  };
}

function textOf({ pk, sk }: { readonly pk?: unknown; readonly sk?: unknown }): string {
  return `${pk} ${sk}`;
}
