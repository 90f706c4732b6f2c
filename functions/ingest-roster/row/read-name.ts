import { requiredText, text } from './read-text.ts';
import type { CellContext, Reading } from './reading.ts';

const SUFFIX = /^(jr|sr|ii|iii|iv|esq|esquire|phd|md|jd)\.?$/i;

/** Reads a column of last names. */
export const readLastName = requiredText('lastName', { longest: 200, what: "the filer's last name" });
/** Reads a column of first names. */
export const readFirstName = text('firstName', 200);

/** Reads a whole name, `Smith, John` or `John Smith`; `Jr.` and the like stay with the last name. */
export function readName(value: string, context: CellContext): Reading {
  const names = (last: string, first: string) => bothNames({ last, first }, context);
  const [last = '', ...rest] = value.split(',').map((part) => part.trim());
  const given = rest.filter((part) => !SUFFIX.test(part));
  const suffixes = rest.filter((part) => SUFFIX.test(part));
  if (given.length > 0) return names([last, ...suffixes].join(' '), given.join(', '));
  const words = value.split(' ');
  let at = words.length - 1;
  while (at > 0 && SUFFIX.test((words[at] ?? '').replace(',', ''))) at--;
  return names(words.slice(at).join(' '), words.slice(0, at).join(' '));
}

function bothNames({ last, first }: { last: string; first: string }, context: CellContext): Reading {
  const one = readLastName(last, context);
  const other = readFirstName(first, context);
  return { facts: { ...one.facts, ...other.facts }, notes: [...one.notes, ...other.notes] };
}
