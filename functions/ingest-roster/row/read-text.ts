import { isNothing } from './nothing.ts';
import { AS_UNKNOWN, NO_NOTES, type Note, type Reader, refuse } from './reading.ts';

/** Ids that consist of digits. */
const NUMBERS: ReadonlySet<string> = new Set(['barId', 'phone']);
/** No key. Other words for nothing may be logins: `na`. */
const NO_KEY = /^(?:[(<[]?null[)>\]]?|n\/a|none|tbd|undefined|#+|[-\u2010-\u2015?.*_]+)$/i;

/** Reads a text that may be missing; one that can't be used is read as unknown. @param longest In characters. */
export function text(
  fact: 'firstName' | 'middleName' | 'suffix' | 'firm' | 'barId' | 'phone',
  longest: number,
): Reader {
  return (value) => {
    if (value === '') return { facts: { [fact]: null }, notes: NO_NOTES };
    const damage = NUMBERS.has(fact) ? damagedNumber(value) : null;
    const wrong = tooLong(value, longest) ?? damage ?? (fact === 'barId' ? becameDate(value) : null);
    if (!wrong) return { facts: { [fact]: value }, notes: NO_NOTES };
    const note = { ...wrong, severity: 'warning', expected: wrong.expected + AS_UNKNOWN } as const;
    return { facts: { [fact]: null }, notes: [note] };
  };
}

/** Reads a text without which the row is refused. @param options `longest` in characters; `what` is expected. */
export function requiredText(
  fact: 'userId' | 'lastName',
  { longest, what }: { longest: number; what: string },
): Reader {
  const missing = fact === 'userId' ? 'user-id-missing' : 'last-name-missing';
  return (value) => {
    if (value === '') return refuse(missing, `${what}: it can't be blank`);
    if (fact === 'userId' ? NO_KEY.test(value) : isNoName(value))
      return refuse(missing, `${what}: this is a placeholder`);
    const damage = fact === 'userId' ? (damagedNumber(value) ?? becameDate(value)) : null;
    const wrong = tooLong(value, longest) ?? damage;
    return wrong ? { facts: {}, notes: [wrong] } : { facts: { [fact]: value }, notes: NO_NOTES };
  };
}

function tooLong(value: string, longest: number): Note | null {
  if (value.length <= longest) return null;
  const expected = `at most ${longest} characters: this cell has ${value.length}`;
  return { code: 'too-long', severity: 'error', expected };
}

/** People are called Null and Na; a database writes `NULL`, a person `N/A`. */
function isNoName(value: string): boolean {
  return isNothing(value) && !/^(?:Null|Nan?|Nil|Blank)$/.test(value);
}

/** What a spreadsheet or a program made of an id that it took for a number: digits are gone or were added. */
function damagedNumber(value: string): Note | null {
  if (/^\d+\.\d+e[+-]?\d+$|^\d+e[+-]\d+$|^\de\d+$/i.test(value)) {
    const expected =
      'all the digits: the spreadsheet has shortened the number. Format the column as text and enter it again';
    return { code: 'number-shortened', severity: 'error', expected };
  }
  if (/^\d+\.0+$|^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(value)) {
    const expected =
      'the digits alone, without separators or decimals: the spreadsheet has formatted the number. Format the ' +
      'column as text and enter it again';
    return { code: 'number-formatted', severity: 'error', expected };
  }
  return null;
}

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
/** Dates as Excel writes them unasked: `3-Mar`, `Mar-14`, `12-Mar-18`, `3/12/2018`; and as a workbook's are read. */
const DATE = new RegExp(
  `^(?:\\d{1,2}-${MONTH}(?:-\\d{2,4})?|${MONTH}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{4}-\\d{2}-\\d{2}(?:T[\\d:]{8})?)$`,
);

/** An id that a spreadsheet took for a date, MAR3 or 3-12: what it was can't be known. */
function becameDate(value: string): Note | null {
  if (!DATE.test(value)) return null;
  const expected =
    'an id: the spreadsheet seems to have turned it into a date. Format the column as text and enter it again';
  return { code: 'id-became-date', severity: 'error', expected };
}
