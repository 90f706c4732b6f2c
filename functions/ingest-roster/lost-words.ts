import { FINAL_STATES } from '../domain/filer/rules.ts';
import { STATE_WORDS } from '../domain/filer/state.ts';
import type { RosterChanges } from '../domain/roster/roster-version.ts';

/** Maximum characters, so that a whole reason stays below 300. */
const LONGEST_WORDS = 110;

/**
 * Which states and facts filers lose, final states and largest counts first, as far as fits in a sentence.
 * `2 filers go from linked to ready to link; user_type: 1 filer goes from judge to unknown`
 */
export function lostWords({ states, forgotten = [] }: Pick<RosterChanges, 'states' | 'forgotten'>): string {
  const moves = reopenedBy(states).map(({ from, to, filers }) =>
    goFrom(filers, STATE_WORDS[from], STATE_WORDS[to]),
  );
  const facts = forgotten.map(({ column, from, to, filers }) => `${column}: ${goFrom(filers, from, to)}`);
  const all = [...moves, ...facts];
  const shown = all.filter((_, index) => all.slice(0, index + 1).join('; ').length <= LONGEST_WORDS);
  const more = all.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

/** Whether only addresses are lost. */
export function losesOnlyAddresses({ states, forgotten = [] }: Parameters<typeof lostWords>[0]): boolean {
  return reopenedBy(states).length === 0 && forgotten.every(({ column }) => column === 'email');
}

function reopenedBy(states: RosterChanges['states']): RosterChanges['states'] {
  return states.filter(({ from, to }) => FINAL_STATES.has(from) && !FINAL_STATES.has(to));
}

/** `1 filer`, `2 filers`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function goFrom(filers: number, from: string, to: string): string {
  return `${counted(filers, 'filer goes', 'filers go')} from ${from.toLowerCase()} to ${to.toLowerCase()}`;
}
