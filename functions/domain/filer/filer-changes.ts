import type { Filer } from './filer.ts';

/** A fact that an upload changed. */
export interface FactChange {
  readonly fact: keyof Filer;
  readonly before: Filer[keyof Filer];
  readonly after: Filer[keyof Filer];
}

/**
 * What an upload changed of a filer, in the order of the roster's columns. `sharedAddress` and `otherAccounts` count
 * too, though they follow from other filers.
 */
export function filerChanges(before: Filer, after: Filer): FactChange[] {
  const facts = Object.keys(after) as (keyof Filer)[];
  return facts
    .filter((fact) => JSON.stringify(before[fact]) !== JSON.stringify(after[fact]))
    .map((fact) => ({ fact, before: before[fact], after: after[fact] }));
}
