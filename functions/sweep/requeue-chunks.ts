import { QUEUE_BATCH_SIZE } from '../aws/chunk-queue.ts';
import { forgottenChunks } from '../domain/run/requeue.ts';
import type { Chunk, Run } from '../domain/run/run.ts';
import { isHeld } from '../domain/run/send-gate.ts';
import { chunked } from '../lib/iterables.ts';
import type { PhaseServices } from '../start-phase/services.ts';

/** How many chunks of a run get a message in one tick. The rest waits for the next, or for the senders of these. */
const MAX_A_TICK = 1000;

/** Queues forgotten chunks again. A message too many is harmless: the lease decides. */
export async function requeueChunks(
  run: Run,
  { open, services }: { open: readonly Chunk[]; services: PhaseServices },
): Promise<void> {
  if (open.length === 0) return;
  const gate = await services.gate.read();
  const now = services.clock.now().epochMilliseconds;
  const forgotten = forgottenChunks(open, { run, isHeld: isHeld(gate, run.runId), now });
  const names = forgotten.slice(0, MAX_A_TICK).map(({ name }) => ({ runId: run.runId, chunk: name }));
  if (names.length === 0) return;
  for (const batch of chunked(names, QUEUE_BATCH_SIZE)) {
    // Marked first: a crash in between costs ten minutes, the other order would queue it at every tick.
    await Promise.all(batch.map((name) => services.chunks.markQueued(name, now)));
    await services.queue.queue(batch);
  }
  services.log.info('chunks-queued-again', { run: run.runId, chunks: names.length });
}
