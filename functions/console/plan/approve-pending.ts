import * as z from 'zod';
import { personActor } from '../../domain/actor.ts';
import type { Person } from '../../domain/person.ts';
import { planEdits } from '../../domain/plan/plan-edits.ts';
import { planHash } from '../../domain/plan/plan-version.ts';
import type { StoredPlan } from '../../domain/plan/stored-plan.ts';
import { compactInstant } from '../../domain/upload.ts';
import { linkTo } from '../../lib/link-to.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { readForm, WHOLE_FORM } from '../http/form.ts';
import { returnForm } from '../http/kept-form.ts';
import { Refusal } from '../http/refusal.ts';
import { redirectTo } from '../http/show.ts';
import { whySchema } from '../http/why.ts';
import { requirePermission } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';

const schema = z.strictObject({ version: z.string().max(100), why: whySchema });

/** A second person approves a plan that turns two-person approval off. */
export function registerApprovePending(app: ConsoleApp, services: ConsoleServices): void {
  app.post('/plan/approve', requirePermission('approve'), (c) => approve(c, services));
}

/** Why this person may not approve a waiting plan; `null`: they may. */
export function whyNotApprove(
  { by, editors = [] }: Pick<StoredPlan, 'by' | 'editors'>,
  { id }: Pick<Person, 'id'>,
): string | null {
  if (by.kind !== 'person') {
    return 'It was uploaded outside the console, so Crier can’t tell by whom. Someone must upload it in the console.';
  }
  if (by.id === id) return 'You uploaded it, so someone else must approve it.';
  return editors.includes(id) ? 'You worked on its draft, so someone else must approve it.' : null;
}

const PENDING_CHANGED =
  'Another plan was uploaded after you opened this page. Review what it would change, then approve it.';
const NONE_PENDING = 'No plan is waiting for approval any more: someone approved or replaced it.';

async function approve(c: PageContext, services: ConsoleServices): Promise<Response> {
  const form = await readForm(c, schema);
  const pending = await services.plans.pending();
  if (!form.ok) return returnForm(c, form, { services, page: '/plan' });
  if (pending?.version !== form.value.version) {
    const again = {
      values: form.value,
      problems: { [WHOLE_FORM]: pending ? PENDING_CHANGED : NONE_PENDING },
    };
    return returnForm(c, again, { services, page: '/plan' });
  }
  const why = whyNotApprove(pending, c.var.person);
  if (why) throw notByYou(why);
  const hash = await upload(pending, { c, services, why: form.value.why });
  const notice = {
    kind: 'success',
    title: 'The plan is approved',
    text: 'Recorded with your name.',
  } as const;
  return redirectTo(c, linkTo('/plan', { awaits: hash }), { ...services, notice });
}

/** The same plan from a second person is the approval: `decidePlan` compares them. */
async function upload(
  { plan, version }: StoredPlan,
  { c, services, why }: { c: PageContext; services: ConsoleServices; why: string },
): Promise<string> {
  const { auditLog, clock, putPlan } = services;
  const { person, requestId } = c.var;
  const at = clock.now().toString();
  const hash = planHash(plan);
  const key = `inbox/launch/approved-${compactInstant(at)}-${hash}.json`;
  const active = c.var.plan;
  const edits = active ? planEdits(active.plan, plan) : {};
  const act = { act: 'plan', key, hash, by: personActor(person), why, ...edits } as const;
  await auditLog.put({ at, requestId, act, before: [version], after: ['approved', hash] });
  await putPlan({ key, text: `${JSON.stringify(plan, null, 2)}\n`, by: person.id });
  return hash;
}

function notByYou(why: string): Refusal {
  return new Refusal(403, 'not-by-you', {
    title: 'You can’t approve this plan',
    why,
    action: 'Nothing was done. Ask another approver to review it.',
  });
}
