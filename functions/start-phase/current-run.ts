import type { ChunkStore } from '../aws/chunks.ts';
import type { RunStore } from '../aws/runs.ts';
import type { PhaseName } from '../domain/run/phase-marks.ts';
import { type Run, runIdOf } from '../domain/run/run.ts';

/** The run of a phase at its time: a canceled one never resumes, so another follows it. */
export interface CurrentRun {
  /** 1 for the first run; one more for each that was canceled. */
  readonly runNumber: number;
  /** `null`: it is still to be started. */
  readonly run: Run | null;
  /** Ids of the canceled runs before it. */
  readonly after: readonly string[];
}

/** Finds the run of a phase that isn't canceled. After a canceled one, only a person starts another. */
export async function currentRun(name: PhaseName, runs: Pick<RunStore, 'run'>): Promise<CurrentRun> {
  const after: string[] = [];
  for (let runNumber = 1; ; runNumber++) {
    const run = await runs.run(runIdOf(name.phaseId, name.scheduledFor, runNumber));
    if (run?.cancelled === undefined) return { runNumber, run, after };
    after.push(run.runId);
  }
}

/** Whether every send of these runs has its outcome: no sender is working on any of their chunks. */
export async function areSettled(
  runIds: readonly string[],
  chunks: Pick<ChunkStore, 'chunks'>,
): Promise<boolean> {
  for (const runId of runIds) {
    for await (const { done } of chunks.chunks(runId)) if (!done) return false;
  }
  return true;
}
