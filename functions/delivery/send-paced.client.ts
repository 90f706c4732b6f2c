import type { Fact } from '../send-log/fact.ts';
import type { Clock } from '../shared/clock.ts';
import type { GateStore } from './gate.client.ts';
import type { ReadyMail } from './prepare.client.ts';
import type { Attempt } from './run.ts';
import type { Mailer, SesAnswer } from './ses.client.ts';
import { LATE_MILLISECONDS, SPARE_MILLISECONDS } from './times.ts';

/** Where and when: slots from `firstSlot` (epoch milliseconds), one each interval. */
export interface Pace {
  readonly runId: string;
  readonly firstSlot: number;
  readonly intervalMilliseconds: number;
  /** Epoch milliseconds: no slot may be later. */
  readonly deadline: number;
  readonly gate: GateStore;
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
    const wait = slot - pace.clock.now().epochMilliseconds;
    if (wait > 0) await pace.clock.sleep(wait);
    else if (wait < -LATE_MILLISECONDS) {
      const again = await reserveAgain(mails.length - index, pace);
      if (again === null) break;
      slot = again;
      await pace.clock.sleep(Math.max(0, slot - pace.clock.now().epochMilliseconds));
    }
    if (stopped()) break;
    inFlight.push(pace.mailer.send(mail.mail).then((answer) => void given.set(mail, answer)));
    slot += pace.intervalMilliseconds;
  }
  await Promise.all(inFlight);
  return resultOf(mails, given);
}

/** @returns the first new slot; `null` when there is none in time, or the gate can't be asked: the rest isn't sent. */
async function reserveAgain(count: number, pace: Pace): Promise<number | null> {
  const { gate, runId, intervalMilliseconds, clock, deadline } = pace;
  const now = clock.now().epochMilliseconds;
  // What is in flight must come home with its answers, so an error of the gate isn't thrown.
  const again = await gate.reserve(runId, { count, intervalMilliseconds, now }).catch(() => null);
  if (!again?.slots) return null;
  const end = again.firstSlot + count * intervalMilliseconds;
  return end + SPARE_MILLISECONDS > deadline ? null : again.firstSlot;
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
