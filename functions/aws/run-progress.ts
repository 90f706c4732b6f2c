import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { chunkName, type Run } from '../domain/run/run.ts';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import { chunkKey } from './chunk-items.ts';
import { dynamo } from './clients.ts';
import type { Item } from './dynamo.ts';
import { batchGet } from './dynamo-batch.ts';

/** How far a run is. */
export interface RunProgress {
  /** Filers to mail. */
  readonly mailable: number;
  /** Those whose email went out, failed or is going out right now. */
  readonly taken: number;
  /** Every chunk was looked at; otherwise `taken` is what an even sample of the chunks makes likely: say "about". */
  readonly isExact: boolean;
}

/** How many chunks are looked at: 10,000 filers exactly, of larger runs an even sample. */
const MAX_CHUNKS_READ = 400;

/**
 * Reads how far a run is, in at most four reads (of a hundred chunks each) whatever its size, so that pages can ask
 * every few seconds. @returns `null` before the audience is counted.
 * @throws Error when chunks stay unread.
 */
export async function runProgress(
  { runId, audience, completedAt }: Pick<Run, 'runId' | 'audience' | 'completedAt'>,
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  db: DynamoDBDocumentClient = dynamo(),
): Promise<RunProgress | null> {
  if (!audience) return null;
  const { chunks, mailable } = audience;
  if (completedAt !== undefined) return { mailable, taken: mailable, isExact: true };
  const table = { db, name: required(env, ENV.deliveryTable) };
  const numbers = evenly(chunks, MAX_CHUNKS_READ);
  const keys = numbers.map((number) => chunkKey({ runId, chunk: chunkName(number) }));
  // A chunk that isn't enqueued yet has none.
  const found = await batchGet(table, keys, { what: "the run's chunks", clock, consistent: false });
  const taken = found.map(takenIn).reduce((sum, count) => sum + count, 0);
  const isExact = numbers.length === chunks;
  const likely = isExact ? taken : Math.round((taken * chunks) / Math.max(1, numbers.length));
  return { mailable, taken: Math.min(mailable, likely), isExact };
}

/** Numbers from 1 to `count`: all of them, or `max` at even distances. */
export function evenly(count: number, max: number): number[] {
  const shown = Math.min(count, max);
  return Array.from({ length: shown }, (_, index) => Math.floor(((index + 0.5) * count) / shown) + 1);
}

const takenItem = z.object({
  attempts: z.array(z.unknown()),
  claims: z.set(z.string()).exactOptional(),
  done: z.boolean(),
});

function takenIn(item: Item): number {
  const { attempts, claims, done } = takenItem.parse(item);
  return done ? attempts.length : (claims?.size ?? 0);
}
