import { phaseName } from '../../domain/plan/phase-name.ts';
import type { Run } from '../../domain/run/run.ts';

/** The names of phases by the ids of their runs. */
export function phasesByRun(runs: readonly Run[]): ReadonlyMap<string, string> {
  return new Map(runs.map((run) => [run.runId, phaseName(run)]));
}
