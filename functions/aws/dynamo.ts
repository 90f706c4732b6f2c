import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { chunked } from '../lib/batch.ts';
import type { Clock } from '../lib/clock.ts';

/** DynamoDB's limit of a BatchGetItem. */
const BATCH_SIZE = 100;
/** The waits between them are 3 s together: three reads in a row still fit into what a sender keeps in reserve. */
const TRIES = 5;

/** An item's key. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** Which items of a table. */
export interface Wanted {
  /** What they are, for the error: `the suppression list`. */
  readonly what: string;
  readonly table: string;
  /** Each once. */
  readonly keys: readonly ItemKey[];
  /** @default true */
  readonly consistent?: boolean;
}

/**
 * Reads items by key, in no order; what isn't there is missing in the answer. What DynamoDB leaves unprocessed is asked for
 * again, each time after twice the wait.
 * @throws Error when some stay unread: nobody may take what is unread for what isn't there.
 */
export async function batchGet(
  { what, table, keys, consistent = true }: Wanted,
  { db, clock }: { db: DynamoDBDocumentClient; clock: Pick<Clock, 'sleep'> },
): Promise<Record<string, unknown>[]> {
  async function read(batch: readonly ItemKey[]): Promise<Record<string, unknown>[]> {
    const found: Record<string, unknown>[] = [];
    let open = [...batch];
    for (let attempt = 1; open.length > 0; attempt++) {
      if (attempt > TRIES)
        throw new Error(`Cannot go on because ${what} must be known: ${open.length} items stay unread`);
      if (attempt > 1) await clock.sleep(50 * 2 ** attempt);
      const request = { [table]: { Keys: open, ConsistentRead: consistent } };
      const answer = await db.send(new BatchGetCommand({ RequestItems: request }));
      found.push(...(answer.Responses?.[table] ?? []));
      open = (answer.UnprocessedKeys?.[table]?.Keys ?? []) as ItemKey[];
    }
    return found;
  }
  return (await Promise.all(chunked(keys, BATCH_SIZE).map(read))).flat();
}
