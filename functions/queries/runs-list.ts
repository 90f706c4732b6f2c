import type { CountStore } from '../aws/run-counts.ts';
import { type Gate, isHeld } from '../aws/send-gate.ts';
import type { Run } from '../domain/run/run.ts';
import type { RunCounts } from '../domain/run/run-counts.ts';

/** A run in the list of runs. */
export interface RunLine {
  readonly run: Run;
  readonly state: 'running' | 'held' | 'cancelled' | 'complete';
  /** By status, with the instant of counting (`asOf`): show it. `null`: not counted yet, which lasts minutes at most. */
  readonly counts: RunCounts | null;
}

export interface RunsListServices {
  readonly runs: { runs(): Promise<Run[]> };
  readonly gate: { read(): Promise<Gate> };
  readonly counts: Pick<CountStore, 'counts'>;
}

/** Every run, newest first. Three reads, however many sends the runs hold. */
export async function runsList({ runs, gate, counts }: RunsListServices): Promise<RunLine[]> {
  const [all, holds, known] = await Promise.all([runs.runs(), gate.read(), counts.counts()]);
  return all
    .toSorted((a, b) => (a.scheduledFor < b.scheduledFor ? 1 : -1))
    .map((run) => ({ run, state: stateOf(run, holds), counts: known.get(run.runId) ?? null }));
}

function stateOf(run: Run, gate: Gate): RunLine['state'] {
  if (run.cancelled !== undefined) return 'cancelled';
  if (run.completedAt !== undefined) return 'complete';
  return isHeld(gate, run.runId) ? 'held' : 'running';
}
