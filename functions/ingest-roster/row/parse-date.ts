import { Temporal } from 'temporal-polyfill';
import { readDateParts } from './date-parts.ts';

/** A date, or what is wrong with it and what was expected. */
type ParsedDate =
  /** `2014-08-11`, or as much as the cell says: `2014-08`, `2014`. */
  | { readonly ok: true; readonly date: string }
  | {
      readonly ok: false;
      readonly code:
        | 'date-unreadable'
        | 'date-impossible'
        | 'date-future'
        | 'date-two-digit-year'
        | 'date-placeholder';
      readonly expected: string;
    };

/** What a date is read by. */
interface DateContext {
  /** The upload's date in the court's zone: nothing on a roster happened later. */
  readonly today: string;
  /** The court's zone: a time with a zone of its own is a day there. */
  readonly zone: string;
}

const FORMS = 'a date such as 2014-08-11 or 8/11/2014 (month first)';
/** Day 0 of the serial numbers, as Excel counts from March 1900 on. */
const SERIAL_ZERO = Temporal.PlainDate.from('1899-12-30');
/** 1954 to 2119: a number outside can't be meant as a date. */
const SERIALS = { from: 20_000, to: 80_000 };
const EARLIEST_YEAR = 1900;
/** A million dates come by: Temporal takes 3 µs for what this takes none. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Days that systems write where they have none: their zero, or the last day that they know. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  ...['0000-00-00', '0001-01-01', '1601-01-01', '1753-01-01', '1899-12-30', '1899-12-31', '1900-01-00'],
  ...['1900-01-01', '1904-01-01', '1969-12-31', '1970-01-01', '9999-12-31'],
]);

/**
 * A roster's date: ISO, US order, with the month in words, compact, an Excel serial, or only month and year, or only
 * the year.
 */
export function parseDate(cell: string, { today, zone }: DateContext): ParsedDate {
  const read = readDateParts(cell);
  if (read === null) return { ok: false, code: 'date-unreadable', expected: FORMS };
  if (read === 'two-digit-year')
    return { ok: false, code: 'date-two-digit-year', expected: `the year with four digits: ${FORMS}` };
  if ('serial' in read) return fromSerial(read.serial, today);
  const { parts, instant } = read;
  const [year, month, day] = parts;
  const date = [
    String(year).padStart(4, '0'),
    ...parts.slice(1).map((part) => String(part).padStart(2, '0')),
  ].join('-');
  if (PLACEHOLDERS.has(date)) return placeholder();
  if (!exists({ year, month, day }))
    return { ok: false, code: 'date-impossible', expected: `a day that exists: ${FORMS}` };
  return past(instant === null ? date : dayOf(instant, zone), today);
}

function dayOf(instant: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function fromSerial(days: number, today: string): ParsedDate {
  if (days < SERIALS.from || days > SERIALS.to)
    return { ok: false, code: 'date-unreadable', expected: FORMS };
  return past(SERIAL_ZERO.add({ days }).toString(), today);
}

function exists({
  year = 0,
  month = 1,
  day = 1,
}: Record<'year' | 'month' | 'day', number | undefined>): boolean {
  if (year < EARLIEST_YEAR || month < 1 || month > 12 || day < 1) return false;
  return day <= daysOf(year, month);
}

function daysOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}

function past(date: string, today: string): ParsedDate {
  if (PLACEHOLDERS.has(date)) return placeholder();
  // A partial date is compared by what it says: 2026-11 isn't in the future on 24 November 2026.
  if (date > today.slice(0, date.length)) {
    return { ok: false, code: 'date-future', expected: `a date no later than the upload's, ${today}` };
  }
  return { ok: true, date };
}

function placeholder(): ParsedDate {
  const expected = 'a real date: many systems use this one when they have none';
  return { ok: false, code: 'date-placeholder', expected };
}
