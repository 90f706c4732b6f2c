import * as z from 'zod';
import { endDraft } from '../../commands/plan-draft.ts';
import { uploadPlan } from '../../commands/upload-plan.ts';
import { checkPlan } from '../../email/check-plan.ts';
import type { PageContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { redirectTo, renderPage } from '../http/show.ts';
import { whySchema } from '../http/why.ts';
import type { ConsoleServices } from '../services.ts';
import { linkTo } from '../ui/link-to.ts';
import { changedMeanwhile, MAX_PLAN_CHARACTERS, showChanges } from './plan-check.ts';
import { planProblemsPage } from './plan-problems.tsx';

const confirmSchema = z.strictObject({
  plan: z.string().max(MAX_PLAN_CHARACTERS),
  base: z.string().max(100),
  /** Revision of the draft that the plan comes from. */
  draft: z.string().max(12).exactOptional(),
  why: whySchema,
});

/** Uploads a plan whose changes were shown. @throws Refusal when they were shown beside another plan */
export async function confirmPlan(c: PageContext, services: ConsoleServices): Promise<Response> {
  const form = await readForm(c, confirmSchema);
  const { plan: text = '', base = '', why = '', draft } = form.ok ? form.value : form.values;
  const parsed = checkPlan(text, { ...services.deployed, before: c.var.plan?.plan });
  if (!parsed.ok) return renderPage(c, planProblemsPage(parsed.problems), { ...services, status: 400 });
  const { plan } = parsed;
  if (base !== (c.var.plan?.version ?? '')) throw changedMeanwhile();
  if (!form.ok) {
    const problem = form.problems.why ?? 'Load the page again.';
    return showChanges(c, { plan, services, problem, why, ...(draft !== undefined && { draft }) });
  }
  const { person, plan: before, requestId } = c.var;
  const editors = draft === undefined ? undefined : (await services.planDrafts.read()).draft?.authors;
  const who = { person: person.id, ...(editors && { editors }) };
  const hash = await uploadPlan(plan, { ...who, why, before }, { services, requestId });
  if (draft !== undefined) await endDraft({ seen: Number(draft) }, services);
  const notice = {
    kind: 'success',
    title: 'The plan is uploaded',
    text: 'Recorded with your name and reason.',
  } as const;
  return redirectTo(c, linkTo('/plan', { awaits: hash }), { ...services, notice });
}
