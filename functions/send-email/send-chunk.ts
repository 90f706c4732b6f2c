import { Temporal } from 'temporal-polyfill';
import type { ChunkName } from '../aws/chunk-items.ts';
import type { Lease } from '../aws/chunks.ts';
import { type Attempt, type Chunk, claimOf } from '../domain/run/run.ts';
import { LEASE_SECONDS, MAX_EXPIRED_LEASES, SHUTDOWN_MARGIN_MILLISECONDS } from '../domain/run/timeouts.ts';
import type { Fact } from '../domain/send/fact.ts';
import { type End, type Ending, factOf, type LeasedChunk, logEnding } from './lease.ts';
import { sendShare } from './send-share.ts';
import type { Sender, SendServices } from './sender.ts';

/**
 *The outcome of a chunk. Quarantined: one of its leases expired before, so it may be poison: its sender sends nothing
 * beside it.
 */
export type ChunkResult =
  | { readonly end: End | 'busy-or-done' }
  | { readonly end: 'quarantined'; readonly expiredLeases: number };

/**
 * Sends one chunk: lease, settle what an earlier sender left, then share by share reserve, claim, send and log. A chunk
 * whose sender died before may be poison, so it waits until it can be sent alone: it must not take other chunks with
 * it. Messages are delivered at least once, and this is idempotent. Returning acknowledges the message; throwing brings
 * it back.
 */
export async function sendChunk(
  name: ChunkName,
  sender: Sender,
  services: SendServices,
): Promise<ChunkResult> {
  const { chunks, clock, log } = services;
  const now = clock.now().epochMilliseconds;
  if (now + SHUTDOWN_MARGIN_MILLISECONDS > sender.deadline) return requeue(name, services);
  const until = now + LEASE_SECONDS * 1000;
  const chunk = await chunks.lease(name, { owner: sender.owner, now, until });
  if (!chunk) {
    log.info('chunk-busy-or-done', { ...name });
    return { end: 'busy-or-done' };
  }
  const lease: Lease = { ...name, owner: sender.owner, epoch: chunk.leaseEpoch };
  try {
    const result = await sendLeased(chunk, { lease, sender, services });
    const { end } = result;
    log.info(end === 'deadline-near' ? end : `chunk-${end}`, { ...name, turn: chunk.leaseEpoch });
    return result;
  } catch (error) {
    // Only a sender that dies may leave a lease to expire.
    await chunks.release(lease).catch(() => false);
    throw error;
  }
}

/** Another invocation begins with this chunk. By a new message, since one that comes back counts as a failure. */
async function requeue(name: ChunkName, { queue, log }: SendServices): Promise<ChunkResult> {
  await queue.queue([name]);
  log.info('deadline-near', { ...name, turn: 0 });
  return { end: 'deadline-near' };
}

async function sendLeased(
  chunk: Chunk,
  { lease, sender, services }: { lease: Lease; sender: Sender; services: SendServices },
): Promise<ChunkResult> {
  const { chunks, runs, queue } = services;
  const { runId } = lease;
  // A chunk that is given up makes no email: it can do no harm.
  if (chunk.expiredLeases > 0 && chunk.expiredLeases < MAX_EXPIRED_LEASES && !sender.isAlone) {
    await chunks.release(lease);
    return { end: 'quarantined', expiredLeases: chunk.expiredLeases };
  }
  const run = await runs.existing(runId);
  const sentBefore = await settleClaims(chunk, services);
  const open = chunk.attempts.filter((attempt) => !chunk.claims.has(claimOf(attempt)));
  const { end, sent } = await sendShares(open, { run, chunk, lease, deadline: sender.deadline, services });
  if (end === 'done') await chunks.finish(lease, sentBefore + sent);
  if (end === 'held' || end === 'deadline-near') await chunks.release(lease);
  if (end === 'deadline-near') await queue.queue([{ runId, chunk: lease.chunk }]);
  return { end };
}

/**
 * An attempt that an earlier sender claimed and left without an outcome may have gone out or not. A `skipped` is no
 * outcome of a claim: a sender that wakes late writes it, after another one has claimed the attempt.
 * @returns how many of the claimed were sent
 */
async function settleClaims(chunk: Chunk, { sendLog, clock }: SendServices): Promise<number> {
  const claimed = chunk.attempts.filter((attempt) => chunk.claims.has(claimOf(attempt)));
  const unsettled: Fact[] = [];
  let sent = 0;
  for (const attempt of claimed) {
    const facts = await sendLog.factsOf(chunk.runId, attempt.filerId);
    const own = facts.filter(({ kind, ...fact }) => fact.attempt === attempt.attempt && kind !== 'skipped');
    if (own.some(({ kind }) => kind === 'sent')) sent++;
    if (own.length > 0) continue;
    unsettled.push(factOf(chunk.runId, attempt, { kind: 'unknown', reason: 'sender-stopped', clock }));
  }
  await sendLog.append(unsettled);
  return sent;
}

async function sendShares(
  attempts: readonly Attempt[],
  leased: LeasedChunk,
): Promise<{ readonly end: End; readonly sent: number }> {
  let open = attempts;
  let sent = 0;
  while (open.length > 0) {
    const given = giveUp(leased);
    if (given) {
      await logEnding(leased, open, given);
      return { end: 'done', sent };
    }
    const step = await sendShare(open, leased);
    sent += step.sent ?? 0;
    if (step.end) return { end: step.end, sent };
    open = open.filter((attempt) => !step.settled.has(claimOf(attempt)));
  }
  return { end: 'done', sent };
}

/** Why nothing more of this chunk is sent; `null`: it continues. */
function giveUp({ run, chunk, services }: LeasedChunk): Ending | null {
  if (chunk.expiredLeases >= MAX_EXPIRED_LEASES) return { kind: 'failed', reason: 'sender-lost' };
  if (run.cancelled) return { kind: 'skipped', reason: 'cancelled' };
  const expired = Temporal.Instant.compare(services.clock.now(), run.expiresAt) >= 0;
  return expired ? { kind: 'skipped', reason: 'expired' } : null;
}
