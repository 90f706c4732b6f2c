import type { Run } from './run.ts';

/** Where a run is: `held` waits for a hold to be lifted, `cancelled` and `complete` have ended. */
export type RunState = 'running' | 'held' | 'cancelled' | 'complete';

/** The state of a run. @param isHeld The run itself is held, or everything. */
export function runState(
  { cancelled, completedAt }: Pick<Run, 'cancelled' | 'completedAt'>,
  isHeld: boolean,
): RunState {
  if (cancelled !== undefined) return 'cancelled';
  if (completedAt !== undefined) return 'complete';
  return isHeld ? 'held' : 'running';
}
