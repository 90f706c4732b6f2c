import type { Plan } from '../../domain/plan/plan.ts';
import type { Problem } from '../../domain/plan/problem.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import { datesToConfirm, isConfirmable } from '../../domain/plan/wording-dates.ts';
import { counted } from '../../lib/count.ts';
import type { PageContext } from '../http/context.ts';
import { type FormValues, readForm, WHOLE_FORM } from '../http/form.ts';
import { keptFormOf, returnForm } from '../http/kept-form.ts';
import { notFound } from '../http/refusal.ts';
import { redirectTo, renderPage } from '../http/show.ts';
import type { ConsoleServices } from '../services.ts';
import { keepPlan } from './checked-plan.ts';
import { draftPhases } from './editor/draft-phases.ts';
import { placed } from './editor/draft-problems.ts';
import { datesOfPlan, datesSchema, planWithDates, problemsByField } from './plan-dates.ts';
import { type PlanDatesView, planDatesPage } from './plan-dates-page.tsx';

const PATH = '/plan/dates';

/**
 * Shows the form for dates, filled in as the active plan has them, or as it was sent before.
 * @throws Refusal when there is no plan yet
 */
export function showDates(c: PageContext, services: ConsoleServices): Response | Promise<Response> {
  const { plan: current, person } = c.var;
  if (!current) throw notFound('A plan to change');
  const kept = keptFormOf(c, PATH);
  const view: PlanDatesView = {
    zone: current.plan.court.zone,
    person,
    base: current.version,
    values: kept?.values ?? datesOfPlan(current.plan),
    problems: kept?.problems ?? {},
    ...(kept ? followingFrom(kept.values, { current, services }) : { others: [], toConfirm: [] }),
  };
  return renderPage(c, planDatesPage(view), services);
}

interface DatesOptions {
  readonly current: CurrentPlan;
  readonly services: ConsoleServices;
}

/** What is wrong elsewhere in the plan with dates that were sent before. */
function followingFrom(
  values: FormValues,
  { current, services }: DatesOptions,
): Pick<PlanDatesView, 'others' | 'toConfirm'> {
  const read = datesSchema.safeParse({ ...values, base: current.version });
  if (!read.success) return { others: [], toConfirm: [] };
  const { text, result } = planWithDates(current.plan, { dates: read.data, deployed: services.deployed });
  if (result.ok) return { others: [], toConfirm: [] };
  return {
    others: elsewhereIn(current.plan, result.problems),
    toConfirm: datesToConfirm(JSON.parse(text), current.plan),
  };
}

const PLAN_CHANGED =
  'Another plan became active after you opened this page. Check these dates beside it, then submit them again.';

/** Checks the dates, and continues to what they would change. */
export async function checkDates(c: PageContext, services: ConsoleServices): Promise<Response> {
  const current = c.var.plan;
  if (!current) throw notFound('A plan to change');
  const form = await readForm(c, datesSchema);
  const again = (problems: FormValues) =>
    returnForm(c, { values: form.ok ? form.value : form.values, problems }, { services, page: PATH });
  if (!form.ok) return again(form.problems);
  // The rest of the plan is not what the dates were looked at beside.
  if (form.value.base !== current.version) return again({ [WHOLE_FORM]: PLAN_CHANGED });
  const { text, result } = planWithDates(current.plan, {
    dates: form.value,
    deployed: services.deployed,
  });
  if (result.ok) return redirectTo(c, await keepPlan(c, text, services), services);
  const { byField } = problemsByField(result.problems);
  const others = elsewhereIn(current.plan, result.problems);
  const hasDates = datesToConfirm(JSON.parse(text), current.plan).length > 0;
  return again({
    ...byField,
    ...(others.length > 0 && { [WHOLE_FORM]: elsewhere(others.length) }),
    ...(hasDates && { meant: MEANT }),
  });
}

const MEANT = 'Check this box if the dates in the court’s wording are intended. Otherwise, edit the plan.';

function elsewhere(count: number): string {
  return `${counted(count, 'problem')} elsewhere in the plan, listed below. Often several dates must move together.`;
}

/** Problems that no field of the form is about, as sentences. The box beside dates in the wording asks about those. */
function elsewhereIn(plan: Plan, problems: readonly Problem[]): string[] {
  const { others } = problemsByField(problems);
  const names = new Map(draftPhases(plan).map(({ id, name }) => [id, name]));
  return others
    .filter((problem) => !isConfirmable(problem))
    .map((problem) => {
      const { message, phaseId } = placed(problem, plan);
      return phaseId ? `${names.get(phaseId)}: ${message}` : message;
    });
}
