import { Temporal } from 'temporal-polyfill';
import type { Fact } from '../send-log/fact.ts';
import type { ChunkName, Lease } from './chunk.client.ts';
import { type Attempt, type Chunk, claimOf } from './run.ts';
import { logEnding, sendShare } from './send-share.client.ts';
import { LEASE_SECONDS, LOST_LEASES_LIMIT, SPARE_MILLISECONDS } from './times.ts';
import {
  type End,
  type Ending,
  factOf,
  type Sender,
  type SendServices,
  type SetAside,
  type Turn,
} from './turn.ts';

/**
 * Sends one chunk: lease, settle what an earlier turn left, then share by share reserve, claim, send and log. One that lost
 * a sender before may be what killed it: that one is set aside until it can be sent alone, so that it takes no other with it.
 * Returning acknowledges the message; throwing brings it back.
 */
export async function sendChunk(
  name: ChunkName,
  sender: Sender,
  services: SendServices,
): Promise<End | 'busy-or-done' | SetAside> {
  const { chunks, clock, log, runs } = services;
  const now = clock.now().epochMilliseconds;
  if (now + SPARE_MILLISECONDS > sender.deadline) return putOff(name, services);
  const until = now + LEASE_SECONDS * 1000;
  const chunk = await chunks.lease(name, { owner: sender.owner, now, until });
  if (!chunk) {
    log.info('chunk-busy-or-done', { ...name });
    return 'busy-or-done';
  }
  const lease: Lease = { ...name, owner: sender.owner, turn: chunk.turn };
  // One that gives up makes no email: it can do no harm.
  if (chunk.lost > 0 && chunk.lost < LOST_LEASES_LIMIT && !sender.isAlone) {
    await chunks.release(lease);
    log.info('chunk-set-aside', { ...name, turn: chunk.turn });
    return { setAside: true, lost: chunk.lost };
  }
  const run = await runs.run(name.runId);
  if (!run) throw new Error(`Cannot send because the run ${name.runId} must exist`);
  const end = await takeTurn({ run, chunk, lease, deadline: sender.deadline, services });
  if (end === 'done') await chunks.finish(lease);
  if (end === 'held' || end === 'time-short') await chunks.release(lease);
  if (end === 'time-short') await services.queue.queue([name]);
  log.info(`chunk-${end}`, { ...name, turn: chunk.turn });
  return end;
}

/** Another invocation begins with this chunk. A new message, since one that comes back counts as a failure. */
async function putOff(name: ChunkName, { queue, log }: SendServices): Promise<End> {
  await queue.queue([name]);
  log.info('chunk-time-short', { ...name, turn: 0 });
  return 'time-short';
}

/** One turn of a chunk. An error gives the lease back: only a sender that dies may count as lost. */
async function takeTurn(turn: Turn): Promise<End> {
  const { chunk, lease, services } = turn;
  try {
    await settleClaims(chunk, services);
    return await sendShares(
      chunk.attempts.filter((attempt) => !chunk.claims.has(claimOf(attempt))),
      turn,
    );
  } catch (error) {
    await services.chunks.release(lease).catch(() => false);
    throw error;
  }
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
