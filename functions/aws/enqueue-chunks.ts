import { type Attempt, retryName } from '../domain/run/run.ts';
import type { Clock } from '../lib/clock.ts';
import { chunked } from '../lib/iterables.ts';
import { type ChunkQueue, QUEUE_BATCH_SIZE } from './chunk-queue.ts';
import type { ChunkStore } from './chunks.ts';

/** What enqueueing chunks needs. */
export interface EnqueueServices {
  readonly chunks: Pick<ChunkStore, 'putIfAbsent'>;
  readonly queue: ChunkQueue;
  readonly clock: Clock;
}

/** A chunk to be put: its name in its run, as `chunkName` or `retryName` give it, and what it holds. */
interface NewChunk {
  readonly chunk: string;
  readonly attempts: readonly Attempt[];
}

/** The chunk of one further attempt: the attempt exists once, because its chunk does. */
export function furtherChunk(attempt: Attempt): NewChunk {
  return { chunk: retryName(attempt), attempts: [attempt] };
}

/** Chunks of a run to be put and queued. */
interface Wanted {
  readonly wanted: readonly NewChunk[];
  readonly services: EnqueueServices;
  /** Whether chunks that exist already are queued as well: an earlier try may have stopped in between. @default true */
  readonly requeues?: boolean;
}

/** Puts chunks, each only if absent, and queues them. Idempotent. @returns the chunks that this call made. */
export async function enqueueChunks(
  runId: string,
  { wanted, services: { chunks, queue, clock }, requeues = true }: Wanted,
): Promise<NewChunk[]> {
  const made: NewChunk[] = [];
  for (const batch of chunked(wanted, QUEUE_BATCH_SIZE)) {
    const now = clock.now().epochMilliseconds;
    const put = await Promise.all(
      batch.map(({ chunk, attempts }) => chunks.putIfAbsent({ runId, chunk }, { attempts, now })),
    );
    const isNew = batch.filter((_, index) => put[index]);
    made.push(...isNew);
    const queued = requeues ? batch : isNew;
    if (queued.length > 0) await queue.queue(queued.map(({ chunk }) => ({ runId, chunk })));
  }
  return made;
}
