import type { Problem } from '../../domain/plan/problem.ts';
import { readJson } from '../../domain/plan/read-json.ts';
import { datesToConfirm, withMeantDates } from '../../domain/plan/wording-dates.ts';
import { checkPlan } from '../../email/check-plan.ts';
import { counted } from '../../lib/count.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { formValues, WHOLE_FORM } from '../http/form.ts';
import { returnForm, showProblems } from '../http/kept-form.ts';
import { redirectTo, renderPage } from '../http/show.ts';
import { requirePermission } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import { checkDates, showDates } from './change-dates.ts';
import { CHECK_PATH, type CheckedPlan, checkPathOf, keepPlan, openPlan, planGone } from './checked-plan.ts';
import { confirmPlan } from './confirm-plan.ts';
import { showChanges } from './plan-check.ts';
import { planProblemsPage } from './plan-problems.tsx';
import { planUploadPage } from './plan-upload-page.tsx';

const edit = requirePermission('edit');
/** An item of the table that keeps it holds twice as much. */
const MAX_PLAN_BYTES = 200_000;

/** A new plan, from a file or from the form for dates, which only clerks may upload: first they see what it changes. */
export function registerPlanUpload(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/plan/upload', edit, (c) => renderPage(c, planUploadPage({ person: c.var.person }), services));
  app.get(CHECK_PATH, edit, (c) => showCheck(c, services));
  app.post(CHECK_PATH, edit, (c) => checkFile(c, services));
  app.post('/plan/meant', edit, (c) => confirmDates(c, services));
  app.get('/plan/dates', edit, (c) => showDates(c, services));
  app.post('/plan/dates', edit, (c) => checkDates(c, services));
  app.post('/plan/confirm', edit, (c) => confirmPlan(c, services));
}

async function checkFile(c: PageContext, services: ConsoleServices): Promise<Response> {
  const { file = '' } = await formValues(c);
  const problem = problemOf(file);
  if (problem)
    return returnForm(c, { values: {}, problems: { file: problem } }, { services, page: '/plan/upload' });
  return redirectTo(c, await keepPlan(c, file, services), services);
}

/** What keeps a file from being looked at as a plan. */
function problemOf(file: string): string | null {
  if (file === '') return 'Choose the plan’s file first.';
  if (Buffer.byteLength(file) > MAX_PLAN_BYTES) return 'The file is too large to be a plan.';
  // A decoder writes it for bytes that are no text.
  if (file.includes('\uFFFD'))
    return 'The file isn’t UTF-8 text: it is another kind of file, or was saved in an old encoding. Save it as UTF-8.';
  return null;
}

/** The limits that an uploaded plan must meet, and the active plan, which it would replace. */
function optionsOf(c: PageContext, { deployed }: ConsoleServices) {
  return { ...deployed, before: c.var.plan?.plan ?? null };
}

async function showCheck(c: PageContext, services: ConsoleServices): Promise<Response> {
  const kept = await openPlan(c, c.req.query('plan') ?? '', services);
  if (!kept) return planGone(c, services);
  const parsed = checkPlan(kept.text, optionsOf(c, services));
  if (!parsed.ok) return listProblems(c, { kept, problems: parsed.problems, services });
  const isOutdated = kept.base !== (c.var.plan?.version ?? '');
  return showChanges(c, { plan: parsed.plan, source: { kept: kept.id, isOutdated }, services });
}

interface ProblemOptions {
  readonly kept: CheckedPlan;
  readonly problems: readonly Problem[];
  readonly services: ConsoleServices;
}

/** What is wrong with a plan. If it is only dates in the wording, the clerk may confirm that they are intended. */
function listProblems(
  c: PageContext,
  { kept: { id, text }, problems, services }: ProblemOptions,
): Response | Promise<Response> {
  const value = objectIn(text) ?? {};
  const options = optionsOf(c, services);
  const dates = datesToConfirm(value, options.before);
  const confirmed = JSON.stringify(withMeantDates(value, options.before));
  const isRight = dates.length > 0 && checkPlan(confirmed, options).ok;
  const listed = { [WHOLE_FORM]: `This plan has ${counted(problems.length, 'problem')}, listed below.` };
  if (!c.var.form) showProblems(c, { action: CHECK_PATH, values: {}, problems: listed });
  const page = planProblemsPage(problems, isRight ? { person: c.var.person, id, dates } : undefined);
  return renderPage(c, page, services);
}

function objectIn(text: string): object | null {
  const read = readJson(text);
  return read.ok && typeof read.value === 'object' ? (read.value as object | null) : null;
}

const NOT_CONFIRMED = 'Check this box if the dates are intended. Otherwise correct the file.';

/** A clerk has said that the dates which the wording names are meant. */
async function confirmDates(c: PageContext, services: ConsoleServices): Promise<Response> {
  const { plan: id = '', meant } = await formValues(c);
  const kept = await openPlan(c, id, services);
  if (!kept) return planGone(c, services);
  const value = objectIn(kept.text);
  if (meant !== 'yes' || !value) {
    const form = { values: { plan: id }, problems: { meant: NOT_CONFIRMED } };
    return returnForm(c, form, { services, page: checkPathOf(id) });
  }
  const text = JSON.stringify(withMeantDates(value, c.var.plan?.plan ?? null));
  return redirectTo(c, await keepPlan(c, text, services), services);
}
