import type { ChunkStore } from '../aws/chunks.ts';
import type { RunStore } from '../aws/runs.ts';
import type { PhaseName } from '../domain/run/phase-marks.ts';
import { type Run, runIdOf } from '../domain/run/run.ts';

/** Where a phase at its time stands. */
export interface Standing {
  /** 1 for its first run; one more for each that was cancelled. */
  readonly turn: number;
  /** The run of that turn; `null`: it is still to be started. */
  readonly run: Run | null;
  /** Ids of the cancelled runs before it. */
  readonly after: readonly string[];
}

/** A cancelled run never goes on: the run after it is another one, and only a person starts that. */
export async function standingRun(name: PhaseName, runs: Pick<RunStore, 'run'>): Promise<Standing> {
  const after: string[] = [];
  for (let turn = 1; ; turn++) {
    const run = await runs.run(runIdOf(name.phaseId, name.scheduledFor, turn));
    if (run?.cancelled === undefined) return { turn, run, after };
    after.push(run.runId);
  }
}

/** Whether every send of these runs has its outcome: no sender works on a chunk of theirs any more. */
export async function areSettled(
  runIds: readonly string[],
  chunks: Pick<ChunkStore, 'chunks'>,
): Promise<boolean> {
  for (const runId of runIds) {
    for await (const { done } of chunks.chunks(runId)) if (!done) return false;
  }
  return true;
}
