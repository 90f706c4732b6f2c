import { mailboxOf } from './addresses.ts';
import type { Filer } from './filer.ts';
import { isGeneration, type NameParts } from './full-name.ts';

/** Someone with more accounts isn't a person, but a name that an office shares, such as "Docket Clerk". */
export const MAX_ACCOUNTS = 10;

/**
 * What two accounts of one person have in common: mailbox and whole name. `null`: nothing says who it is. Different bar
 * ids tell people apart all the same.
 */
export function personKey(filer: NameParts & Pick<Filer, 'email'>): string | null {
  const { firstName, middleName, lastName, suffix, email } = filer;
  if (email === null || !firstName) return null;
  const generation = suffix && isGeneration(suffix) ? suffix : null;
  return [mailboxOf(email), ...[firstName, middleName, lastName, generation].map(lettersOf)].join('\n');
}

/** Of a name, case, dots and accents are written in several ways. A mailbox is another one with a dot. */
function lettersOf(value: string | null): string {
  const plain = (value ?? '').normalize('NFKD').toLowerCase();
  return plain.replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
