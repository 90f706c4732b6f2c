import { allowedRate, intervalMicroseconds, shareSize } from '../domain/run/rate.ts';
import { type Attempt, claimOf } from '../domain/run/run.ts';
import type { ShareOutcome } from '../domain/send/share-outcome.ts';
import { notifyHold, openBreaker, watchFailures } from './circuit-breaker.ts';
import { type End, factOf, type LeasedChunk, logEnding, type Step } from './lease.ts';
import type { ReadyMail } from './prepare.ts';
import { prepareShare } from './prepare-share.ts';
import { reduceRate } from './rate-limiter.ts';
import { sendPaced } from './send-paced.ts';

/** Prepares, reserves, claims and sends up to one second's share of what is open. */
export async function sendShare(open: readonly Attempt[], leased: LeasedChunk): Promise<Step> {
  const { services, run, lease, deadline } = leased;
  const limits = await services.limits(run);
  const gate = await services.gate.read();
  if (limits.left < 1) return holdForQuota(leased);
  const rate = allowedRate(gate, { ...limits, now: services.clock.now().epochMilliseconds });
  const { mails, settled, failed, leaseLost } = await prepareShare(open.slice(0, shareSize(rate)), leased);
  if (leaseLost) return { end: 'lease-lost', settled };
  const watched = { run, gate, limits, services };
  if (mails.length === 0) {
    await watchFailures(failed, watched);
    return { settled };
  }
  const slots = await claimSlots(mails, { leased, intervalMicroseconds: intervalMicroseconds(rate) });
  if (!slots.claimed) {
    if (slots.end !== 'cancelled') return { end: slots.end, settled };
    await logEnding(leased, open, { kind: 'skipped', reason: 'cancelled' });
    return { end: 'done', settled };
  }
  const sent = await sendPaced(mails, { runId: lease.runId, deadline, ...slots, ...services });
  const step = await settle(sent, leased);
  await watchFailures([...failed, ...sent.answers.map(({ kind }) => kind)], watched);
  return { ...step, settled: settled.union(step.settled) };
}

/** The day's emails are used up: SES frees them as time passes, and the sweep lifts the hold then. */
async function holdForQuota({ run, services }: LeasedChunk): Promise<Step> {
  await openBreaker({ scope: run.runId, reason: 'daily-quota', run }, services);
  return { end: 'held', settled: new Set() };
}

type ClaimedSlots =
  | { readonly claimed: true; readonly firstSlot: number; readonly intervalMicroseconds: number }
  | { readonly claimed: false; readonly end: Exclude<End, 'done'> | 'cancelled' };

/** Reserves slots at the send gate, and claims the attempts while the lease epoch, the fencing token, still matches. */
async function claimSlots(
  mails: readonly ReadyMail[],
  { leased, intervalMicroseconds }: { leased: LeasedChunk; intervalMicroseconds: number },
): Promise<ClaimedSlots> {
  const { services, run, lease, deadline } = leased;
  const wanted = { count: mails.length, intervalMicroseconds, deadline };
  const slots = await services.rateLimiter.acquire(run.runId, wanted);
  if (!slots.acquired) return { claimed: false, end: slots.reason };
  const { firstSlot } = slots;
  const claimed = await services.chunks.claim(
    lease,
    mails.map(({ attempt }) => attempt),
  );
  return claimed ? { claimed, firstSlot, intervalMicroseconds } : { claimed, end: 'lease-lost' };
}

/** Logs what SES answered, and takes back the claims of what it didn't take. */
async function settle(sent: ShareOutcome<Attempt>, leased: LeasedChunk): Promise<Step> {
  const { services, run, lease } = leased;
  const { clock } = services;
  const settled = new Set(sent.answers.map(({ attempt }) => claimOf(attempt)));
  await services.sendLog.append(
    sent.answers.map(({ attempt, ...answer }) => factOf(run.runId, attempt, { ...answer, clock })),
  );
  const isNew = sent.refusedAll && (await services.gate.openBreaker('all', sent.refusedAll));
  // Before anything else that may fail: SES definitely didn't take these, and a claim left behind would say "unknown".
  const unclaimed = sent.notSent.length === 0 || (await services.chunks.unclaim(lease, sent.notSent));
  if (sent.throttled) await reduceRate(services);
  if (sent.refusedAll && isNew) await notifyHold({ scope: 'all', reason: sent.refusedAll, run }, services);
  const taken = sent.answers.filter(({ kind }) => kind === 'sent').length;
  return unclaimed ? { settled, sent: taken } : { end: 'lease-lost', settled };
}
