import type { ChunkName } from '../aws/chunks.ts';
import type { OpsServices } from '../aws/ops-services.ts';
import { type HoldScope, isHeld } from '../aws/send-gate.ts';
import { chunkName, type Run } from '../domain/run/run.ts';

type GoOnServices = Pick<OpsServices, 'runs' | 'chunks' | 'gate' | 'queue' | 'clock'>;

/** So many chunks bring all senders to work, and they find the rest of the run themselves, but for what lost a sender. */
const FIRST_FEW = 100;

/**
 * Queues the first of what waits in runs that nothing holds any more; the sweep would, but only within a quarter of an hour.
 * @returns how many chunks.
 */
export async function goOn(scope: HoldScope, services: GoOnServices): Promise<number> {
  const { runs, gate, queue } = services;
  const read = await gate.read();
  let queued = 0;
  for (const run of await runs.runs()) {
    const { runId, cancelled } = run;
    if ((scope !== 'all' && scope !== runId) || cancelled !== undefined || isHeld(read, runId)) continue;
    const names = [...(await firstOwn(run, services)), ...(await retriesOf(run, services))];
    await queue.queue(names);
    queued += names.length;
  }
  return queued;
}

async function firstOwn(
  { runId, completedAt, audience }: Run,
  { chunks, clock }: GoOnServices,
): Promise<ChunkName[]> {
  const found: ChunkName[] = [];
  if (completedAt !== undefined || !audience?.chunks) return found;
  const now = clock.now().epochMilliseconds;
  const range = { from: chunkName(1), to: chunkName(audience.chunks), now, withLost: true };
  for await (const names of chunks.waiting(runId, range)) {
    found.push(...names);
    if (found.length >= FIRST_FEW) break;
  }
  return found.slice(0, FIRST_FEW);
}

/** Retries are found by no sender. */
async function retriesOf({ runId }: Run, { chunks, clock }: GoOnServices): Promise<ChunkName[]> {
  const now = clock.now().epochMilliseconds;
  const retries = await Array.fromAsync(chunks.retries(runId));
  const open = retries.filter(({ done, leaseUntil = 0 }) => !done && leaseUntil <= now);
  return open.map(({ name }) => ({ runId, chunk: name }));
}
