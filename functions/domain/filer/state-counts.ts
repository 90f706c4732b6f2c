import type { Filer } from './filer.ts';
import { stateOf } from './rules.ts';
import type { State } from './state.ts';

/** Filers of one state: with a usable address, and without. */
interface StateCount {
  readonly reachable: number;
  readonly unreachable: number;
  /** The id of one of them who has an address: a sample to look at an email with. */
  readonly sample: string | null;
}

/** Filers by state; a state without filers is missing. */
export type StateCounts = Readonly<Partial<Record<State, StateCount>>>;

const NONE: StateCount = { reachable: 0, unreachable: 0, sample: null };

/** Counts filers by state, one by one, for a day of the pivot. */
export function stateCounter(pivotDate: string | null): { add(filer: Filer): void; counts(): StateCounts } {
  const sum: Partial<Record<State, StateCount>> = {};
  return {
    add: (filer) => {
      const { state, flags } = stateOf(filer, pivotDate);
      const { reachable, unreachable, sample } = sum[state] ?? NONE;
      sum[state] = flags.includes('unreachable')
        ? { reachable, unreachable: unreachable + 1, sample }
        : { reachable: reachable + 1, unreachable, sample: sample ?? filer.filerId };
    },
    counts: () => sum,
  };
}

/** Filers without a usable address, of whatever state. */
export function unreachableIn(counts: StateCounts): number {
  return Object.values(counts).reduce((sum, { unreachable }) => sum + unreachable, 0);
}

/** Filers of each state, whether an email reaches them or not. */
export function sumByState(counts: StateCounts): Partial<Record<State, number>> {
  const sums = Object.entries(counts).map(([state, { reachable, unreachable }]) => [
    state,
    reachable + unreachable,
  ]);
  return Object.fromEntries(sums);
}
