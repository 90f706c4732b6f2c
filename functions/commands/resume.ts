import type { ChunkName } from '../aws/chunk-items.ts';
import type { Services } from '../aws/pick.ts';
import { chunkName, type Run } from '../domain/run/run.ts';
import { type HoldScope, isHeld } from '../domain/run/send-gate.ts';

type ResumeServices = Pick<Services, 'runs' | 'chunks' | 'gate' | 'queue' | 'clock'>;

/** Enough chunks to bring all senders to work: they find the rest of the run themselves, except quarantined chunks. */
const FIRST_CHUNKS = 100;

/**
 * Queues the first waiting chunks of runs that nothing holds any more. The sweep would queue them as well, but only
 * within a quarter of an hour.
 * @returns how many chunks.
 */
export async function resume(scope: HoldScope, services: ResumeServices): Promise<number> {
  const { runs, gate, queue } = services;
  const read = await gate.read();
  let queued = 0;
  for (const run of await runs.runs()) {
    const { runId, cancelled } = run;
    if ((scope !== 'all' && scope !== runId) || cancelled !== undefined || isHeld(read, runId)) continue;
    const names = [...(await firstOwn(run, services)), ...(await openRetries(run, services))];
    await queue.queue(names);
    queued += names.length;
  }
  return queued;
}

async function firstOwn(
  { runId, completedAt, audience }: Run,
  { chunks, clock }: ResumeServices,
): Promise<ChunkName[]> {
  const found: ChunkName[] = [];
  if (completedAt !== undefined || !audience?.chunks) return found;
  const now = clock.now().epochMilliseconds;
  const range = { from: chunkName(1), to: chunkName(audience.chunks), now, withPoison: true };
  for await (const names of chunks.waiting(runId, range)) {
    found.push(...names);
    if (found.length >= FIRST_CHUNKS) break;
  }
  return found.slice(0, FIRST_CHUNKS);
}

/** Every chunk of a retry that isn't done and that no sender works on: senders don't look for these. */
async function openRetries({ runId }: Run, { chunks, clock }: ResumeServices): Promise<ChunkName[]> {
  const now = clock.now().epochMilliseconds;
  const retries = await Array.fromAsync(chunks.retries(runId));
  const open = retries.filter(({ done, leaseUntil = 0 }) => !done && leaseUntil <= now);
  return open.map(({ name }) => ({ runId, chunk: name }));
}
