import * as chrono from 'chrono-node/en';
import { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import { dateWords } from '../../lib/court-time.ts';
import { DATES, PIVOT, WINDOWS } from './dated.ts';
import type { PlanReading } from './plan-draft.ts';
import { type Finding, jsonPath, shown, valueAt } from './problem.ts';

/** How long after the pivot a date in the court's wording is plausible: deadlines are extended by some days. */
const PLAUSIBLE_DAYS = 7;

/** A date that the court's wording names. */
interface NamedDate {
  readonly at: readonly PropertyKey[];
  /** As the wording has it: `Tuesday, October 23, 2018`. */
  readonly text: string;
  readonly date: Temporal.PlainDate;
  /** 1 is Monday; `null`: the wording doesn't say. */
  readonly weekday: number | null;
}

/**
 * Dates in the court's wording that can't be meant: of another weekday than the wording says, or outside the plan's
 * dates. A person who has checked one lists it under `meantDates`.
 */
export function checkWordingDates({ draft }: Pick<PlanReading, 'draft'>): Finding[] {
  const span = spanOf(draft);
  if (!span) return [];
  const meant = new Set((draft.meantDates ?? []).map(String));
  return wordingDates(draft, span.until).flatMap(({ at, text, date, weekday }) => {
    const found = shown(text);
    if (weekday !== null && weekday !== date.dayOfWeek)
      return [{ at, found, message: `must name the right weekday: that day is a ${weekdayOf(date)}` }];
    if (isBetween(date, span) || meant.has(date.toString())) return [];
    return [{ at, found, message: outside(date, span) }];
  });
}

/** A part of the wording that a person should look at, though it may be meant. */
export interface DoubtfulWording {
  /** JSON path of the wording. */
  readonly path: string;
  readonly text: string;
}

/** Weekdays on which nothing of the plan happens, in wording that doesn't give their date. */
export function strayWeekdays(plan: object): DoubtfulWording[] {
  const span = spanOf(plan);
  if (!span) return [];
  const days = span.from.until(span.until.subtract({ days: PLAUSIBLE_DAYS })).days;
  if (days >= 6) return [];
  const known = new Set(
    Array.from({ length: days + 1 }, (_, day) => weekdayOf(span.from.add({ days: day }))),
  );
  return campaign.plan.wording.flatMap((at) => {
    const wording = valueAt(plan, at);
    if (typeof wording !== 'string') return [];
    const named = [...wording.matchAll(LONE_WEEKDAY)].map(([, weekday]) => weekday!);
    return named.filter((weekday) => !known.has(weekday)).map((text) => ({ path: jsonPath(at), text }));
  });
}

/** Neither with its date ("Friday, October 19") nor in a span of days ("Monday to Friday"). */
const LONE_WEEKDAY =
  /(?<!\b(?:to|through|and|-|–) ?)\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?\b(?!,? (?:[A-Z][a-z]+\.? )?\d| ?(?:to|through|and|-|–) ?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))/g;

/** Dates that the wording of the plan before named too, and that are none of this plan's own, though its dates moved. */
export function keptDates(plan: object, before: object): DoubtfulWording[] {
  const [span, old] = [spanOf(plan), spanOf(before)];
  if (!span || !old || span.until.equals(old.until)) return [];
  const own = new Set(ownDates(plan).map(String));
  const earlier = new Set(wordingDates(before, old.until).map(({ date }) => date.toString()));
  return wordingDates(plan, span.until)
    .filter(({ date }) => earlier.has(date.toString()) && !own.has(date.toString()))
    .map(({ at, text }) => ({ path: jsonPath(at), text }));
}

function ownDates(plan: object): Temporal.PlainDate[] {
  const windows = WINDOWS.flatMap(([, { at }]) => [dayAt(plan, [...at, 'from']), dayAt(plan, [...at, 'to'])]);
  const dates = DATES.map(([, { at }]) => dayAt(plan, [...at, 'date']));
  return [...dates, ...windows].filter((date) => date !== null);
}

/** The dates that the court's wording names outside the plan's own, each once: a person must say that they are meant. */
export function datesToConfirm(plan: object): string[] {
  const span = spanOf(plan);
  if (!span) return [];
  const outside = wordingDates(plan, span.until).filter(({ date }) => !isBetween(date, span));
  return [...new Set(outside.map(({ date }) => date.toString()))].sort();
}

/** The plan with all dates of its wording listed as meant: a person has said so. */
export function withMeantDates<Value extends object>(plan: Value): Value {
  const listed = valueAt(plan, ['meantDates']);
  const meant = Array.isArray(listed) ? listed : [];
  return { ...plan, meantDates: [...new Set([...meant, ...datesToConfirm(plan)])].sort() };
}

interface Span {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
}

function outside(date: Temporal.PlainDate, { from, until }: Span): string {
  return (
    `must be a date of this plan, ${words(from)} to ${words(until)}: change the wording, or list "${date}" under ` +
    '"meantDates" if it is meant'
  );
}

/** The days that the wording of a plan may name; `null` while the pivot is to be announced or can't be read. */
function spanOf(draft: object): Span | null {
  const pivot = dayAt(draft, [...PIVOT.at, 'date']);
  if (!pivot) return null;
  const days = ownDates(draft).sort(Temporal.PlainDate.compare);
  return { from: days[0] ?? pivot, until: (days.at(-1) ?? pivot).add({ days: PLAUSIBLE_DAYS }) };
}

function dayAt(draft: object, at: readonly PropertyKey[]): Temporal.PlainDate | null {
  const text = valueAt(draft, at);
  if (typeof text !== 'string') return null;
  try {
    return Temporal.PlainDate.from(text.slice(0, 10));
  } catch {
    return null;
  }
}

function wordingDates(draft: object, near: Temporal.PlainDate): NamedDate[] {
  return campaign.plan.wording.flatMap((at) => {
    const text = valueAt(draft, at);
    return typeof text === 'string' ? datesIn(text, near).map((one) => ({ ...one, at })) : [];
  });
}

/** @param near where a date without a year is taken to be */
function datesIn(wording: string, near: Temporal.PlainDate): Omit<NamedDate, 'at'>[] {
  const reference = new Date(near.year, near.month - 1, near.day);
  return chrono.strict.parse(wording, reference).flatMap(({ text, start, end }) =>
    [start, end].flatMap((part) => {
      if (!part?.isCertain('day') || !part.isCertain('month')) return [];
      const [year, month, day] = [part.get('year')!, part.get('month')!, part.get('day')!];
      const weekday = part.isCertain('weekday') ? part.get('weekday')! || 7 : null;
      return [
        { text: text.replace(/^on /, ''), date: Temporal.PlainDate.from({ year, month, day }), weekday },
      ];
    }),
  );
}

function words(date: Temporal.PlainDate): string {
  return dateWords(date.toString());
}

function isBetween(date: Temporal.PlainDate, { from, until }: Span): boolean {
  return Temporal.PlainDate.compare(date, from) >= 0 && Temporal.PlainDate.compare(date, until) <= 0;
}

function weekdayOf(date: Temporal.PlainDate): string {
  return date.toLocaleString('en-US', { weekday: 'long' });
}
