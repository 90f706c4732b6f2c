import type { Services } from '../aws/services.ts';
import type { Run } from '../domain/run/run.ts';
import type { RunCounts } from '../domain/run/run-counts.ts';
import { type RunState, runState } from '../domain/run/run-state.ts';
import { isHeld } from '../domain/run/send-gate.ts';

/** A run in the list of runs. */
export interface RunLine {
  readonly run: Run;
  readonly state: RunState;
  /** By status, with the instant of counting (`asOf`): show it. `null`: not counted yet, for minutes at most. */
  readonly counts: RunCounts | null;
}

/** Every run, newest first. Three reads, however many sends the runs hold. */
export async function runsList({
  runs,
  gate,
  counts,
}: Pick<Services, 'runs' | 'gate' | 'counts'>): Promise<RunLine[]> {
  const [all, holds, known] = await Promise.all([runs.runs(), gate.read(), counts.counts()]);
  return all
    .toSorted((a, b) => (a.scheduledFor < b.scheduledFor ? 1 : -1))
    .map((run) => ({
      run,
      state: runState(run, isHeld(holds, run.runId)),
      counts: known.get(run.runId) ?? null,
    }));
}
