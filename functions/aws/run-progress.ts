import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
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
  /**
   * Emails that SES took, of the chunks that are done: what has failed or is going out right now isn't among them, so that the
   * number never goes down. Of a large run, what an even sample of the chunks makes likely.
   */
  readonly sent: number;
}

/** How many chunks are looked at: 10,000 filers exactly, of larger runs an even sample. */
const MAX_CHUNKS_READ = 400;

/**
 * Reads how far a run is, in at most four reads (of a hundred chunks each) whatever its size, so that pages can ask
 * every few seconds. @returns `null` before the audience is counted.
 * @throws Error when chunks stay unread.
 */
export async function runProgress(
  { runId, audience }: Pick<Run, 'runId' | 'audience'>,
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  db: DynamoDBClient = dynamo(),
): Promise<RunProgress | null> {
  if (!audience) return null;
  const { chunks, mailable } = audience;
  const table = { db, name: required(env, ENV.deliveryTable) };
  const numbers = evenly(chunks, MAX_CHUNKS_READ);
  const keys = numbers.map((number) => chunkKey({ runId, chunk: chunkName(number) }));
  // A chunk that isn't enqueued yet has none.
  const found = await batchGet(table, keys, { what: "the run's chunks", clock, consistent: false });
  const sent = found.map(sentIn).reduce((sum, count) => sum + count, 0);
  return { sent: Math.min(mailable, Math.floor((sent * chunks) / Math.max(1, numbers.length))) };
}

/** Numbers from 1 to `count`: all of them, or `max` at even distances. */
export function evenly(count: number, max: number): number[] {
  const shown = Math.min(count, max);
  return Array.from({ length: shown }, (_, index) => Math.floor(((index + 0.5) * count) / shown) + 1);
}

/** Chunks that aren't done, or were done by earlier code, have no number. */
const sentItem = z.object({ sent: z.number().default(0) });

function sentIn(item: Item): number {
  return sentItem.parse(item).sent;
}
