import type { ReadRunPlan } from '../../aws/plan-cache.ts';
import { DATE_CHANGE } from '../../domain/plan/kinds.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { changedFacts } from '../../domain/plan/stated-facts.ts';
import { type ChangeKind, saysOtherDates } from '../../domain/run/announcement.ts';
import type { Run } from '../../domain/run/run.ts';

/** The runs whose emails may have said otherwise than a plan does. Which filers they told is counted in `told.ts`. */
export async function othersOf(
  kind: ChangeKind,
  runs: readonly Run[],
  { plan, services: { planOf } }: { plan: Plan; services: { readonly planOf: ReadRunPlan } },
): Promise<Run[]> {
  if (kind === DATE_CHANGE) return runs.filter((run) => saysOtherDates(run, plan));
  const plans = await Promise.all(runs.map(planOf));
  return runs.filter((_, index) => changedFacts(plans[index]!, plan).length > 0);
}
