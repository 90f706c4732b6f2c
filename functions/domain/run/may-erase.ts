import type { Chunk, Run } from './run.ts';

/** Whether a person may be erased now: a code, and a sentence for people. */
export type MayErase =
  | { readonly erase: true }
  | { readonly erase: false; readonly reason: 'run-under-way' | 'retry-under-way'; readonly message: string };

/**
 * Decides whether a filer may be erased now. Sending must finish first, so that it is settled who was emailed and who
 * wasn't.
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
      `Run ${open.runId} isn’t complete: its emails are being sent or are paused. ` +
      'Erase the person once it is complete; a paused run can be resumed or canceled.';
    return { erase: false, reason: 'run-under-way', message };
  }
  const retry = retries.find(({ done }) => !done);
  if (!retry) return { erase: true };
  const message = `An email to this person is being retried in run ${retry.runId}. Erase them once the retry is done.`;
  return { erase: false, reason: 'retry-under-way', message };
}
