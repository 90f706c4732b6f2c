import type { Filer } from './filer.ts';

/** What a name consists of. */
export type NameParts = Pick<Filer, 'firstName' | 'middleName' | 'lastName' | 'suffix'>;

/** `Jr.` belongs to the name itself; `Esq.` and degrees come after a comma. */
const GENERATION = /^(?:jr|sr|[2-9](?:nd|rd|th)|ii|iii|iv|v)\b/i;

/** A filer's whole name, as a letter addresses them: `John A. Roe Sr.`, `Jane Roe, CPA`. */
export function fullName({ firstName, middleName, lastName, suffix }: NameParts): string {
  const name = [firstName, middleName, lastName].filter(Boolean).join(' ');
  if (!suffix) return name;
  return isGeneration(suffix) ? `${name} ${suffix}` : `${name}, ${suffix}`;
}

/** Whether a suffix tells a father from a son. */
export function isGeneration(suffix: string): boolean {
  return GENERATION.test(suffix);
}
