import { z } from 'zod';
import { parsePlan } from '../../domain/plan/parse-plan.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { planHash } from '../../domain/plan/plan-version.ts';
import type { Problem } from '../../domain/plan/problem.ts';
import { compactInstant } from '../../domain/upload.ts';
import { checkChanges } from '../../queries/plan-check.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { notFound, Refusal } from '../http/refusal.ts';
import { redirectTo, renderPage } from '../http/show.ts';
import { whySchema } from '../http/why.ts';
import { requireRole } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import { linkTo } from '../ui/link-to.ts';
import { planCheckPage } from './plan-check-page.tsx';
import { datesOfPlan, datesSchema, planWithDates, problemsByField } from './plan-dates.ts';
import { type PlanDatesView, planDatesPage } from './plan-dates-page.tsx';
import { planDifferences } from './plan-labels.ts';
import { planProblemsPage } from './plan-problems.tsx';
import { planUploadPage } from './plan-upload-page.tsx';

const clerk = requireRole('clerk');
const confirmSchema = z.strictObject({
  plan: z.string().max(200_000),
  base: z.string().max(100),
  why: whySchema,
});

/** A new plan, from a file or from the form for dates: shown first, then put in force by the way of every upload. */
export function registerPlanUpload(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/plan/upload', clerk, (c) => renderPage(c, planUploadPage({ person: c.var.person }), services));

  app.post('/plan/check', clerk, async (c) => {
    const form = await readForm(c, z.strictObject({ file: z.string().min(1).max(200_000) }));
    if (!form.ok) {
      const problem = form.values.file
        ? 'The file is too large to be a plan.'
        : 'Choose the plan’s file first.';
      return renderPage(c, planUploadPage({ person: c.var.person, problem }), { ...services, status: 400 });
    }
    const parsed = parsePlan(form.value.file, services.settings.launch);
    if (!parsed.ok) return renderPage(c, planProblemsPage(parsed.problems), { ...services, status: 400 });
    return showChanges(c, { plan: parsed.plan, services });
  });

  app.get('/plan/dates', clerk, (c) => showDates(c, services));
  app.post('/plan/dates', clerk, (c) => checkDates(c, services));
  app.post('/plan/confirm', clerk, (c) => confirm(c, services));
}

function showDates(
  c: PageContext,
  services: ConsoleServices,
  { status = 200, ...changes }: Partial<PlanDatesView> & { status?: 200 | 400 } = {},
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
    ...changes,
  };
  return renderPage(c, planDatesPage(view), { ...services, status });
}

async function checkDates(c: PageContext, services: ConsoleServices): Promise<Response> {
  const current = c.var.plan;
  if (!current) throw notFound('A plan to change');
  const form = await readForm(c, datesSchema);
  if (!form.ok) return showDates(c, services, { status: 400, values: form.values, problems: form.problems });
  // The dates were looked at beside another plan: what else it says is not this one's.
  if (form.value.base !== current.version) throw changedMeanwhile();
  const { result } = planWithDates(current.plan, form.value);
  if (!result.ok) {
    const { byField, others } = problemsByField(result.problems);
    return showDates(c, services, {
      status: 400,
      values: form.value,
      problems: byField,
      others: named(others, current.plan),
    });
  }
  return showChanges(c, { plan: result.plan, services });
}

/** With the phase's name in place of its number: whoever fills in a form doesn't see the file. */
function named(problems: readonly Problem[], { phases }: Plan): Problem[] {
  return problems.map((problem) => {
    const [whole, index, rest] = /^\$\.phases\[(\d+)\](.*)$/.exec(problem.path) ?? [];
    const phase = phases[Number(index)];
    return whole && phase ? { ...problem, path: `${phase.id}${rest}` } : problem;
  });
}

async function showChanges(
  c: PageContext,
  {
    plan,
    services,
    ...typed
  }: { plan: Plan; services: ConsoleServices; problem?: string | undefined; why?: string },
): Promise<Response> {
  const { plan: current, person } = c.var;
  const old = current?.plan ?? null;
  const changes = await checkChanges(old, plan, services);
  const view = {
    zone: plan.court.zone,
    person,
    text: JSON.stringify(plan),
    base: current?.version ?? '',
    changes,
    differences: planDifferences(old, plan),
    fourEyes: plan.fourEyes,
    ...typed,
  };
  return renderPage(c, planCheckPage(view), { ...services, status: typed.problem ? 400 : 200 });
}

async function confirm(c: PageContext, services: ConsoleServices): Promise<Response> {
  const current = c.var.plan;
  const form = await readForm(c, confirmSchema);
  const text = form.ok ? form.value.plan : (form.values.plan ?? '');
  const parsed = parsePlan(text, services.settings.launch);
  if (!parsed.ok) return renderPage(c, planProblemsPage(parsed.problems), { ...services, status: 400 });
  const { plan } = parsed;
  const base = form.ok ? form.value.base : (form.values.base ?? '');
  if (base !== (current?.version ?? '')) throw changedMeanwhile();
  if (!form.ok) {
    const { problems, values } = form;
    return showChanges(c, {
      plan,
      services,
      problem: problems.why ?? 'Load the page again.',
      why: values.why ?? '',
    });
  }
  const hash = await upload(plan, { c, services, why: form.value.why });
  return redirectTo(c, linkTo('/plan', { awaits: hash }), {
    ...services,
    notice: {
      kind: 'success',
      title: 'The plan is uploaded',
      text: 'It is kept with your name and what you said.',
    },
  });
}

/** Recorded first, then put where every other upload goes: there is one way into force. @returns the plan's hash */
async function upload(
  plan: Plan,
  { c, services, why }: { c: PageContext; services: ConsoleServices; why: string },
): Promise<string> {
  const { auditLog, clock, log, putPlan } = services;
  const { person, plan: current, requestId } = c.var;
  const at = clock.now();
  const hash = planHash(plan);
  const key = `inbox/launch/console-${compactInstant(at.toString())}-${hash}.json`;
  await auditLog.put({
    at: at.toString(),
    requestId,
    act: { act: 'plan', key, hash, by: person.id, why },
    before: current ? [current.version] : [],
    after: [hash],
  });
  await putPlan({ key, text: `${JSON.stringify(plan, null, 2)}\n`, by: person.id });
  log.info('plan-uploaded', { hash });
  return hash;
}

function changedMeanwhile(): Refusal {
  return new Refusal(409, 'changed-meanwhile', {
    title: 'Another plan came into force meanwhile',
    why: 'Somebody uploaded a plan since you began. What you were shown is not what would change now, so nothing was done.',
    action: 'Look at the plan in force, then change it or upload yours again if it is still right.',
  });
}
