import { hash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { holidayOn } from '../plan/holidays.ts';

/** The notices that court staff get by email, by their names in the plan. */
export type StaffNotice = 'digest' | 'urgent' | 'weekly';

/** When a workday's summary is sent, by the court's clock. */
const DIGEST_AT = Temporal.PlainTime.from('07:30');

/** Urgent notices are at least this far apart: what comes up in between is told in one email. */
const URGENT_APART = Temporal.Duration.from({ minutes: 10 });

/** The notices that are due, each with the name of its day: one of a name is sent once. */
export interface DueNotices {
  /** `2018-10-22`; `null`: none is due now. */
  readonly digest: string | null;
  /** Monday of the week, `2018-10-22`. It comes with the first summary of a week; `null`: none is due now. */
  readonly weekly: string | null;
}

/** Which of the regular notices are due, as far as the court's clock tells: each is due until it is sent. */
export function dueNotices(now: Temporal.Instant, zone: string): DueNotices {
  const local = now.toZonedDateTimeISO(zone);
  const day = local.toPlainDate();
  const isEarly = Temporal.PlainTime.compare(local.toPlainTime(), DIGEST_AT) < 0;
  if (isEarly || day.dayOfWeek > 5 || holidayOn(day) !== null) return { digest: null, weekly: null };
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  return { digest: day.toString(), weekly: monday.toString() };
}

/**
 * Names something that needs attention, whatever its counts: that five emails failed where there were four is no news.
 */
export function needKey({ title, href = '' }: { readonly title: string; readonly href?: string }): string {
  const plain = title
    .toLowerCase()
    .replaceAll(/\d[\d,.:]*/g, '')
    .replaceAll(/s\b/g, '');
  return hash('sha256', JSON.stringify([plain, href]), 'hex').slice(0, 12);
}

/** What staff have been told about urgently. */
export interface ToldNeeds {
  /** Keys of what needed attention the last time, in order; see {@link needKey}. */
  readonly keys: readonly string[];
  /** When the last urgent notice was sent: instant, ISO 8601 in UTC; `null`: never. */
  readonly sentAt: string | null;
  /** Counts the changes: who changes it must have read this one. */
  readonly revision: number;
}

/** What urgent notices have to say: what is new, and what is to be noted before it is sent. */
export type UrgentDecision =
  | { readonly send: true; readonly keys: ReadonlySet<string>; readonly next: ToldNeeds }
  /** `next`: what is noted in any case; `null`: nothing has changed, or it must wait for the next look. */
  | { readonly send: false; readonly next: ToldNeeds | null };

/** Decides about an urgent notice. What is over is forgotten, so that it is told again when it comes back. */
export function decideUrgent(
  needed: readonly string[],
  { told, now }: { told: ToldNeeds; now: Temporal.Instant },
): UrgentDecision {
  const keys = [...new Set(needed)].sort();
  const known = new Set(told.keys);
  const fresh = new Set(keys.filter((key) => !known.has(key)));
  const revision = told.revision + 1;
  if (fresh.size > 0) {
    if (told.sentAt !== null && isSoonAfter(told.sentAt, now)) return { send: false, next: null };
    return { send: true, keys: fresh, next: { keys, sentAt: now.toString(), revision } };
  }
  return { send: false, next: keys.length < known.size ? { ...told, keys, revision } : null };
}

function isSoonAfter(sentAt: string, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, Temporal.Instant.from(sentAt).add(URGENT_APART)) < 0;
}
