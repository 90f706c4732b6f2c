import type { Services } from '../aws/pick.ts';
import { personActor } from '../domain/actor.ts';
import { isPostponed, postponedPlan } from '../domain/plan/postponed-plan.ts';
import type { Problem } from '../domain/plan/problem.ts';
import { checkPlan } from '../email/check-plan.ts';
import { errorFields } from '../lib/error-fields.ts';
import type { CommandContext } from './command-context.ts';
import { hold } from './hold.ts';
import { type UploadServices, uploadPlan } from './upload-plan.ts';

type PostponeServices = UploadServices &
  Pick<Services, 'gate' | 'runs' | 'chunks' | 'queue' | 'plans' | 'deployed'>;

/** What postponing came to. Sending is paused in every case. */
export type Postponed =
  /** The plan without a date is uploaded, and takes effect as every plan does. */
  | { readonly outcome: 'uploaded'; readonly hash: string }
  /** There is no plan, or it has no date already. */
  | { readonly outcome: 'no-date' }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
  | { readonly outcome: 'failed' };

/**
 * Postpones the launch: pauses all sending, then makes the pivot of the plan to be announced. Sending stays paused
 * whatever becomes of the rest, and one person may do it: stopping is always safe.
 * @throws Error when sending can't be paused, or the pause can't be recorded
 */
export async function postpone(
  { person, why }: { readonly person: string; readonly why: string },
  { services, requestId }: CommandContext<PostponeServices>,
): Promise<Postponed> {
  const { plans, deployed, log } = services;
  await hold({ act: 'hold', scope: 'all', by: personActor({ id: person }), why }, { services, requestId });
  try {
    const current = await plans.current();
    if (!current || isPostponed(current.plan)) return { outcome: 'no-date' };
    const text = JSON.stringify(postponedPlan(current.plan));
    const checked = checkPlan(text, { ...deployed, before: current.plan });
    if (!checked.ok) return { outcome: 'refused', problems: checked.problems };
    const upload = { person, why, before: current, postpones: true };
    // The pause has the entry of this request in the audit log.
    const second = { services, requestId: `${requestId}-plan` };
    return { outcome: 'uploaded', hash: await uploadPlan(checked.plan, upload, second) };
  } catch (error) {
    log.error('postpone-failed', errorFields(error));
    return { outcome: 'failed' };
  }
}
