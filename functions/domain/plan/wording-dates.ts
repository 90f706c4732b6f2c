import { Temporal } from 'temporal-polyfill';
import { dateWords } from '../../lib/court-time.ts';
import { monthName, type NamedTime, namedTimes, weekdayName } from './named-times.ts';
import type { PlanReading } from './plan-draft.ts';
import {
  isBetween,
  isReadable,
  meantDatesOf,
  PLAUSIBLE_DAYS,
  type Span,
  spanOf,
  yearOf,
} from './plan-span.ts';
import { type Finding, jsonPath, shown } from './problem.ts';
import { writtenTexts } from './written-texts.ts';

/** A date, month or weekday in the court's wording that isn't the plan's. */
interface StaleTime {
  readonly at: readonly PropertyKey[];
  readonly text: string;
  /** What to list under `meantDates` to confirm it; `null` if it is wrong in any case. */
  readonly key: string | null;
  /** What is expected, as a clause that starts with "must". */
  readonly message: string;
}

/**
 * Dates, months and weekdays in the court's wording that are probably wrong: the weekday doesn't match, or the date
 * isn't the plan's. A person can confirm one by listing it under `meantDates`.
 * @param before The plan that it replaces: any date of that plan is stale, however close.
 */
export function checkWordingDates({ draft }: Pick<PlanReading, 'draft'>, before: object | null): Finding[] {
  const meant = new Set(meantDatesOf(draft));
  return staleTimes(draft, before)
    .filter(({ key }) => key === null || !meant.has(key))
    .map(({ at, text, message }) => ({ at, found: shown(text), message }));
}

/** A part of the wording that a person should look at, though it may be meant. */
export interface DoubtfulWording {
  /** JSON path of the wording. */
  readonly path: string;
  readonly text: string;
}

/** Dates, months and weekdays in the wording that aren't the plan's, including those a person has confirmed. */
export function doubtfulWording(plan: object, before: object | null): DoubtfulWording[] {
  return staleTimes(plan, before).map(({ at, text }) => ({ path: jsonPath(at), text }));
}

/** What a person must confirm, each once: `2018-10-23`, `March 2018`, `Wednesday`. See {@link checkWordingDates}. */
export function datesToConfirm(plan: object, before: object | null): string[] {
  const meant = new Set(meantDatesOf(plan));
  const keys = staleTimes(plan, before).flatMap(({ key }) => key ?? []);
  return [...new Set(keys)].filter((key) => !meant.has(key)).sort();
}

/** The plan with every date in its wording listed under `meantDates`, as a person has confirmed. */
export function withMeantDates<Value extends object>(plan: Value, before: object | null): Value {
  return {
    ...plan,
    meantDates: [...new Set([...meantDatesOf(plan), ...datesToConfirm(plan, before)])].sort(),
  };
}

function staleTimes(plan: object, before: object | null): StaleTime[] {
  if (!isReadable(plan)) return [];
  const span = spanOf(plan, before);
  const near = span?.until ?? yearOf(plan);
  return writtenTexts(plan).flatMap(({ at, text }) =>
    namedTimes(text, near).flatMap((named) => {
      // Opening hours name weekdays.
      if (named.kind === 'weekday' && at.at(-1) === 'hours') return [];
      const stale = staleness(named, span);
      return stale ? [{ at, text: named.text, ...stale }] : [];
    }),
  );
}

function staleness(named: NamedTime, span: Span | null): Pick<StaleTime, 'key' | 'message'> | null {
  switch (named.kind) {
    case 'date':
      return staleDate(named, span);
    case 'month':
      return isNearMonth(named, span) ? null : confirmable(monthName(named), { what: 'a month', span });
    case 'weekday':
      return isNearWeekday(named.weekday, span)
        ? null
        : confirmable(weekdayName(named.weekday), { what: 'a weekday', span });
  }
}

function staleDate(
  { date, weekday }: Extract<NamedTime, { kind: 'date' }>,
  span: Span | null,
): Pick<StaleTime, 'key' | 'message'> | null {
  if (weekday !== null && weekday !== date.dayOfWeek) {
    const message = `must name the right weekday: that day is a ${weekdayName(date.dayOfWeek)}`;
    return { key: null, message };
  }
  const day = date.toString();
  const isPast = span?.past.has(day) && !span.own.has(day);
  return span && isBetween(date, span) && !isPast ? null : confirmable(day, { what: 'a date', span });
}

function isNearMonth({ month, year }: { month: number; year: number | null }, span: Span | null): boolean {
  if (!span) return false;
  const [first, last] = [span.from.toPlainYearMonth(), span.until.toPlainYearMonth()];
  const years = year === null ? [first.year, last.year] : [year];
  return years.some((each) => {
    const named = Temporal.PlainYearMonth.from({ year: each, month });
    return (
      Temporal.PlainYearMonth.compare(named, first) >= 0 && Temporal.PlainYearMonth.compare(named, last) <= 0
    );
  });
}

/** Whether a weekday falls within the plan's dates. Without dates, it may be a recurring one. */
function isNearWeekday(weekday: number, span: Span | null): boolean {
  if (!span) return true;
  const days = span.from.until(span.until).days - PLAUSIBLE_DAYS;
  return Array.from({ length: Math.min(days, 6) + 1 }, (_, day) => span.from.add({ days: day })).some(
    ({ dayOfWeek }) => dayOfWeek === weekday,
  );
}

/** What a finding says, for a person who confirms on a page. @param how such as `confirm that it is intended` */
export function withConfirming(message: string, how: string): string {
  return message.replace(CONFIRMABLE, `, or ${how}`);
}

/** Whether a person may confirm what a message finds: a date in the court's wording that the plan doesn't have. */
export function isConfirmable({ message }: Pick<Finding, 'message'>): boolean {
  return CONFIRMABLE.test(message);
}

const CONFIRMABLE = /, or list "[^"]*" under "meantDates" if intended/;

function confirmable(
  key: string,
  { what, span }: { what: string; span: Span | null },
): Pick<StaleTime, 'key' | 'message'> {
  const days = span ? `, ${words(span.from)} to ${words(span.until)}` : ', which has none yet';
  const advice = `change the wording, or list "${key}" under "meantDates" if intended`;
  return { key, message: `must be ${what} of this plan${days}: ${advice}` };
}

function words(date: Temporal.PlainDate): string {
  return dateWords(date.toString());
}
