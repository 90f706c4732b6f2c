import { type HoldScope, isHeld } from '../delivery/gate.client.ts';
import type { OpsServices } from './services.client.ts';

/**
 * Queues what waits in runs that nothing holds any more; the sweep would, but only within a quarter of an hour.
 * @returns how many chunks.
 */
export async function goOn(
  scope: HoldScope,
  { runs, chunks, gate, queue }: Pick<OpsServices, 'runs' | 'chunks' | 'gate' | 'queue'>,
): Promise<number> {
  const read = await gate.read();
  let queued = 0;
  for (const { runId, completedAt, cancelled } of await runs.runs()) {
    if ((scope !== 'all' && scope !== runId) || cancelled !== undefined || isHeld(read, runId)) continue;
    const kept = await Array.fromAsync(completedAt ? chunks.retries(runId) : chunks.chunks(runId));
    const open = kept.filter(({ done, owner }) => !done && owner === undefined);
    await queue.queue(open.map(({ name }) => ({ runId, chunk: name })));
    queued += open.length;
  }
  return queued;
}
