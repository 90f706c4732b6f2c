import type { PlanStore } from '../aws/plans.ts';
import type { RunStore } from '../aws/runs.ts';
import type { CurrentPlan } from '../domain/plan/stored-plan.ts';
import type { Run } from '../domain/run/run.ts';

/**
 * The active plan and all runs, as a tick first sees them: its parts find out by them where there is work. What starts,
 * cancels or deletes something reads the run or the runs again; the gate refuses the emails of a canceled run.
 */
export interface Seen {
  plan(): Promise<CurrentPlan | null>;
  runs(): Promise<readonly Run[]>;
}

/** Reads each once, and again only when it could not be read. */
export function seenOnce(services: {
  readonly plans: Pick<PlanStore, 'current'>;
  readonly runs: Pick<RunStore, 'runs'>;
}): Seen {
  return { plan: once(services.plans.current), runs: once(services.runs.runs) };
}

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let reading: Promise<Value> | undefined;
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
}
