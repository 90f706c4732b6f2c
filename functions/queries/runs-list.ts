import type { CountStore } from '../aws/run-counts.ts';
import type { RunStore } from '../aws/runs.ts';
import type { SendGate } from '../aws/send-gate.ts';
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

/** What listing the runs needs. */
export interface RunsListServices {
  readonly runs: Pick<RunStore, 'runs'>;
  readonly gate: Pick<SendGate, 'read'>;
  readonly counts: Pick<CountStore, 'counts'>;
}

/** Every run, newest first. Three reads, however many sends the runs hold. */
export async function runsList({ runs, gate, counts }: RunsListServices): Promise<RunLine[]> {
  const [all, holds, known] = await Promise.all([runs.runs(), gate.read(), counts.counts()]);
  return all
    .toSorted((a, b) => (a.scheduledFor < b.scheduledFor ? 1 : -1))
    .map((run) => ({
      run,
      state: runState(run, isHeld(holds, run.runId)),
      counts: known.get(run.runId) ?? null,
    }));
}
