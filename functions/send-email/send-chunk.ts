import { Temporal } from 'temporal-polyfill';
import type { ChunkName, Lease } from '../aws/chunks.ts';
import { type Attempt, type Chunk, claimOf } from '../domain/run/run.ts';
import { LEASE_SECONDS, LOST_LEASES_LIMIT, SPARE_MILLISECONDS } from '../domain/run/timeouts.ts';
import type { Fact } from '../domain/send/fact.ts';
import { type End, type Ending, factOf, type Turn } from './lease.ts';
import { logEnding, sendShare } from './send-share.ts';
import type { Sender, SendServices } from './sender.ts';

/** What became of a chunk. Set aside: leased and given back, to be sent alone, since it lost so many senders. */
export type ChunkResult =
  | { readonly end: End | 'busy-or-done' }
  | { readonly end: 'set-aside'; readonly lost: number };

/**
 * Sends one chunk: lease, settle what an earlier turn left, then share by share reserve, claim, send and log. One that lost
 * a sender before may be what killed it: that one is set aside until it can be sent alone, so that it takes no other with it.
 * Returning acknowledges the message; throwing brings it back.
 */
export async function sendChunk(
  name: ChunkName,
  sender: Sender,
  services: SendServices,
): Promise<ChunkResult> {
  const { chunks, clock, log } = services;
  const now = clock.now().epochMilliseconds;
  if (now + SPARE_MILLISECONDS > sender.deadline) return putOff(name, services);
  const until = now + LEASE_SECONDS * 1000;
  const chunk = await chunks.lease(name, { owner: sender.owner, now, until });
  if (!chunk) {
    log.info('chunk-busy-or-done', { ...name });
    return { end: 'busy-or-done' };
  }
  const lease: Lease = { ...name, owner: sender.owner, turn: chunk.turn };
  try {
    const result = await sendLeased(chunk, { lease, sender, services });
    log.info(`chunk-${result.end}`, { ...name, turn: chunk.turn });
    return result;
  } catch (error) {
    // Only a sender that dies may count as lost.
    await chunks.release(lease).catch(() => false);
    throw error;
  }
}

/** Another invocation begins with this chunk. A new message, since one that comes back counts as a failure. */
async function putOff(name: ChunkName, { queue, log }: SendServices): Promise<ChunkResult> {
  await queue.queue([name]);
  log.info('chunk-time-short', { ...name, turn: 0 });
  return { end: 'time-short' };
}

async function sendLeased(
  chunk: Chunk,
  { lease, sender, services }: { lease: Lease; sender: Sender; services: SendServices },
): Promise<ChunkResult> {
  const { chunks, runs, queue } = services;
  const { runId } = lease;
  // One that gives up makes no email: it can do no harm.
  if (chunk.lost > 0 && chunk.lost < LOST_LEASES_LIMIT && !sender.isAlone) {
    await chunks.release(lease);
    return { end: 'set-aside', lost: chunk.lost };
  }
  const run = await runs.run(runId);
  if (!run) throw new Error(`Cannot send because the run ${runId} must exist`);
  await settleClaims(chunk, services);
  const open = chunk.attempts.filter((attempt) => !chunk.claims.has(claimOf(attempt)));
  const end = await sendShares(open, { run, chunk, lease, deadline: sender.deadline, services });
  if (end === 'done') await chunks.finish(lease);
  if (end === 'held' || end === 'time-short') await chunks.release(lease);
  if (end === 'time-short') await queue.queue([{ runId, chunk: lease.chunk }]);
  return { end };
}

/**
 * An attempt that an earlier turn claimed and left without an outcome may have gone out or not. That it is `skipped` is no
 * outcome of a claim: a sender says so that woke up late, after another one had claimed.
 */
async function settleClaims(chunk: Chunk, { sendLog, clock }: SendServices): Promise<void> {
  const claimed = chunk.attempts.filter((attempt) => chunk.claims.has(claimOf(attempt)));
  const unsettled: Fact[] = [];
  for (const attempt of claimed) {
    const facts = await sendLog.factsOf(chunk.runId, attempt.filerId);
    if (facts.some(({ kind, ...fact }) => fact.attempt === attempt.attempt && kind !== 'skipped')) continue;
    unsettled.push(factOf(chunk.runId, attempt, { kind: 'unknown', reason: 'sender-stopped', clock }));
  }
  await sendLog.append(unsettled);
}

async function sendShares(attempts: readonly Attempt[], turn: Turn): Promise<End> {
  let open = attempts;
  while (open.length > 0) {
    const given = giveUp(turn);
    if (given) {
      await logEnding(turn, open, given);
      return 'done';
    }
    const step = await sendShare(open, turn);
    if (step.end) return step.end;
    open = open.filter((attempt) => !step.settled.has(claimOf(attempt)));
  }
  return 'done';
}

/** Why nothing more of this chunk is sent, if so. */
function giveUp({ run, chunk, services }: Turn): Ending | null {
  if (chunk.lost >= LOST_LEASES_LIMIT) return { kind: 'failed', reason: 'sender-lost' };
  if (run.cancelled) return { kind: 'skipped', reason: 'cancelled' };
  const expired = Temporal.Instant.compare(services.clock.now(), run.expiresAt) >= 0;
  return expired ? { kind: 'skipped', reason: 'expired' } : null;
}
