import type { Plan } from '../../domain/plan/plan.ts';
import { planWarnings } from '../../domain/plan/plan-warnings.ts';
import { checkChanges } from '../../queries/plan-check.ts';
import type { PageContext } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { renderPage } from '../http/show.ts';
import type { ConsoleServices } from '../services.ts';
import { planCheckPage } from './plan-check-page.tsx';
import { planDifferences } from './plan-summary.ts';

/** The largest plan that the console takes. */
export const MAX_PLAN_CHARACTERS = 200_000;

interface ChangesOptions {
  /** The plan as it would be uploaded. */
  readonly plan: Plan;
  readonly services: ConsoleServices;
  /** Revision of the draft that it is; it is cleared when the plan is uploaded. @default from no draft */
  readonly draft?: string;
  /** What was wrong with the form that confirms it. @default nothing */
  readonly problem?: string;
  /** What was typed as the reason. @default nothing */
  readonly why?: string;
}

/** Shows what a plan would change, with the form that confirms it. */
export async function showChanges(
  c: PageContext,
  { plan, services, ...typed }: ChangesOptions,
): Promise<Response> {
  const { plan: current, person } = c.var;
  const old = current?.plan ?? null;
  const page = planCheckPage({
    zone: plan.court.zone,
    person,
    text: JSON.stringify(plan),
    base: current?.version ?? '',
    changes: await checkChanges(old, plan, services),
    differences: planDifferences(old, plan),
    warnings: planWarnings(plan, { now: services.clock.now(), before: old }).map(({ message }) => message),
    kinds: [...new Set(plan.phases.map(({ kind }) => kind))],
    twoPersonApproval: plan.twoPersonApproval,
    ...typed,
  });
  return renderPage(c, page, { ...services, status: typed.problem ? 400 : 200 });
}

/** @returns the refusal of a change that was looked at beside another plan */
export function changedMeanwhile(): Refusal {
  return new Refusal(409, 'changed-meanwhile', {
    title: 'Another plan has become active',
    why:
      'Somebody uploaded a plan since you began. What you were shown is not what would change now, ' +
      'so nothing was done.',
    action: 'Look at the current plan, then change it or upload yours again if it is still right.',
  });
}
