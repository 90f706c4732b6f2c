import type { Chunk, Run } from './run.ts';

/** Whether a person may be erased now: a code, and a sentence for people. */
export type MayErase =
  | { readonly erase: true }
  | { readonly erase: false; readonly reason: 'run-under-way' | 'retry-under-way'; readonly message: string };

/**
 * Decides whether a filer may be erased now. What is being sent must be able to finish: who was mailed, and who
 * wasn't, is settled first.
 * @param state `runs`: all. `retries`: chunks of retries of this filer in any run.
 */
export function mayErase({
  runs,
  retries,
}: {
  runs: readonly Pick<Run, 'runId' | 'completedAt'>[];
  retries: readonly Pick<Chunk, 'runId' | 'done'>[];
}): MayErase {
  const open = runs.find(({ completedAt }) => completedAt === undefined);
  if (open) {
    const message =
      `The run ${open.runId} hasn’t ended: its emails are being sent or paused. ` +
      'Erase the person when it is complete; a paused run can be resumed or canceled.';
    return { erase: false, reason: 'run-under-way', message };
  }
  const retry = retries.find(({ done }) => !done);
  if (!retry) return { erase: true };
  const message = `An email to this person is being tried again in the run ${retry.runId}. Erase them when it has its outcome.`;
  return { erase: false, reason: 'retry-under-way', message };
}
