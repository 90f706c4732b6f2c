import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamo } from '../shared/aws.client.ts';
import { chunked } from '../shared/batch.ts';
import { ENV, type Env, required } from '../shared/env.ts';
import { type Attempt, chunkName, type Run } from './run.ts';

/** How far a run is. */
export interface RunProgress {
  /** Filers to mail. */
  readonly mailable: number;
  /** Those whose email went out, failed or is going out right now. */
  readonly taken: number;
  /** Every chunk was looked at; otherwise `taken` is what an even sample of the chunks makes likely: say "about". */
  readonly isExact: boolean;
}

/** So many chunks are looked at: 10,000 filers exactly, of larger runs an even sample. */
const LOOKED_AT = 400;
const BATCH_SIZE = 100;
const TRIES = 5;

/**
 * Tells how far a run is, in four reads at most (of a hundred chunks each), whatever its size: fit to be asked every few seconds. `null` before the
 * audience is counted.
 * @throws Error when chunks stay unread.
 */
export async function runProgress(
  { runId, audience, completedAt }: Pick<Run, 'runId' | 'audience' | 'completedAt'>,
  { env, db = dynamo() }: { env: Env; db?: DynamoDBDocumentClient },
): Promise<RunProgress | null> {
  if (!audience) return null;
  const { chunks, mailable } = audience;
  if (completedAt !== undefined) return { mailable, taken: mailable, isExact: true };
  const table = required(env, ENV.deliveryTable);
  const numbers = evenly(chunks, LOOKED_AT);
  const batches = chunked(numbers, BATCH_SIZE).map((some) => {
    const keys = some.map((number) => ({ pk: `run#${runId}`, sk: `chunk#${chunkName(number)}` }));
    return takenIn(keys, { table, db });
  });
  const taken = (await Promise.all(batches)).reduce((sum, count) => sum + count, 0);
  const isExact = numbers.length === chunks;
  const likely = isExact ? taken : Math.round((taken * chunks) / Math.max(1, numbers.length));
  return { mailable, taken: Math.min(mailable, likely), isExact };
}

/** Numbers from 1 to `count`, all of them or so many at even distances. */
export function evenly(count: number, most: number): number[] {
  const shown = Math.min(count, most);
  return Array.from({ length: shown }, (_, index) => Math.floor(((index + 0.5) * count) / shown) + 1);
}

/** A chunk that isn't written out yet has none. */
async function takenIn(
  wanted: readonly Record<string, string>[],
  { table, db }: { table: string; db: DynamoDBDocumentClient },
): Promise<number> {
  let taken = 0;
  let keys = [...wanted];
  for (let attempt = 1; keys.length > 0; attempt++) {
    if (attempt > TRIES)
      throw new Error(`Cannot tell the progress because ${keys.length} chunks stay unread`);
    const answer = await db.send(new BatchGetCommand({ RequestItems: { [table]: { Keys: keys } } }));
    for (const { attempts, claims, done } of answer.Responses?.[table] ?? []) {
      taken += done ? (attempts as Attempt[]).length : ((claims as Set<string> | undefined)?.size ?? 0);
    }
    keys = (answer.UnprocessedKeys?.[table]?.Keys ?? []) as typeof keys;
  }
  return taken;
}
