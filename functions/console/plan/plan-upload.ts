import * as z from 'zod';
import type { Problem } from '../../domain/plan/problem.ts';
import { readJson } from '../../domain/plan/read-json.ts';
import { datesToConfirm, withMeantDates } from '../../domain/plan/wording-dates.ts';
import { checkPlan } from '../../email/check-plan.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { renderPage } from '../http/show.ts';
import { requirePermission } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import { checkDates, showDates } from './change-dates.ts';
import { confirmPlan } from './confirm-plan.ts';
import { MAX_PLAN_CHARACTERS, showChanges } from './plan-check.ts';
import { planProblemsPage } from './plan-problems.tsx';
import { planUploadPage } from './plan-upload-page.tsx';

const edit = requirePermission('edit');
const meantSchema = z.strictObject({
  plan: z.string().max(MAX_PLAN_CHARACTERS),
  meant: z.enum(['', 'yes']).default(''),
});
const fileSchema = z.strictObject({ file: z.string().min(1).max(MAX_PLAN_CHARACTERS) });

/** A new plan, from a file or from the form for dates, which only clerks may upload: first they see what it changes. */
export function registerPlanUpload(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/plan/upload', edit, (c) => renderPage(c, planUploadPage({ person: c.var.person }), services));
  app.post('/plan/check', edit, (c) => checkFile(c, services));
  app.post('/plan/meant', edit, (c) => confirmDates(c, services));
  app.get('/plan/dates', edit, (c) => showDates(c, services));
  app.post('/plan/dates', edit, (c) => checkDates(c, services));
  app.post('/plan/confirm', edit, (c) => confirmPlan(c, services));
}

async function checkFile(c: PageContext, services: ConsoleServices): Promise<Response> {
  const form = await readForm(c, fileSchema);
  if (!form.ok) {
    const problem = form.values.file
      ? 'The file is too large to be a plan.'
      : 'Choose the plan’s file first.';
    return renderPage(c, planUploadPage({ person: c.var.person, problem }), { ...services, status: 400 });
  }
  const parsed = checkPlan(form.value.file, optionsOf(c, services));
  if (parsed.ok) return showChanges(c, { plan: parsed.plan, services });
  return showProblems(c, { text: form.value.file, problems: parsed.problems, services });
}

/** The limits that an uploaded plan must meet, and the active plan, which it would replace. */
function optionsOf(c: PageContext, { deployed }: ConsoleServices) {
  return { ...deployed, before: c.var.plan?.plan ?? null };
}

/** A clerk has said that the dates which the wording names are meant. */
async function confirmDates(c: PageContext, services: ConsoleServices): Promise<Response> {
  const form = await readForm(c, meantSchema);
  const { plan: text = '', meant } = form.ok ? form.value : form.values;
  const options = optionsOf(c, services);
  const read = readJson(text);
  const isObject = read.ok && typeof read.value === 'object' && read.value !== null;
  const next =
    isObject && meant === 'yes' ? JSON.stringify(withMeantDates(read.value as object, options.before)) : text;
  const parsed = checkPlan(next, options);
  if (parsed.ok) return showChanges(c, { plan: parsed.plan, services });
  return showProblems(c, { text, problems: parsed.problems, services });
}

interface ProblemOptions {
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly services: ConsoleServices;
}

/** What is wrong with a plan. If it is only dates in the wording, the clerk may confirm that they are intended. */
function showProblems(
  c: PageContext,
  { text, problems, services }: ProblemOptions,
): Response | Promise<Response> {
  const read = readJson(text);
  const isObject = read.ok && typeof read.value === 'object' && read.value !== null;
  const value = isObject ? (read.value as object) : {};
  const options = optionsOf(c, services);
  const dates = datesToConfirm(value, options.before);
  const confirmed = JSON.stringify(withMeantDates(value, options.before));
  const isRight = dates.length > 0 && checkPlan(confirmed, options).ok;
  const page = planProblemsPage(problems, isRight ? { person: c.var.person, text, dates } : undefined);
  return renderPage(c, page, { ...services, status: 400 });
}
