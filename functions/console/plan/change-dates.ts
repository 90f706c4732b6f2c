import type { Plan } from '../../domain/plan/plan.ts';
import type { Problem } from '../../domain/plan/problem.ts';
import { datesToConfirm } from '../../domain/plan/wording-dates.ts';
import type { PageContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { notFound } from '../http/refusal.ts';
import { renderPage } from '../http/show.ts';
import type { ConsoleServices } from '../services.ts';
import { changedMeanwhile, showChanges } from './plan-check.ts';
import { datesOfPlan, datesSchema, planWithDates, problemsByField } from './plan-dates.ts';
import { type PlanDatesView, planDatesPage } from './plan-dates-page.tsx';

/**
 * Shows the form for dates, filled in as the active plan has them.
 * @param changes what is shown otherwise, after a form with mistakes
 * @throws Refusal when there is no plan yet
 */
export function showDates(
  c: PageContext,
  ...[services, changes]: [services: ConsoleServices, changes?: Partial<PlanDatesView>]
): Response | Promise<Response> {
  const { plan: current, person } = c.var;
  if (!current) throw notFound('A plan to change');
  const view: PlanDatesView = {
    zone: current.plan.court.zone,
    person,
    base: current.version,
    values: datesOfPlan(current.plan),
    problems: {},
    others: [],
    toConfirm: [],
    ...changes,
  };
  return renderPage(c, planDatesPage(view), { ...services, status: changes ? 400 : 200 });
}

/** Checks the dates, and shows what they would change. @throws Refusal when the plan is another one by now */
export async function checkDates(c: PageContext, services: ConsoleServices): Promise<Response> {
  const current = c.var.plan;
  if (!current) throw notFound('A plan to change');
  const form = await readForm(c, datesSchema);
  if (!form.ok) return showDates(c, services, { values: form.values, problems: form.problems });
  // The rest of the plan is not what the dates were looked at beside.
  if (form.value.base !== current.version) throw changedMeanwhile();
  const { text, result } = planWithDates(current.plan, {
    dates: form.value,
    deployed: services.deployed,
  });
  if (result.ok) return showChanges(c, { plan: result.plan, services });
  const toConfirm = datesToConfirm(JSON.parse(text), current.plan);
  const { byField: problems, others } = problemsByField(result.problems);
  return showDates(c, services, {
    values: form.value,
    problems,
    others: named(others, current.plan),
    toConfirm,
  });
}

/** Problems with the phase's id in place of its number, since the form doesn't show the file. */
function named(problems: readonly Problem[], { phases }: Plan): Problem[] {
  return problems.map((problem) => {
    const [whole, index, rest] = /^\$\.phases\[(\d+)\](.*)$/.exec(problem.path) ?? [];
    const phase = phases[Number(index)];
    return whole && phase ? { ...problem, path: `${phase.id}${rest}` } : problem;
  });
}
