import type { PhaseSchedules, ScheduleChanges } from '../aws/phase-schedules.ts';
import type { PlanStore } from '../aws/plans.ts';
import type { RunStore } from '../aws/runs.ts';
import type { CurrentPlan } from '../domain/plan/stored-plan.ts';

/** What setting runs and schedules needs from outside. */
export interface SyncServices {
  readonly plans: Pick<PlanStore, 'current'>;
  readonly runs: Pick<RunStore, 'cancelStale'>;
  readonly schedules: PhaseSchedules;
}

/** What was changed to fit the active plan. */
export interface SyncResult {
  readonly current: CurrentPlan;
  /** Ids of the runs that the plan no longer fits, canceled now. */
  readonly cancelledRuns: readonly string[];
  readonly schedules: ScheduleChanges;
}

/** No person uploads more plans than this at once. */
const TRIES = 5;

/**
 * Makes runs and schedules those of the active plan; safe to repeat, also at the same time. The plan is read
 * again afterwards: the one that writes schedules last has then seen the newest plan.
 * @returns `null` when there is no plan.
 * @throws Error when the plan keeps changing meanwhile.
 */
export async function syncLaunch(services: SyncServices): Promise<SyncResult | null> {
  let current = await services.plans.current();
  const cancelledRuns: string[] = [];
  for (let attempt = 1; attempt <= TRIES && current; attempt++) {
    cancelledRuns.push(...(await services.runs.cancelStale(current)));
    const schedules = await services.schedules.sync(current);
    const after = await services.plans.current();
    if (after?.version === current.version) return { current, cancelledRuns, schedules };
    current = after;
  }
  if (!current) return null;
  throw new Error(`Cannot set the schedules because the plan must stay the same: it changed ${TRIES} times`);
}
