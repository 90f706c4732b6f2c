import type { Services } from '../aws/pick.ts';
import type { Run } from '../domain/run/run.ts';
import { type RunState, runState } from '../domain/run/run-state.ts';
import { isHeld } from '../domain/run/send-gate.ts';
import { type CurrentCountServices, type CurrentCounts, currentCounts } from './current-counts.ts';

/** A run in the list of runs. */
export interface RunLine {
  readonly run: Run;
  readonly state: RunState;
  /** `null`: its audience isn't decided yet. */
  readonly counts: CurrentCounts | null;
}

/** Every run, newest first, with its counts. */
export async function runsList(
  services: CurrentCountServices & Pick<Services, 'runs' | 'gate'>,
): Promise<RunLine[]> {
  const [all, holds] = await Promise.all([services.runs.runs(), services.gate.read()]);
  const known = await currentCounts(all, services);
  return all
    .toSorted((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1))
    .map((run) => ({
      run,
      state: runState(run, isHeld(holds, run.runId)),
      counts: known.get(run.runId) ?? null,
    }));
}
