import type { Filer, UserType } from '../filers/filer.ts';
import type { State } from '../filers/filer-state.ts';
import { stateOf } from '../filers/rules.ts';

/** A version's filers counted by state, for one day of go-live: states follow from it. Show `asOf` and the day with it. */
export interface Readiness {
  /** Names of versions begin with the upload's instant, so they are in its order. */
  readonly version: string;
  readonly filers: number;
  /** Without a usable address. */
  readonly unreachable: number;
  readonly states: Readonly<Partial<Record<State, number>>>;
  readonly userTypes: Readonly<Partial<Record<UserType, number>>>;
  /** The plan then in force, `null` for none, and its day of go-live, `null` where none is announced. */
  readonly planVersion: string | null;
  readonly goLiveDate: string | null;
  /** Instant of counting, ISO 8601 in UTC. */
  readonly asOf: string;
}

/** Counts filers one by one. */
export function readinessCounter(basis: Pick<Readiness, 'version' | 'planVersion' | 'goLiveDate' | 'asOf'>): {
  add(filer: Filer): void;
  readiness(): Readiness;
} {
  const states: Partial<Record<State, number>> = {};
  const userTypes: Partial<Record<UserType, number>> = {};
  let filers = 0;
  let unreachable = 0;
  return {
    add: (filer) => {
      const { state } = stateOf(filer, basis.goLiveDate);
      states[state] = (states[state] ?? 0) + 1;
      userTypes[filer.userType] = (userTypes[filer.userType] ?? 0) + 1;
      filers++;
      if (filer.email === null) unreachable++;
    },
    readiness: () => ({ ...basis, filers, unreachable, states, userTypes }),
  };
}
