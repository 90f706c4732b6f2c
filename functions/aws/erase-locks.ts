import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import { dynamo } from './clients.ts';
import { getItem, type ItemKey, type Table } from './dynamo.ts';
import { type Lock, lockAt } from './lock.ts';

/** What keeps erasures from getting in each other's way, and in the way of a phase that starts. */
export interface EraseLocks {
  /** One call of the function Erase works at a time: two would replace the same facts by two tombstones. */
  readonly work: Lock;
  /**
   * Rows are deleted from the roster only under this lock. Every reader of all filers waits for it first. A start puts its
   * run before it reads; an eraser looks for runs once it has the lock. So either the eraser sees the run and waits, or
   * every attempt of the start reads the roster without the row, and cuts the same chunks.
   */
  readonly rows: Lock;
}

const WORK = { pk: 'erase', sk: 'work' };
const ROWS = { pk: 'erase', sk: 'rows' };
const POLL_MILLISECONDS = 500;
const lockSchema = z.object({ untilMilliseconds: z.number() });

/** Keeps the locks in the launch's table. @throws Error when its variable is missing. */
export function eraseLocks(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  db: DynamoDBClient = dynamo(),
): EraseLocks {
  const table = { db, name: required(env, ENV.launchTable) };
  const lock = (key: ItemKey): Lock => lockAt(table, { key, clock });
  return { work: lock(WORK), rows: lock(ROWS) };
}

/** Waits until no row is being deleted from the roster. @param table The launch's table. */
export async function rowsUnlocked(table: Table, clock: Runtime['clock']): Promise<void> {
  for (;;) {
    const item = await getItem(table, ROWS);
    if (!item || lockSchema.parse(item).untilMilliseconds <= clock.now().epochMilliseconds) return;
    await clock.sleep(POLL_MILLISECONDS);
  }
}
