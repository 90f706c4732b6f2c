import { Temporal } from 'temporal-polyfill';

/** A date, or what is wrong with it and what was expected. */
type ParsedDate =
  /** `2014-08-11`, or as much as the cell says: `2014-08`, `2014`. */
  | { readonly ok: true; readonly date: string }
  | {
      readonly ok: false;
      readonly code: 'date-unreadable' | 'date-impossible' | 'date-future' | 'date-two-digit-year';
      readonly expected: string;
    };

const FORMS = 'a date such as 2014-08-11 or 8/11/2014 (month first)';
/** Day 0 of the serial numbers, as Excel counts from March 1900 on. */
const SERIAL_ZERO = Temporal.PlainDate.from('1899-12-30');
/** 1954 to 2119: a number outside can't be meant as a date. */
const SERIALS = { from: 20_000, to: 80_000 };
const EARLIEST_YEAR = 1900;
/** A million dates come by: Temporal takes 3 µs for what this takes none. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Times and zones that exports append to a date, `2014-08-11T00:00:00Z` or `8/11/2014 12:00:00 AM`. */
const TIME = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AaPp]\.?[Mm]\.?)?( ?(Z|[+-]\d{2}:?\d{2}))?$/;

/**
 * A roster's date: ISO, US order, an Excel serial, or only month and year, or only the year.
 * `today` is the upload's date in the court's zone: nothing on a roster happened later.
 */
export function parseDate(cell: string, today: string): ParsedDate {
  const text = cell.replace(TIME, '').trim();
  const year = /^(\d{4})$/.exec(text);
  if (year) return checked([year[1]], today);
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromSerial(Number.parseInt(text, 10), today);
  const iso = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?$/.exec(text);
  if (iso) return checked([iso[1], iso[2], iso[3]], today);
  const american = /^(\d{1,2})[-/.](?:(\d{1,2})[-/.])?(\d{4})$/.exec(text);
  if (american) return checked([american[3], american[1], american[2]], today);
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/.test(text)) {
    return { ok: false, code: 'date-two-digit-year', expected: `the year with four digits: ${FORMS}` };
  }
  return { ok: false, code: 'date-unreadable', expected: FORMS };
}

function fromSerial(days: number, today: string): ParsedDate {
  if (days < SERIALS.from || days > SERIALS.to)
    return { ok: false, code: 'date-unreadable', expected: FORMS };
  return past(SERIAL_ZERO.add({ days }).toString(), today);
}

function checked([year, month, day]: readonly (string | undefined)[], today: string): ParsedDate {
  const parts = [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  const date = parts.join('-');
  return exists(parts.map(Number))
    ? past(date, today)
    : { ok: false, code: 'date-impossible', expected: `a day that exists: ${FORMS}` };
}

function exists([year = 0, month = 1, day = 1]: readonly number[]): boolean {
  if (year < EARLIEST_YEAR || month < 1 || month > 12 || day < 1) return false;
  return day <= daysOf(year, month);
}

function daysOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}

function past(date: string, today: string): ParsedDate {
  // A partial date is compared by what it says: 2026-11 isn't in the future on 24 November 2026.
  if (date > today.slice(0, date.length)) {
    return { ok: false, code: 'date-future', expected: `a date no later than the upload's, ${today}` };
  }
  return { ok: true, date };
}
