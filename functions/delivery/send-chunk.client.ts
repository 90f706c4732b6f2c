import { Temporal } from 'temporal-polyfill';
import type { Fact } from '../send-log/fact.ts';
import type { SendLogStore } from '../send-log/send-log.client.ts';
import type { Clock } from '../shared/clock.ts';
import type { EventPublisher } from '../shared/events.client.ts';
import type { Log } from '../shared/log.ts';
import { isOut } from './already-out.ts';
import type { ChunkName, ChunkStore, Lease } from './chunk.client.ts';
import type { ChunkQueue } from './chunk-queue.client.ts';
import type { GateStore } from './gate.client.ts';
import { allowedRate, intervalMicroseconds, shareSize } from './gate.ts';
import type { SendingLimits } from './limits.client.ts';
import type { PrepareMail, ReadyMail } from './prepare.client.ts';
import type { RunStore } from './run.client.ts';
import { type Attempt, type Chunk, claimOf, type Run } from './run.ts';
import { type PacedResult, sendPaced } from './send-paced.client.ts';
import type { Mailer, SendQuota } from './ses.client.ts';
import type { SlotTaker } from './slots.client.ts';
import { slowDown } from './slow-down.client.ts';
import { LEASE_SECONDS, LOST_LEASES_LIMIT, SPARE_MILLISECONDS } from './times.ts';
import { tellTrip, trip } from './trip.client.ts';
import { watchFailures } from './watch-failures.client.ts';

/** What sending a chunk needs. */
export interface SendServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly runs: RunStore;
  readonly chunks: ChunkStore;
  readonly gate: GateStore;
  readonly slots: SlotTaker;
  readonly sendLog: SendLogStore;
  readonly queue: ChunkQueue;
  readonly mailer: Mailer;
  readonly events: EventPublisher;
  readonly prepare: PrepareMail;
  /** The account's limits, not older than a minute. */
  readonly quota: () => Promise<SendQuota>;
  /** The same, and the part of them that is this launch's. */
  readonly limits: (run: Run) => Promise<SendingLimits>;
}

/** Who sends, and until when (epoch milliseconds). */
export interface Sender {
  readonly owner: string;
  readonly deadline: number;
  /** Nothing else is sent by the same process meanwhile. */
  readonly isAlone: boolean;
}

/**
 * Sends one chunk: lease, settle what an earlier turn left, then share by share reserve, claim, send and log. One that lost
 * a sender before may be what killed it: that one is set aside until it can be sent alone, so that it takes no other with it.
 * Returning acknowledges the message; throwing brings it back.
 */
export async function sendChunk(
  name: ChunkName,
  sender: Sender,
  services: SendServices,
): Promise<End | 'busy-or-done' | 'set-aside'> {
  const { chunks, clock, log, runs } = services;
  const now = clock.now().epochMilliseconds;
  if (now + SPARE_MILLISECONDS > sender.deadline) return putOff(name, services);
  const until = now + LEASE_SECONDS * 1000;
  const chunk = await chunks.lease(name, { owner: sender.owner, now, until });
  if (!chunk) {
    log.info('chunk-busy-or-done', { ...name });
    return 'busy-or-done';
  }
  const run = await runs.run(name.runId);
  if (!run) throw new Error(`Cannot send because the run ${name.runId} must exist`);
  const lease: Lease = { ...name, owner: sender.owner, turn: chunk.turn };
  if (chunk.lost > 0 && !sender.isAlone) {
    await chunks.release(lease);
    log.info('chunk-set-aside', { ...name, turn: chunk.turn });
    return 'set-aside';
  }
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

interface Turn {
  readonly run: Run;
  readonly chunk: Chunk;
  readonly lease: Lease;
  readonly deadline: number;
  readonly services: SendServices;
}

export type End = 'done' | 'held' | 'time-short' | 'turn-lost';

async function sendShares(attempts: readonly Attempt[], turn: Turn): Promise<End> {
  let open = attempts;
  while (open.length > 0) {
    const given = giveUp(turn);
    if (given) {
      await log(turn, open, given);
      return 'done';
    }
    const step = await sendShare(open, turn);
    if (step.end) return step.end;
    open = open.filter((attempt) => !step.settled.has(claimOf(attempt)));
  }
  return 'done';
}

type Ending = Pick<Fact, 'kind'> & { readonly reason: string };

/** Why nothing more of this chunk is sent, if so. */
function giveUp({ run, chunk, services }: Turn): Ending | null {
  if (chunk.lost >= LOST_LEASES_LIMIT) return { kind: 'failed', reason: 'sender-lost' };
  if (run.cancelled) return { kind: 'skipped', reason: 'cancelled' };
  const expired = Temporal.Instant.compare(services.clock.now(), run.expiresAt) >= 0;
  return expired ? { kind: 'skipped', reason: 'expired' } : null;
}

type Step = { readonly end?: End; readonly settled: ReadonlySet<string> };

/** Prepares, reserves, claims and sends up to one second's share of what is open. */
async function sendShare(open: readonly Attempt[], turn: Turn): Promise<Step> {
  const { services, run } = turn;
  const limits = await services.limits(run);
  const gate = await services.gate.read();
  if (limits.left < 1) return holdForQuota(turn);
  const rate = allowedRate(gate, { ...limits, now: services.clock.now().epochMilliseconds });
  const { mails, settled, failed, turnLost } = await prepareShare(open.slice(0, shareSize(rate)), turn);
  if (turnLost) return { end: 'turn-lost', settled };
  const watched = { run, gate, limits, services };
  if (mails.length === 0) {
    await watchFailures(failed, watched);
    return { settled };
  }
  const slots = await takeSlots(mails, { turn, intervalMicroseconds: intervalMicroseconds(rate) });
  if ('end' in slots) {
    if (slots.end !== 'cancelled') return { end: slots.end, settled };
    await log(turn, open, { kind: 'skipped', reason: 'cancelled' });
    return { end: 'done', settled };
  }
  const sent = await sendPaced(mails, {
    runId: run.runId,
    deadline: turn.deadline,
    ...slots,
    ...services,
  });
  const step = await record(sent, turn);
  await watchFailures([...failed, ...sent.answers.map(({ kind }) => kind)], watched);
  return { ...step, settled: settled.union(step.settled) };
}

/** The day's emails are used up: SES frees them as time passes, and the sweep lifts the hold then. */
async function holdForQuota({ run, services }: Turn): Promise<Step> {
  await trip({ scope: run.runId, reason: 'daily-quota', run }, services);
  return { end: 'held', settled: new Set() };
}

type ClaimedSlots =
  | { readonly firstSlot: number; readonly intervalMicroseconds: number }
  | { readonly end: 'held' | 'cancelled' | 'time-short' | 'turn-lost' };

/** Reserves slots at the gate and claims the attempts while the turn is still this one. */
async function takeSlots(
  mails: readonly ReadyMail[],
  { turn, intervalMicroseconds }: { turn: Turn; intervalMicroseconds: number },
): Promise<ClaimedSlots> {
  const { services, run, lease, deadline } = turn;
  const wanted = { count: mails.length, intervalMicroseconds, deadline };
  const reserved = await services.slots.take(run.runId, wanted);
  if (!reserved.slots) return { end: reserved.reason };
  const { firstSlot } = reserved;
  const claimed = await services.chunks.claim(
    lease,
    mails.map(({ attempt }) => attempt),
  );
  return claimed ? { firstSlot, intervalMicroseconds } : { end: 'turn-lost' };
}

/** Logs what SES answered, and gives back what it didn't take. */
async function record(sent: PacedResult, turn: Turn): Promise<Step> {
  const { services, run, lease } = turn;
  const { clock } = services;
  const settled = new Set(sent.answers.map(({ attempt }) => claimOf(attempt)));
  await services.sendLog.append(
    sent.answers.map(({ attempt, ...answer }) => factOf(run.runId, attempt, { ...answer, clock })),
  );
  const isNew = sent.refusedAll && (await services.gate.trip('all', sent.refusedAll));
  // Before what else may fail: SES definitely didn't take these, and a claim left behind would say "unknown".
  const unclaimed = sent.notSent.length === 0 || (await services.chunks.unclaim(lease, sent.notSent));
  if (sent.throttled) await slowDown(services);
  if (sent.refusedAll && isNew) await tellTrip({ scope: 'all', reason: sent.refusedAll, run }, services);
  return unclaimed ? { settled } : { end: 'turn-lost', settled };
}

interface Share {
  readonly mails: readonly ReadyMail[];
  readonly settled: ReadonlySet<string>;
  /** A `failed` for each email that couldn't be made. */
  readonly failed: readonly 'failed'[];
  readonly turnLost?: boolean;
}

/** Mails to send, and the attempts that need none: their facts are logged. */
async function prepareShare(attempts: readonly Attempt[], { run, lease, services }: Turn): Promise<Share> {
  const sent = await alreadySent(run.runId, attempts, services);
  const prepared = [
    ...sent.map((attempt) => ({ attempt, kind: 'skipped', reason: 'already-sent' }) as const),
    ...(await services.prepare(
      run,
      attempts.filter((attempt) => !sent.includes(attempt)),
    )),
  ];
  const without = prepared.filter((one) => 'reason' in one);
  const failed = without.filter(({ kind }) => kind === 'failed').map(({ attempt }) => attempt);
  // A person may retry what failed: claimed, this attempt can't go out any more beside that retry.
  if (failed.length > 0 && !(await services.chunks.claim(lease, failed))) {
    return { mails: [], settled: new Set(), failed: [], turnLost: true };
  }
  const { clock } = services;
  await services.sendLog.append(
    without.map(({ attempt, kind, reason }) => factOf(run.runId, attempt, { kind, reason, clock })),
  );
  return {
    mails: prepared.filter((one) => 'mail' in one),
    failed: failed.map(() => 'failed'),
    settled: new Set(without.map(({ attempt }) => claimOf(attempt))),
  };
}

/** Retries whose email has proved to be out meanwhile, by facts read right before sending. */
async function alreadySent(
  runId: string,
  attempts: readonly Attempt[],
  { sendLog }: SendServices,
): Promise<Attempt[]> {
  const sent: Attempt[] = [];
  for (const attempt of attempts.filter((one) => one.attempt > 1)) {
    const facts = await sendLog.factsOf(runId, attempt.filerId);
    if (isOut(attempt, facts)) sent.push(attempt);
  }
  return sent;
}

function log({ run, services }: Turn, attempts: readonly Attempt[], ending: Ending): Promise<void> {
  const { clock, sendLog } = services;
  return sendLog.append(attempts.map((attempt) => factOf(run.runId, attempt, { ...ending, clock })));
}

function factOf(
  runId: string,
  { filerId, attempt, state }: Attempt,
  { clock, ...rest }: Pick<Fact, 'kind' | 'reason' | 'messageId'> & { clock: Clock },
): Fact {
  return { runId, filerId, attempt, state, at: clock.now().toString(), ...rest };
}
