import type { Column, Words } from '../../../campaigns/column.ts';
import { blankOf } from '../../domain/filer/filer.ts';
import { isNothing } from './nothing.ts';
import { parseDate } from './parse-date.ts';
import { AS_UNKNOWN, type Facts, NO_NOTES, type Reader, type Reading, refuse } from './reading.ts';
import { lookup, YES_NO } from './vocabulary.ts';

/** What a cell of one of the campaign's columns may say. */
interface Said {
  /** The reading of a value. */
  readonly value: (value: unknown) => Reading;
  /** The reading of a blank cell. */
  readonly blank: Reading;
  /** The reading of a cell that can't be read. */
  readonly unread: (code: string, expected: string) => Reading;
}

/** The reader of one of the campaign's columns. */
export function readerOf(column: Column): Reader {
  const said = saidOf(column);
  switch (column.type) {
    case 'word':
      return word(column.words, said);
    case 'words':
      return severalWords(column.words, said);
    case 'yes-no':
      return yesOrNo(said);
    case 'count':
      return count(column.what, said);
    case 'date':
      return date(said);
    case 'day':
      return day(column.what, said);
  }
}

function saidOf(column: Column): Said {
  const value = (one: unknown): Reading => ({ facts: { [column.fact]: one } as Facts, notes: NO_NOTES });
  const blank = value(blankOf(column));
  const unread = (code: string, expected: string): Reading =>
    column.strict
      ? refuse(code, expected)
      : { ...blank, notes: [{ code, severity: 'warning', expected: expected + AS_UNKNOWN }] };
  return { value, blank, unread };
}

function word(words: Words, { value, blank, unread }: Said): Reader {
  const find = lookup(words);
  const readings = new Map(Object.keys(words).map((each) => [each, value(each)]));
  const unreadable = unread('word-unknown', `one of ${Object.keys(words).join(', ')}`);
  return (text) => (text === '' ? blank : (readings.get(find(text) ?? '') ?? unreadable));
}

function yesOrNo({ value, blank, unread }: Said): Reader {
  const find = lookup(YES_NO);
  const readings = new Map([
    ['yes', value(true)],
    ['no', value(false)],
    ['unknown', blank],
  ]);
  const unreadable = unread('word-unknown', `one of ${Object.keys(YES_NO).join(', ')}`);
  return (text) => (text === '' ? blank : (readings.get(find(text) ?? '') ?? unreadable));
}

/** Several words, separated by `;`, `,`, `|` or `/`. */
function severalWords(words: Words, { value, blank }: Said): Reader {
  const find = lookup(words);
  const expected = `one or several of ${Object.keys(words).join(', ')}, separated by ";"${AS_UNKNOWN}`;
  return (text) => {
    if (text === '' || find(text) === 'unknown') return blank;
    const parts = text.split(/[;,|]/).flatMap((part) => slashed(part, find));
    const values = parts.map(find);
    const known = new Set(values.filter((each) => each !== null && each !== 'unknown'));
    const unread = parts.filter((_, index) => values[index] === null);
    const notes = unread.map((found) => ({
      code: 'word-unknown',
      severity: 'warning' as const,
      found,
      expected,
    }));
    return { ...value([...known]), notes };
  };
}

/** `individual / paa` is two words, `n/a` one. */
function slashed(part: string, find: (word: string) => string | null): string[] {
  const whole = part.trim();
  const words = find(whole) === null && !isNothing(whole) ? whole.split('/') : [whole];
  return words.map((word) => word.trim()).filter((word) => word !== '');
}

function count(what: string, { value, blank, unread }: Said): Reader {
  const unreadable = unread('number-unreadable', what);
  return (text) => {
    if (text === '') return blank;
    const number = /^\d{1,3}(\.0+)?$/.test(text) ? Number.parseInt(text, 10) : 0;
    return number > 0 ? value(number) : unreadable;
  };
}

/** A date, or as much of it as the cell says. */
function date({ value, blank, unread }: Said): Reader {
  return (text, context) => {
    if (text === '') return blank;
    const parsed = parseDate(text, context);
    if (parsed.ok) return value(parsed.date);
    return parsed.code === 'date-placeholder'
      ? withWarning(blank, parsed)
      : unread(parsed.code, parsed.expected);
  };
}

/** A whole date; a blank cell takes the upload's. A guess would be a lie, so what can't be read refuses the row. */
function day(what: string, { value }: Said): Reader {
  return (text, context) => {
    const blank = value(context.today);
    if (text === '') return blank;
    const parsed = parseDate(text, context);
    if (!parsed.ok && parsed.code === 'date-placeholder') return withWarning(blank, parsed);
    if (!parsed.ok) return refuse(parsed.code, parsed.expected);
    return parsed.date.length < 10 ? refuse('date-incomplete', what) : value(parsed.date);
  };
}

/** A day that systems write where they have none is as good as a blank cell. */
function withWarning({ facts }: Reading, { code, expected }: { code: string; expected: string }): Reading {
  return {
    facts,
    notes: [{ code, severity: 'warning', expected: `${expected}; it is read as a blank cell` }],
  };
}
