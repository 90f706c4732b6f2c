import { stateRow } from '../../domain/filer/rules.ts';
import { SHOWN_STATES, STATE_WORDS, type State } from '../../domain/filer/state.ts';
import { count } from '../../lib/count.ts';

/** Filers by state; a state without filers may be left out. */
export type StateCounts = Readonly<Partial<Record<State, number>>>;

/** Units of the drawing, which fills the width that it has. */
const WIDTH = 1000;
const HEIGHT = 40;

/** Filers by state as one bar. To screen readers it is a picture with a name. */
export function StateBar({ states }: { readonly states: StateCounts }) {
  const shown = statesIn([states]);
  const total = totalOf(states);
  const parts = shown.map((state) => `${STATE_WORDS[state]} ${count(countOf(states, state))}`);
  const widths = shown.map((state) => (countOf(states, state) / total) * WIDTH);
  return (
    <svg
      class="crier-state-bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`Filers by state: ${parts.join(', ')}`}
    >
      {shown.map((state, index) => {
        const x = widths.slice(0, index).reduce((sum, width) => sum + width, 0);
        return (
          <rect
            class={fillOf(state)}
            x={x.toFixed(1)}
            y="0"
            width={widths[index]!.toFixed(1)}
            height={HEIGHT}
          />
        );
      })}
    </svg>
  );
}

/** The color of a state, beside its name. */
export function StateKey({ state }: { readonly state: State }) {
  return (
    <svg class="crier-state-key" viewBox="0 0 16 16" aria-hidden="true">
      <rect class={fillOf(state)} width="16" height="16" rx="3" />
    </svg>
  );
}

/** The class that gives a state its color. */
export function fillOf(state: State): string {
  return `crier-fill--${stateRow(state).color}`;
}

/** The states that occur in any of these counts, in the order in which charts show them. */
export function statesIn(counts: readonly StateCounts[]): State[] {
  return SHOWN_STATES.filter((state) => counts.some((states) => countOf(states, state) > 0));
}

/** How many filers are in a state. */
export function countOf(states: StateCounts, state: State): number {
  return states[state] ?? 0;
}

/** How many filers there are in all states. */
export function totalOf(states: StateCounts): number {
  return Object.values(states).reduce((total, filers) => total + filers, 0);
}
