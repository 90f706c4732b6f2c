import type { Mailer, SesAnswer } from '../aws/ses.ts';
import type { Attempt } from '../domain/run/run.ts';
import { LATE_MILLISECONDS } from '../domain/run/timeouts.ts';
import type { Fact } from '../domain/send/fact.ts';
import type { Clock } from '../lib/clock.ts';
import type { ReadyMail } from './prepare.ts';
import type { SlotTaker } from './slots.ts';

/** Where and when: slots from `firstSlot` (epoch microseconds) on, one each interval. */
export interface Pace {
  readonly runId: string;
  readonly firstSlot: number;
  readonly intervalMicroseconds: number;
  /** Epoch milliseconds at which the sender ends. */
  readonly deadline: number;
  readonly slots: SlotTaker;
  readonly mailer: Mailer;
  readonly clock: Clock;
}

export interface PacedResult {
  readonly answers: readonly (Pick<Fact, 'kind' | 'reason' | 'messageId'> & { readonly attempt: Attempt })[];
  /** SES definitely didn't take these. */
  readonly notSent: readonly Attempt[];
  readonly throttled: boolean;
  /** Why SES refuses every email, if so. */
  readonly refusedAll?: string;
}

/** Sends each mail in its slot, several in flight at once; a "not now" from SES ends the share. */
export async function sendPaced(mails: readonly ReadyMail[], pace: Pace): Promise<PacedResult> {
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
  return resultOf(mails, given);
}

/**
 * Waits for a slot, and takes others for the rest when it is missed: before the wait, or by a sleep that took too long.
 * @returns the slot that has come; `null`: the rest isn't sent.
 */
async function waitFor(slot: number, { count, pace }: { count: number; pace: Pace }): Promise<number | null> {
  for (let next: number | null = slot; next !== null; next = await takeAgain(count, pace)) {
    const wait = untilSlot(next, pace);
    if (wait > 0) await pace.clock.sleep(wait);
    if (-untilSlot(next, pace) <= LATE_MILLISECONDS) return next;
  }
  return null;
}

/** Milliseconds to a slot, negative when it is past. */
function untilSlot(slot: number, { clock }: Pace): number {
  return slot / 1000 - clock.now().epochMilliseconds;
}

/** @returns the first new slot; `null` when there is none in time, or the gate can't be asked: the rest isn't sent. */
async function takeAgain(count: number, { slots, runId, ...pace }: Pace): Promise<number | null> {
  // What is in flight must come home with its answers, so an error of the gate isn't thrown.
  const again = await slots.take(runId, { count, ...pace }).catch(() => null);
  return again?.slots ? again.firstSlot : null;
}

function endsShare({ outcome }: SesAnswer): boolean {
  return outcome === 'throttled' || outcome === 'refused-all';
}

function resultOf(mails: readonly ReadyMail[], given: ReadonlyMap<ReadyMail, SesAnswer>): PacedResult {
  const answers: PacedResult['answers'][number][] = [];
  const notSent: Attempt[] = [];
  for (const mail of mails) {
    const answer = given.get(mail);
    if (!answer || answer.outcome === 'throttled' || answer.outcome === 'refused-all') {
      notSent.push(mail.attempt);
    } else {
      const { outcome, ...rest } = answer;
      answers.push({ attempt: mail.attempt, kind: outcome, ...rest });
    }
  }
  const all = [...given.values()];
  const refused = all.find((answer) => answer.outcome === 'refused-all');
  return {
    answers,
    notSent,
    throttled: all.some(({ outcome }) => outcome === 'throttled'),
    ...(refused && { refusedAll: refused.reason }),
  };
}
