import { AS_UNKNOWN, type Facts, NO_NOTES, type Reader, type Reading } from './reading.ts';
import { lookup, PACER_ACCOUNT_WORDS } from './vocabulary.ts';

/**
 * Reads one word of a vocabulary.
 * @param options `blank`: what a blank cell means. `strict`: an unknown word refuses the row; otherwise it is read as
 * blank.
 */
export function word<Value extends string>(
  words: Readonly<Record<Value, readonly string[]>>,
  { facts, blank, strict }: { facts: (value: Value) => Facts; blank: Value; strict: boolean },
): Reader {
  const find = lookup(words);
  const expected = `one of ${Object.keys(words).join(', ')}${strict ? '' : AS_UNKNOWN}`;
  const unreadable: Reading = {
    facts: strict ? {} : facts(blank),
    notes: [{ code: 'word-unknown', severity: strict ? 'error' : 'warning', expected }],
  };
  return (value) => {
    const found = value === '' ? blank : find(value);
    return found === null ? unreadable : { facts: facts(found), notes: NO_NOTES };
  };
}

const findPacerAccount = lookup(PACER_ACCOUNT_WORDS);
const NO_ACCOUNTS: Reading = { facts: { pacerAccounts: [] }, notes: NO_NOTES };
const KINDS = Object.keys(PACER_ACCOUNT_WORDS).join(', ');
const ACCOUNTS_EXPECTED = `one or several of ${KINDS}, separated by ";"${AS_UNKNOWN}`;

/** Reads the kinds of PACER account that a filer has, separated by `;`, `,`, `|` or `/`. */
export function pacerAccounts(value: string): Reading {
  if (value === '') return NO_ACCOUNTS;
  const words = value
    .split(/[;,|/]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const kinds = words.map(findPacerAccount);
  const known = new Set(kinds.filter((kind) => kind !== null && kind !== 'unknown'));
  const unread = words.filter((_, index) => kinds[index] === null);
  return {
    facts: { pacerAccounts: [...known] },
    notes: unread.map((found) => ({
      code: 'word-unknown',
      severity: 'warning',
      found,
      expected: ACCOUNTS_EXPECTED,
    })),
  };
}
