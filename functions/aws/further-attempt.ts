import { type Attempt, retryName } from '../domain/run/run.ts';
import type { Clock } from '../lib/clock.ts';
import type { ChunkQueue } from './chunk-queue.ts';
import type { ChunkStore } from './chunks.ts';

/** What putting a further attempt needs. */
export interface FurtherServices {
  readonly chunks: Pick<ChunkStore, 'putIfAbsent'>;
  readonly queue: ChunkQueue;
  readonly clock: Clock;
}

/**
 * Puts a filer's further attempt as a chunk that exists once, and queues it, also when it stands: an earlier try may have
 * stopped in between. @returns whether this call made it.
 */
export async function putFurtherAttempt(
  runId: string,
  { attempt, services: { chunks, clock, queue } }: { attempt: Attempt; services: FurtherServices },
): Promise<boolean> {
  const name = { runId, chunk: retryName(attempt) };
  const made = await chunks.putIfAbsent(name, {
    attempts: [attempt],
    now: clock.now().epochMilliseconds,
  });
  await queue.queue([name]);
  return made;
}
