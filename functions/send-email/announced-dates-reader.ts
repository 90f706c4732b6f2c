import type { ToldStore } from '../aws/announced-dates.ts';
import type { Run } from '../domain/run/run.ts';

/** The date that a filer of a date-change run was told before; `undefined` in every other run. */
export type ReadTold = (
  run: Pick<Run, 'runId' | 'kind'>,
  filerId: string,
) => Promise<string | null | undefined>;

export function toldReader(store: Pick<ToldStore, 'toldOf'>): ReadTold {
  return async ({ runId, kind }, filerId) =>
    kind === 'date-change' ? store.toldOf(runId, filerId) : undefined;
}
