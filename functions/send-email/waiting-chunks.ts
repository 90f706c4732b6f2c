import type { ChunkName } from '../aws/chunk-items.ts';
import type { ChunkStore } from '../aws/chunks.ts';
import type { RunStore } from '../aws/runs.ts';
import { chunkName } from '../domain/run/run.ts';
import type { Clock } from '../lib/clock.ts';

/** After this many pages without a find the search ends: what is left is others' work, or has a message. */
const MAX_VAIN_PAGES = 10;

/**
 * Looks through a run's chunks, once around, for those that wait for a sender. Safe beside other senders: the lease
 * decides.
 * @param place 0 to 1: where in the run to begin. Senders that begin at the same place find the same.
 */
export async function* waitingChunks(
  runId: string,
  from: { place: number; clock: Clock; chunks: ChunkStore; runs: RunStore },
): AsyncGenerator<ChunkName> {
  const { place, clock, chunks, runs } = from;
  const count = (await runs.run(runId))?.audience?.chunks ?? 0;
  if (count === 0) return;
  const begin = chunkName(1 + Math.floor(place * count));
  const halves = [
    { from: begin, to: chunkName(count) },
    { from: chunkName(1), to: begin },
  ];
  for (const half of halves) {
    let vain = 0;
    for await (const names of chunks.waiting(runId, { ...half, now: clock.now().epochMilliseconds })) {
      yield* names;
      vain = names.length > 0 ? 0 : vain + 1;
      if (vain >= MAX_VAIN_PAGES) break;
    }
  }
}
