import type { Services } from '../aws/pick.ts';
import { pivotOf } from '../domain/plan/dated.ts';
import type { StoredPlan } from '../domain/plan/stored-plan.ts';
import type { Dated } from '../lib/plan-values.ts';

/** One plan of the history. */
interface PlanReport extends Omit<StoredPlan, 'plan'> {
  /** It is the active plan. */
  readonly isActive: boolean;
  /** When what the launch is about changes, and how sure that is. */
  readonly pivot: Dated;
  /** The court's time zone. */
  readonly zone: string;
}

/** A page of the plans' history. */
export interface PlansReport {
  /** Newest first. */
  readonly plans: readonly PlanReport[];
  /** Pass it as `before` for the next page; `null`: this was the last page. */
  readonly next: string | null;
}

/** Which plans were uploaded, by whom and when. */
export async function askPlans(
  services: Pick<Services, 'plans'>,
  page: { limit: number; before?: string | undefined },
): Promise<PlansReport> {
  const current = await services.plans.current();
  const { plans, next } = await services.plans.page(page);
  return {
    plans: plans.map(({ plan, ...stored }) => ({
      ...stored,
      isActive: stored.version === current?.version,
      pivot: pivotOf(plan),
      zone: plan.court.zone,
    })),
    next,
  };
}
