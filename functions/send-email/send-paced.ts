import type { Mailer } from '../aws/ses.ts';
import type { Attempt } from '../domain/run/run.ts';
import { MAX_LATENESS_MILLISECONDS } from '../domain/run/timeouts.ts';
import { endsShare, type SesAnswer, type ShareOutcome, shareOutcome } from '../domain/send/share-outcome.ts';
import type { Clock } from '../lib/clock.ts';
import type { ReadyMail } from './prepare.ts';
import type { RateLimiter } from './rate-limiter.ts';

/** Where and when: slots from `firstSlot` (epoch microseconds) on, one each interval. */
interface Pace {
  readonly runId: string;
  readonly firstSlot: number;
  readonly intervalMicroseconds: number;
  /** Epoch milliseconds at which the sender ends. */
  readonly deadline: number;
  readonly rateLimiter: RateLimiter;
  readonly mailer: Mailer;
  readonly clock: Clock;
}

/** Sends each mail in its slot, several in flight at once; a "not now" from SES ends the share. */
export async function sendPaced(mails: readonly ReadyMail[], pace: Pace): Promise<ShareOutcome<Attempt>> {
  const given = new Map<ReadyMail, SesAnswer>();
  const stopped = () => [...given.values()].some(endsShare);
  const inFlight: Promise<void>[] = [];
  let slot = pace.firstSlot;
  for (const [index, mail] of mails.entries()) {
    const ready = await waitFor(slot, { count: mails.length - index, pace });
    if (ready === null || stopped()) break;
    slot = ready;
    inFlight.push(pace.mailer.send(mail.mail).then((answer) => void given.set(mail, answer)));
    slot += pace.intervalMicroseconds;
  }
  await Promise.all(inFlight);
  return shareOutcome(mails.map((mail) => ({ attempt: mail.attempt, answer: given.get(mail) })));
}

/**
 * Waits for a slot, and acquires others for the rest when it is missed: before the wait, or by a sleep that took too
 * long.
 * @returns the slot that has come; `null`: the rest isn't sent.
 */
async function waitFor(slot: number, { count, pace }: { count: number; pace: Pace }): Promise<number | null> {
  for (let next: number | null = slot; next !== null; next = await acquireAgain(count, pace)) {
    const wait = untilSlot(next, pace);
    if (wait > 0) await pace.clock.sleep(wait);
    if (-untilSlot(next, pace) <= MAX_LATENESS_MILLISECONDS) return next;
  }
  return null;
}

/** Milliseconds to a slot, negative when it is past. */
function untilSlot(slot: number, { clock }: Pace): number {
  return slot / 1000 - clock.now().epochMilliseconds;
}

/** @returns the first new slot; `null` when there is none in time, or the gate can't be asked: the rest isn't sent. */
async function acquireAgain(count: number, { rateLimiter, runId, ...pace }: Pace): Promise<number | null> {
  // What is in flight must come home with its answers, so an error of the gate isn't thrown.
  const again = await rateLimiter.acquire(runId, { count, ...pace }).catch(() => null);
  return again?.acquired ? again.firstSlot : null;
}
