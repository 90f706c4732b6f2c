import * as chrono from 'chrono-node/en';
import { Temporal } from 'temporal-polyfill';
import { asRead } from '../../lib/clean.ts';

/** A date, month or weekday that a text names; `text` is as written. Months and weekdays count from 1. */
export type NamedTime =
  | {
      readonly kind: 'date';
      readonly text: string;
      readonly date: Temporal.PlainDate;
      /** `null`: the text doesn't say. */
      readonly weekday: number | null;
    }
  | { readonly kind: 'weekday'; readonly text: string; readonly weekday: number }
  | {
      readonly kind: 'month';
      readonly text: string;
      readonly month: number;
      /** `null`: the text doesn't say. */
      readonly year: number | null;
    };

/** Full names, from 1. */
const MONTHS = namesOf('month', 12);
const WEEKDAYS = namesOf('weekday', 7);

/** January 2018 began on a Monday. */
function namesOf(part: 'month' | 'weekday', count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const date = Temporal.PlainDate.from('2018-01-01').add(
      part === 'month' ? { months: index } : { days: index },
    );
    return date.toLocaleString('en-US', { [part]: 'long' });
  });
}

/** `Wednesday` for 3. */
export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday - 1]!;
}

/** `March 2018`, `March`. */
export function monthName({ month, year }: { month: number; year: number | null }): string {
  return `${MONTHS[month - 1]}${year === null ? '' : ` ${year}`}`;
}

/** The times that a text names, except in URLs. @param near A date without a year is taken to be close to this. */
export function namedTimes(wording: string, near: Temporal.PlainDate): NamedTime[] {
  const text = asRead(wording).replaceAll(/\S+:\/\/\S+|\S+@\S+/g, ' ');
  return [...datesIn(text, near), ...weekdaysIn(text), ...monthsIn(text)];
}

/** Not dates: a relative span (`in 14 days`), hours (`24/7`), or a fraction (`1/2 hour`). */
const NO_DATE =
  /\b(?:hours?|days?|weeks?|months?|years?|ago|today|tonight|tomorrow|yesterday)\b|^(?:1[3-9]|[2-9]\d)\/\d+$/i;
const PART = /^ ?(?:an? )?(?:hours?|days?|pages?|inch)\b/;

function datesIn(wording: string, { year, month, day }: Temporal.PlainDate): NamedTime[] {
  const reference = new Date(year, month - 1, day);
  return chrono.strict.parse(wording, reference).flatMap(({ text, index, start, end }) => {
    if (NO_DATE.test(text)) return [];
    if (/^\d\/\d$/.test(text) && PART.test(wording.slice(index + text.length))) return [];
    return [start, end].flatMap((part) => {
      if (!part?.isCertain('day') || !part.isCertain('month')) return [];
      const [year, month, day] = [part.get('year')!, part.get('month')!, part.get('day')!];
      const weekday = part.isCertain('weekday') ? part.get('weekday')! || 7 : null;
      const date = Temporal.PlainDate.from({ year, month, day });
      return [{ kind: 'date' as const, text: text.replace(/^on /, ''), date, weekday }];
    });
  });
}

const DAY =
  '(?:Mon(?:day)?|Tue(?:s|sday)?|Wed(?:s|nesday)?|Thu(?:rs?|rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)';
const SPAN = ' ?(?:to|through|and|-|–) ?';
/** A weekday without a date (not "Friday, October 19") or span (not "Monday to Friday"); "Friday, 5 p.m." counts. */
const LONE_WEEKDAY = new RegExp(
  `(?<!\\b(?:to|through|and) |[-–] ?)\\b(${DAY})s?\\b(?!\\.?,? \\(?(?:[A-Z][a-z]+\\.? )?\\d{1,4}(?![\\d:]| ?[ap]\\.?m)|\\.?${SPAN}${DAY})`,
  'g',
);

function weekdaysIn(wording: string): NamedTime[] {
  return [...wording.matchAll(LONE_WEEKDAY)].map(([, text = '']) => {
    const weekday = WEEKDAYS.findIndex((name) => name.startsWith(text.slice(0, 3))) + 1;
    return { kind: 'weekday', text, weekday };
  });
}

const MONTH = `(${MONTHS.map((name) => `${name}|${name.slice(0, 3)}`).join('|')}|Sept)\\b\\.?`;
/** After a preposition or before a year: `May` and `March` are other words too. A day after it makes it a date. */
const LONE_MONTH = new RegExp(
  `\\b(?:(?:in|of|by|until|till|since|during|before|after|through|from|early|late|mid)[ -]${MONTH}(?:,? (\\d{4})\\b)?|${MONTH},? (\\d{4})\\b)(?!,? ?\\d)`,
  'g',
);

function monthsIn(wording: string): NamedTime[] {
  return [...wording.matchAll(LONE_MONTH)]
    .filter(({ index }) => !/\d(?:st|nd|rd|th|d)? (?:of )?$/.test(wording.slice(0, index + 3)))
    .map(([text, after, afterYear, before, beforeYear]) => {
      const name = (after ?? before)!.slice(0, 3);
      const month = MONTHS.findIndex((each) => each.startsWith(name)) + 1;
      const year = afterYear ?? beforeYear;
      return { kind: 'month', text, month, year: year === undefined ? null : Number(year) };
    });
}
