import * as z from 'zod';
import { endDraft } from '../../commands/plan-draft.ts';
import { uploadPlan } from '../../commands/upload-plan.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { checkPlan } from '../../email/check-plan.ts';
import { linkTo } from '../../lib/link-to.ts';
import type { PageContext } from '../http/context.ts';
import { type FormValues, readForm, WHOLE_FORM } from '../http/form.ts';
import { returnForm } from '../http/kept-form.ts';
import { redirectTo } from '../http/show.ts';
import { whySchema } from '../http/why.ts';
import type { ConsoleServices } from '../services.ts';
import { checkPathOf, openPlan, planGone } from './checked-plan.ts';
import { openDraft } from './editor/draft-form.ts';
import { checkDraft } from './editor/draft-problems.ts';

const confirmSchema = z.strictObject({
  /** Id of the kept plan, where it comes from no draft. */
  plan: z.string().max(100).exactOptional(),
  /** Revision of the draft that the plan comes from. */
  draft: z.string().max(12).exactOptional(),
  base: z.string().max(100),
  why: whySchema,
});

/** The plan that a page showed, as it is now. */
interface ShownPlan {
  readonly page: string;
  /** `null`: it has problems now. */
  readonly plan: Plan | null;
  /** Everyone who changed the draft that it is. @default it is from no draft */
  readonly editors?: readonly string[];
  /** Why its page must be read again, as a sentence; `null`: it hasn't changed. */
  readonly changed: string | null;
}

const DRAFT_CHANGED =
  'Someone changed the draft after you opened this page. Check what it would change now, then activate it.';
const PLAN_CHANGED =
  'Another plan became active after you opened this page. Check what would change now, then activate yours if it is still right.';
const HAS_PROBLEMS = 'This plan can’t be activated: it has problems, which are listed below.';

/** Uploads a plan whose changes were shown. What was shown beside another plan is shown again first. */
export async function confirmPlan(c: PageContext, services: ConsoleServices): Promise<Response> {
  const form = await readForm(c, confirmSchema);
  const values: FormValues = form.ok ? form.value : form.values;
  const shown = await shownPlan(c, values, services);
  if (!shown) return planGone(c, services);
  const { page, plan, editors, changed } = shown;
  const again = (problem: string) =>
    returnForm(c, { values, problems: { [WHOLE_FORM]: problem } }, { services, page });
  if (!plan) return again(HAS_PROBLEMS);
  if (values.base !== (c.var.plan?.version ?? '')) return again(PLAN_CHANGED);
  if (changed !== null) return again(changed);
  if (!form.ok) return returnForm(c, form, { services, page });
  const { why, draft } = form.value;
  const { person, plan: before, requestId } = c.var;
  const who = { person: person.id, ...(editors && { editors }) };
  const hash = await uploadPlan(plan, { ...who, why, before }, { services, requestId });
  if (draft !== undefined) await endDraft({ by: person.id, seen: Number(draft) }, services);
  const notice = {
    kind: 'success',
    title: 'The plan is uploaded',
    text: 'Recorded with your name and reason.',
  } as const;
  return redirectTo(c, linkTo('/plan', { awaits: hash }), { ...services, notice });
}

/** Only what the server keeps is uploaded: a form names it, and brings none. */
async function shownPlan(
  c: PageContext,
  { plan: id = '', draft: seen }: FormValues,
  services: ConsoleServices,
): Promise<ShownPlan | null> {
  const options = { ...services.deployed, before: c.var.plan?.plan ?? null };
  if (seen !== undefined) {
    const draft = await openDraft(services);
    const { result } = checkDraft(draft.plan, options);
    return {
      page: '/plan/draft/check',
      plan: result.ok ? result.plan : null,
      editors: draft.authors,
      changed: String(draft.revision) === seen ? null : DRAFT_CHANGED,
    };
  }
  const kept = await openPlan(c, id, services);
  if (!kept) return null;
  const parsed = checkPlan(kept.text, options);
  return { page: checkPathOf(id), plan: parsed.ok ? parsed.plan : null, changed: null };
}
