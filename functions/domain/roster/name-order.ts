import type { Filer } from '../filer/filer.ts';
import { folded } from './search-words.ts';

/**
 * How a name begins among an index's words: no word that a person types begins so, and all names come before all
 * words.
 */
const NAME = '\u0001';
/** After every name and before every word. */
const AFTER_NAMES = '\u0002';
/** Letters beyond these are left out: filers whose names differ only there are in the order of their ids. */
const MAX_LETTERS = 96;

/** A filer's name as lists are sorted by it, last name first. */
export function nameKeyOf({ lastName, firstName, middleName }: Filer): string {
  const name = folded([lastName, firstName, middleName].filter(Boolean).join(' '));
  // Tabs and ends of lines are the index's own.
  return `${NAME}${name.replaceAll(/[\p{Cc}\s]+/gu, ' ').slice(0, MAX_LETTERS)}`;
}

/** A filer's place among all names: a line of the index without its end. */
export function namePlaceOf(filer: Filer): string {
  return `${nameKeyOf(filer)}\t${filer.filerId}`;
}

/** Where names begin, and where they end. */
export const NAME_BOUNDS = { first: NAME, last: AFTER_NAMES } as const;

/** The id in a line of the index. */
export function idIn(line: string): string {
  return line.slice(line.indexOf('\t') + 1);
}
