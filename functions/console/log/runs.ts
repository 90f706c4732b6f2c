import { phaseName } from '../../domain/plan/phase-name.ts';
import type { Run } from '../../domain/run/run.ts';
import { notFound } from '../http/refusal.ts';
import type { ConsoleServices } from '../services.ts';

/** The run of this id. @throws Refusal when there is none. */
export async function existingRun(runId: string, { runs }: Pick<ConsoleServices, 'runs'>): Promise<Run> {
  const run = await runs.run(runId);
  if (!run) throw notFound('That run');
  return run;
}

/** The names of phases by the ids of their runs. */
export function phasesByRun(runs: readonly Run[]): ReadonlyMap<string, string> {
  return new Map(runs.map((run) => [run.runId, phaseName(run)]));
}
