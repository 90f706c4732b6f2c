import { count, counted } from '../../lib/count.ts';
import type { SendStatus } from '../send/status.ts';
import { skipWords } from '../send/words.ts';

/** A run's audience by outcome: `filers` is the sum of the four numbers after it. */
export interface Tally {
  readonly filers: number;
  /** The email was sent, no matter what was reported about it since. */
  readonly sent: number;
  readonly waiting: number;
  /** Skipped, or refused by the email service. */
  readonly notSent: number;
  /** It may have gone out or not. */
  readonly unconfirmed: number;
  /** The not sent by reason: `failed`, or why they were skipped. */
  readonly notSentBy: Readonly<Record<string, number>>;
}

/** What a tally is made from. */
interface Counted {
  readonly byStatus: Readonly<Partial<Record<SendStatus, number>>>;
  readonly skippedBy: Readonly<Record<string, number>>;
}

/** Sums up counts by status: every page, report and command takes its numbers from here. */
export function tallyOf({ byStatus, skippedBy }: Counted): Tally {
  const of = (...statuses: SendStatus[]) =>
    statuses.reduce((sum, status) => sum + (byStatus[status] ?? 0), 0);
  const sent = of('sent', 'delayed', 'delivered', 'bounced', 'complained');
  const [waiting, notSent, unconfirmed] = [of('waiting'), of('skipped', 'failed'), of('unknown')];
  const failed = of('failed');
  return {
    filers: sent + waiting + notSent + unconfirmed,
    sent,
    waiting,
    notSent,
    unconfirmed,
    notSentBy: { ...skippedBy, ...(failed > 0 && { failed }) },
  };
}

/**
 * `291 filers: 258 sent, 30 waiting, 3 not sent`, or `No filers to email`.
 * @param options `isExact`: otherwise what was sent in the last minutes is estimated.
 */
export function tallyWords(
  { filers, sent, waiting, notSent, unconfirmed }: Tally,
  { isExact }: { readonly isExact: boolean } = { isExact: true },
): string {
  if (filers === 0) return 'No filers to email';
  const about = isExact ? '' : 'about ';
  const parts = [
    `${about}${count(sent)} sent`,
    `${about}${count(waiting)} waiting`,
    `${count(notSent)} not sent`,
    ...(unconfirmed > 0 ? [`${count(unconfirmed)} unconfirmed`] : []),
  ];
  return `${counted(filers, 'filer')}: ${parts.join(', ')}`;
}

/** `2 no usable address`: why emails weren't sent, the most frequent reason first. */
export function notSentWords({ notSentBy }: Pick<Tally, 'notSentBy'>): string[] {
  return Object.entries(notSentBy)
    .map(([reason, filers]) => ({ filers, words: reason === 'failed' ? FAILED : skipWords(reason) }))
    .toSorted(mostFirst)
    .map(({ filers, words }) => `${count(filers)} ${words}`);
}

/** A reason, and how many filers it was for. */
interface Reason {
  readonly filers: number;
  readonly words: string;
}

/** The order of reasons on every page: the most frequent first, then by the alphabet. */
export function mostFirst(one: Reason, other: Reason): number {
  return other.filers - one.filers || one.words.localeCompare(other.words);
}

const FAILED = 'refused by the email service';
