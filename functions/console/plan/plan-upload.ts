import * as z from 'zod';
import { parsePlan } from '../../domain/plan/parse-plan.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { renderPage } from '../http/show.ts';
import { requireRole } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import { checkDates, showDates } from './change-dates.ts';
import { confirmPlan } from './confirm-plan.ts';
import { MAX_PLAN_CHARACTERS, showChanges } from './plan-check.ts';
import { planProblemsPage } from './plan-problems.tsx';
import { planUploadPage } from './plan-upload-page.tsx';

const clerk = requireRole('clerk');
const fileSchema = z.strictObject({ file: z.string().min(1).max(MAX_PLAN_CHARACTERS) });

/** A new plan, from a file or from the form for dates, which only clerks may upload: first they see what it changes. */
export function registerPlanUpload(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/plan/upload', clerk, (c) => renderPage(c, planUploadPage({ person: c.var.person }), services));
  app.post('/plan/check', clerk, (c) => checkFile(c, services));
  app.get('/plan/dates', clerk, (c) => showDates(c, services));
  app.post('/plan/dates', clerk, (c) => checkDates(c, services));
  app.post('/plan/confirm', clerk, (c) => confirmPlan(c, services));
}

async function checkFile(c: PageContext, services: ConsoleServices): Promise<Response> {
  const form = await readForm(c, fileSchema);
  if (!form.ok) {
    const problem = form.values.file
      ? 'The file is too large to be a plan.'
      : 'Choose the plan’s file first.';
    return renderPage(c, planUploadPage({ person: c.var.person, problem }), { ...services, status: 400 });
  }
  const parsed = parsePlan(form.value.file, { launch: services.settings.launch });
  if (!parsed.ok) return renderPage(c, planProblemsPage(parsed.problems), { ...services, status: 400 });
  return showChanges(c, { plan: parsed.plan, services });
}
