import { STAFF_TAGS } from '../aws/ses.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { StaffNotice } from '../domain/run/staff-notices.ts';
import { mayEmail } from '../domain/send/recipients.ts';
import type { SesAnswer } from '../domain/send/share-outcome.ts';
import { composeStaffEmail } from '../email/staff/staff-email.ts';
import type { StaffModel } from '../email/staff/staff-model.ts';
import type { NotifyServices } from './services.ts';

/** SES may be busy with a phase: a throttled notice is tried again after this long, this often. */
const PAUSE_MILLISECONDS = 2_000;
const TRIES = 5;

/**
 * Sends a notice to every address that the plan has for it, and to no one else. It asks no send gate: staff must hear of
 * a pause too. An address that SES doesn't take doesn't keep it from the others; an alarm tells about it.
 */
export async function sendNotice(
  notice: StaffNotice,
  { model, plan, services }: { model: StaffModel; plan: Plan; services: NotifyServices },
): Promise<void> {
  const { clock, log, recipients } = services;
  const at = clock.now();
  const isTest = recipients !== 'everyone';
  for (const to of new Set(plan.staff?.[notice])) {
    if (!mayEmail(to, recipients)) {
      log.info('staff-notice-skipped', { notice, reason: 'test-stage' });
      continue;
    }
    const { raw } = composeStaffEmail({ notice, model, plan, to, at, isTest });
    const answer = await send({ from: plan.court.sender.address, to, raw }, services);
    if (answer.outcome === 'sent') log.info('staff-notice-sent', { notice });
    else log.error('staff-notice-failed', { notice, reason: reasonOf(answer) });
  }
}

async function send(
  mail: { readonly from: string; readonly to: string; readonly raw: Uint8Array },
  { mailer, clock }: Pick<NotifyServices, 'mailer' | 'clock'>,
): Promise<SesAnswer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await mailer.send({ ...mail, tags: STAFF_TAGS });
    if (answer.outcome !== 'throttled' || attempt === TRIES) return answer;
    await clock.sleep(PAUSE_MILLISECONDS);
  }
}

function reasonOf(answer: SesAnswer): string {
  return 'reason' in answer ? answer.reason : answer.outcome;
}
