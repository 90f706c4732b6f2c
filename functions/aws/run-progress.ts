import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Attempt, chunkName, type Run } from '../domain/run/run.ts';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import { dynamo } from './clients.ts';
import { batchGet } from './dynamo.ts';

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

/**
 * Tells how far a run is, in four reads at most (of a hundred chunks each), whatever its size: fit to be asked every few
 * seconds. `null` before the audience is counted.
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
  const numbers = evenly(chunks, LOOKED_AT);
  const keys = numbers.map((number) => ({ pk: `run#${runId}`, sk: `chunk#${chunkName(number)}` }));
  // A chunk that isn't written out yet has none.
  const found = await batchGet(table, keys, { what: "the run's chunks", clock, consistent: false });
  const taken = found.map(takenIn).reduce((sum, count) => sum + count, 0);
  const isExact = numbers.length === chunks;
  const likely = isExact ? taken : Math.round((taken * chunks) / Math.max(1, numbers.length));
  return { mailable, taken: Math.min(mailable, likely), isExact };
}

/** Numbers from 1 to `count`, all of them or so many at even distances. */
export function evenly(count: number, most: number): number[] {
  const shown = Math.min(count, most);
  return Array.from({ length: shown }, (_, index) => Math.floor(((index + 0.5) * count) / shown) + 1);
}

function takenIn({ attempts, claims, done }: Record<string, unknown>): number {
  return done ? (attempts as Attempt[]).length : ((claims as Set<string> | undefined)?.size ?? 0);
}
