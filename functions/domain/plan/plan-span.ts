import { Temporal } from 'temporal-polyfill';
import { DATES, PIVOT, WINDOWS } from './dated.ts';
import { namedTimes } from './named-times.ts';
import { valueAt } from './problem.ts';
import { writtenTexts } from './written-texts.ts';

/** How long after the last date a day in the court's wording is plausible: deadlines are extended by some days. */
export const PLAUSIBLE_DAYS = 7;

/** Days from the plan's first date to a week after its last. */
export interface Span {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  readonly own: ReadonlySet<string>;
  /** Dates of the previous plan, which its wording named too, and dates that a person has confirmed. */
  readonly past: ReadonlySet<string>;
}

/** If the pivot's certainty is invalid, the plan's dates can't be determined. */
export function isReadable(plan: object): boolean {
  return dayAt(plan, [...PIVOT.at, 'date']) !== null || isOpen(plan);
}

function isOpen(plan: object): boolean {
  return valueAt(plan, [...PIVOT.at, 'certainty']) === 'to-be-announced';
}

/** `null` if the plan has no date yet. */
export function spanOf(plan: object, before: object | null): Span | null {
  const days = ownDates(plan).sort(Temporal.PlainDate.compare);
  const [from, last] = [days[0], days.at(-1)];
  if (!from || !last) return null;
  return {
    from,
    until: last.add({ days: PLAUSIBLE_DAYS }),
    own: new Set(days.map(String)),
    past: new Set([...(before ? datesBefore(plan, before) : []), ...meantDatesOf(plan)]),
  };
}

/** What a person has confirmed: `2018-10-23`, `March 2018`, `Wednesday`. */
export function meantDatesOf(plan: object): readonly string[] {
  const listed = valueAt(plan, ['meantDates']);
  return Array.isArray(listed) ? listed.map(String) : [];
}

function datesBefore(plan: object, before: object): ReadonlySet<string> {
  const [old, now] = [before, plan].map((each) => ownDates(each).map(String));
  if (!old?.length || old.join() === now?.join()) return new Set();
  const near = spanOf(before, null)?.until ?? yearOf(before);
  const named = writtenTexts(before).flatMap(({ text }) =>
    namedTimes(text, near).flatMap((time) => (time.kind === 'date' ? time.date.toString() : [])),
  );
  return new Set([...old, ...named]);
}

function ownDates(plan: object): Temporal.PlainDate[] {
  const windows = WINDOWS.flatMap(([, { at }]) => [dayAt(plan, [...at, 'from']), dayAt(plan, [...at, 'to'])]);
  const dates = DATES.map(([, { at }]) => dayAt(plan, [...at, 'date']));
  return [...dates, ...windows].filter((date) => date !== null);
}

/** The year in the launch's name. Any year would do, as long as it is always the same. */
export function yearOf(plan: object): Temporal.PlainDate {
  const [year = '2000'] = /\b(?:19|20)\d{2}\b/.exec(String(valueAt(plan, ['name']))) ?? [];
  return Temporal.PlainDate.from(`${year}-07-01`);
}

function dayAt(plan: object, at: readonly PropertyKey[]): Temporal.PlainDate | null {
  const text = valueAt(plan, at);
  if (typeof text !== 'string') return null;
  try {
    return Temporal.PlainDate.from(text.slice(0, 10));
  } catch {
    return null;
  }
}

/** Whether a day is in the span. */
export function isBetween(date: Temporal.PlainDate, { from, until }: Span): boolean {
  return Temporal.PlainDate.compare(date, from) >= 0 && Temporal.PlainDate.compare(date, until) <= 0;
}
