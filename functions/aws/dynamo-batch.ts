import { BatchGetItemCommand, BatchWriteItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { type Backoff, offerAll } from '../lib/backoff.ts';
import type { Clock } from '../lib/clock.ts';
import { chunked } from '../lib/iterables.ts';
import { type Attributes, type Item, type ItemKey, marshalled, type Table, unmarshalled } from './dynamo.ts';

/** DynamoDB's limit of a BatchGetItem. */
const BATCH_GET_SIZE = 100;
/** Their waits are 3 s together: three reads in a row still fit into what a sender keeps in reserve. */
const BATCH_GET_TRIES = 5;

/**
 * Reads items by key, in no order; what isn't there is missing in the answer. What DynamoDB leaves unprocessed is
 * asked for again, each time after twice the wait.
 * @param keys Each once. @param options `what` they are, for the error: `the suppression list`. `consistent`: true by
 * default.
 * @throws Error when some stay unread: an item that wasn't read mustn't count as one that isn't there.
 */
export async function batchGet(
  { db, name }: Table,
  keys: readonly ItemKey[],
  { what, clock, consistent = true }: { what: string; clock: Pick<Clock, 'sleep'>; consistent?: boolean },
): Promise<Item[]> {
  const backoff: Backoff = {
    clock,
    tries: BATCH_GET_TRIES,
    milliseconds: (attempt) => 50 * 2 ** attempt,
    failure: (left) => `Cannot continue because ${what} must be known: ${left} items are still unread`,
  };
  async function read(batch: readonly ItemKey[]): Promise<Item[]> {
    const found: Item[] = [];
    const ask = async (open: readonly Attributes[]) => {
      const request = { [name]: { Keys: [...open], ConsistentRead: consistent } };
      const answer = await db.send(new BatchGetItemCommand({ RequestItems: request }));
      found.push(...(answer.Responses?.[name] ?? []).map(unmarshalled));
      return answer.UnprocessedKeys?.[name]?.Keys ?? [];
    };
    await offerAll(batch.map(marshalled), ask, backoff);
    return found;
  }
  return (await Promise.all(chunked(keys, BATCH_GET_SIZE).map(read))).flat();
}

/** DynamoDB's limit of a BatchWriteItem. */
export const BATCH_WRITE_SIZE = 25;

/** One write of a batch: no conditions, and no key twice. */
export type Write =
  | { readonly PutRequest: { readonly Item: Item } }
  | { readonly DeleteRequest: { readonly Key: Item } };

/**
 * Writes at most {@link BATCH_WRITE_SIZE} items; what DynamoDB leaves unprocessed is tried again.
 * @throws Error when some are left after the last try.
 */
export async function batchWrite(
  { db, name }: Table,
  writes: readonly Write[],
  /** `retryThrottles`: a batch that is refused as a whole is tried again too. @default false */
  { retryThrottles = false, ...backoff }: Backoff & { retryThrottles?: boolean },
): Promise<void> {
  async function write(batch: readonly WriteRequest[]): Promise<readonly WriteRequest[]> {
    try {
      const answer = await db.send(new BatchWriteItemCommand({ RequestItems: { [name]: [...batch] } }));
      return answer.UnprocessedItems?.[name] ?? [];
    } catch (error) {
      if (retryThrottles && THROTTLES.has((error as Error).name)) return batch;
      throw error;
    }
  }
  await offerAll(writes.map(requestOf), write, backoff);
}

function requestOf(write: Write): WriteRequest {
  if ('PutRequest' in write) return { PutRequest: { Item: marshalled(write.PutRequest.Item) } };
  return { DeleteRequest: { Key: marshalled(write.DeleteRequest.Key) } };
}

const THROTTLES = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
]);
