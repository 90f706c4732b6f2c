import type { Plan } from '../domain/plan/plan.ts';
import type { Run } from '../domain/run/run.ts';
import type { PlanStore } from './plans.ts';

/** Reads the plan that a run was started with. @throws Error when it is gone: without its plan, no email may be sent. */
export type ReadRunPlan = (run: Pick<Run, 'planVersion'>) => Promise<Plan>;

/** Reads each version once: it never changes. */
export function runPlanReader(plans: Pick<PlanStore, 'version'>): ReadRunPlan {
  const kept = new Map<string, Plan>();
  return async ({ planVersion }) => {
    const known = kept.get(planVersion);
    if (known) return known;
    const stored = await plans.version(planVersion);
    if (!stored) throw new Error(`Cannot send because the plan ${planVersion} must exist: it is gone`);
    kept.set(planVersion, stored.plan);
    return stored.plan;
  };
}
