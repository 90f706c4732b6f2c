import { PIVOT, pivotOf, WINDOWS } from './dated.ts';
import type { Plan } from './plan.ts';
import { withPart } from './plan-path.ts';
import { withMeantDates } from './wording-dates.ts';

/** Whether the plan has no date for its pivot, so that none of its phases has a time. */
export function isPostponed(plan: Plan): boolean {
  return pivotOf(plan).certainty === 'to-be-announced';
}

/**
 * The plan with its pivot to be announced: none of its phases has a time. Windows are announced together with the pivot.
 * Dates in the court's wording are kept, as an emergency can't wait until they are edited; pages continue naming them as
 * doubtful before any email shows them.
 */
export function postponedPlan(plan: Plan): Plan {
  const members = [
    { at: PIVOT.at, part: { certainty: 'to-be-announced' } },
    ...WINDOWS.map(([, { at }]) => ({ at, part: undefined })),
  ];
  return withMeantDates(members.reduce<unknown>(withPart, plan) as Plan, plan);
}
