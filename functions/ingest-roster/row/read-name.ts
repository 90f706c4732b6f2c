import { withoutLink } from '../../domain/filer/linkless-name.ts';
import { isWarning, type PlainName, withoutRemarks } from './name-remark.ts';
import { areSuffixes, isEntity, wordsOf } from './name-words.ts';
import { isNothing } from './nothing.ts';
import { requiredText, text } from './read-text.ts';
import { WORD_FOR_NOTHING } from './read-unless-nothing.ts';
import { AS_UNKNOWN, type CellContext, NO_NOTES, type Note, type Reader, type Reading } from './reading.ts';

/** Reads a column of last names. */
export const readLastName = linkless(
  requiredText('lastName', { longest: 200, what: "the filer's last name" }),
  'error',
);
/** Reads a column of first names. */
export const readFirstName = linkless(text('firstName', 200), 'warning');
/** Reads a column of middle names or initials. */
export const readMiddleName = linkless(text('middleName', 200), 'warning');
/** Reads a column of suffixes: `Jr.`, `Esq.`. */
export const readSuffix = linkless(text('suffix', 60), 'warning');

/** The parts of a whole name; a middle name stays with the first. */
interface Name {
  readonly last: string;
  readonly first: string;
  readonly suffix: string;
}

/** Reads a whole name, `Smith, John` or `John Smith`. What isn't clearly a person's stays as it is. */
export function readName(value: string, context: CellContext): Reading {
  if (withoutLink(value) === null) return readLastName(value, context);
  const { name, remarks } = plainNameOf(value);
  const { last, first, suffix } = nameOf(name);
  const remark = readingOf(remarks);
  const readings = [
    readLastName(last, context),
    readFirstName(first, context),
    readMiddleName('', context),
    readSuffix(suffix, context),
  ];
  return {
    facts: Object.assign({}, ...readings.map(({ facts }) => facts), remark.facts),
    notes: [
      ...readings.flatMap(({ notes }) => notes),
      ...(hasNothing(value) ? [WORD_FOR_NOTHING] : []),
      ...remark.notes,
    ],
  };
}

function nameOf(value: string): Name {
  const whole = { last: value, first: '', suffix: '' };
  const all = value
    .split(',')
    .map((part) => part.trim())
    .filter((part, index) => part !== '' && !(index > 0 && saysNothing(part)));
  if (isEntity(all)) return whole;
  const { parts, suffixes } = withoutSuffixes(all);
  const [one = '', other, ...more] = parts;
  if (more.length > 0) return whole;
  if (other === undefined) return personOf(one, suffixes);
  const last = splitSuffix(one);
  const given = splitSuffix(other);
  // A last name has no initials: `Vera G. Esposito, Patricia` isn't one.
  if (last.words.length > 1 && last.words.some((word) => /^\p{L}\.?$/u.test(word))) return whole;
  return {
    last: last.words.join(' '),
    first: given.words.join(' '),
    suffix: [...last.suffixes, ...given.suffixes, ...suffixes].join(', '),
  };
}

/** Emails show names: one with a link or an address in it is never read as it is. */
function linkless(reader: Reader, severity: 'error' | 'warning'): Reader {
  const why = 'a name: mail programs would turn this one into a link. Enter it without the address or dot';
  const expected = severity === 'error' ? why : why + AS_UNKNOWN;
  const note: Note = { code: 'name-link', severity, expected };
  return (value, context) => {
    const name = withoutLink(value);
    if (name !== null) return plain(reader)(name, context);
    return { facts: severity === 'error' ? {} : reader('', context).facts, notes: [note] };
  };
}

/** Emails show names: a remark is no part of one. */
function plain(reader: Reader): Reader {
  return (value, context) => {
    const { name, remarks } = plainNameOf(value);
    const { facts, notes } = reader(name, context);
    const remark = readingOf(remarks);
    return { facts: { ...facts, ...remark.facts }, notes: [...notes, ...remark.notes] };
  };
}

/** A company's name may have brackets in it: `Acme (USA) Inc.`. */
function plainNameOf(value: string): PlainName {
  const plain = withoutRemarks(value);
  const isPart = isEntity(plain.name.split(',')) && !plain.remarks.some(isWarning);
  return isPart ? { name: value, remarks: [] } : plain;
}

/** What remarks say: with one that warns, no one is emailed until a person says so. */
function readingOf(remarks: readonly string[]): Reading {
  const [found] = remarks;
  if (found === undefined) return { facts: {}, notes: NO_NOTES };
  if (!remarks.some(isWarning))
    return { facts: {}, notes: [{ code: 'name-remark', severity: 'warning', expected: NAME_ALONE }] };
  return {
    facts: { isNameWarning: true },
    notes: [{ code: 'name-remark', severity: 'address', expected: NO_ONE_MAILED }],
  };
}
const NAME_ALONE = 'a name alone: the remark is left out of it. Put remarks in a separate column';
const NO_ONE_MAILED =
  'a name alone: this remark says that the filer is gone or should not be emailed, so no email is sent. Enter it in the ' +
  'column for it; to email the filer, enter yes in a column email_confirmed of this row';

/** `Rivera, NULL` */
function hasNothing(value: string): boolean {
  return value.split(',').some((part, index) => index > 0 && saysNothing(part.trim()));
}

/** `N.A.` is the form of a bank. */
function saysNothing(part: string): boolean {
  return isNothing(part) && !/^n\.a\.$/i.test(part);
}

/** `John Smith Jr.` */
function personOf(part: string, suffixes: readonly string[]): Name {
  const { words, suffixes: own } = splitSuffix(part);
  return {
    last: words.at(-1) ?? '',
    first: words.slice(0, -1).join(' '),
    suffix: [...own, ...suffixes].join(', '),
  };
}

/** Takes parts that are suffixes away: at the end, or the middle one of `Smith, Jr., John`. */
function withoutSuffixes(all: readonly string[]): { parts: readonly string[]; suffixes: readonly string[] } {
  const suffixes: string[] = [];
  const parts = all.filter((part, index) => {
    const before = all.slice(0, index);
    const isWhole = before.length > 1 || wordsOf(before[0] ?? '').length > 1;
    const isSuffix = index > 0 && areSuffixes(wordsOf(part), isWhole);
    if (isSuffix) suffixes.push(part);
    return !isSuffix;
  });
  return { parts, suffixes };
}

/** Words of a part, and the suffixes at its end: `Smith Jr.`. One word at least stays. */
function splitSuffix(part: string): { words: readonly string[]; suffixes: readonly string[] } {
  const words = wordsOf(part);
  let end = words.length;
  while (end > 1 && areSuffixes([words[end - 1] ?? ''], end > 2)) end--;
  return { words: words.slice(0, end), suffixes: end < words.length ? [words.slice(end).join(' ')] : [] };
}
