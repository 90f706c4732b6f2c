import type { Filer, UserType } from '../filer/filer.ts';
import { type StateCounts, stateCounter } from '../filer/state-counts.ts';

/** A version's filers counted by state for one day of the pivot, on which states depend. Show it with `asOf`. */
export interface Readiness {
  /** Names of versions begin with the upload's instant, so they are in its order. */
  readonly version: string;
  readonly filers: number;
  readonly byState: StateCounts;
  readonly userTypes: Readonly<Partial<Record<UserType, number>>>;
  /** The plan that was active, `null` for none, and its day of the pivot, `null` where none is announced. */
  readonly planVersion: string | null;
  readonly pivotDate: string | null;
  /** Instant of counting, ISO 8601 in UTC. */
  readonly asOf: string;
}

/** Counts filers one by one. */
export function readinessCounter(basis: Pick<Readiness, 'version' | 'planVersion' | 'pivotDate' | 'asOf'>): {
  add(filer: Filer): void;
  readiness(): Readiness;
} {
  const states = stateCounter(basis.pivotDate);
  const userTypes: Partial<Record<UserType, number>> = {};
  let filers = 0;
  return {
    add: (filer) => {
      states.add(filer);
      userTypes[filer.userType] = (userTypes[filer.userType] ?? 0) + 1;
      filers++;
    },
    readiness: () => ({ ...basis, filers, byState: states.counts(), userTypes }),
  };
}
