import { allowedRate, intervalMicroseconds, shareSize } from '../domain/run/rate.ts';
import { type Attempt, claimOf } from '../domain/run/run.ts';
import { tellTrip, trip } from './circuit-breaker.ts';
import { type Ending, factOf, type Step, type Turn } from './lease.ts';
import type { ReadyMail } from './prepare.ts';
import { prepareShare } from './prepare-share.ts';
import { slowDown } from './reduce-rate.ts';
import { type PacedResult, sendPaced } from './send-paced.ts';
import { watchFailures } from './watch-failures.ts';

/** Prepares, reserves, claims and sends up to one second's share of what is open. */
export async function sendShare(open: readonly Attempt[], turn: Turn): Promise<Step> {
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
    await logEnding(turn, open, { kind: 'skipped', reason: 'cancelled' });
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

/** Says of attempts that they end in the same way. */
export function logEnding(
  { run, services }: Turn,
  attempts: readonly Attempt[],
  ending: Ending,
): Promise<void> {
  const { clock, sendLog } = services;
  return sendLog.append(attempts.map((attempt) => factOf(run.runId, attempt, { ...ending, clock })));
}
