import { hash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Plan } from '../../domain/plan/plan.ts';
import type { StaffNotice } from '../../domain/run/staff-notices.ts';
import { clean } from '../../lib/clean.ts';
import { headerDate } from '../../lib/moment-words.ts';
import type { ComposedEmail } from '../email-input.ts';
import { mime } from '../mime.ts';
import { staffRendererOf } from './render-staff.ts';
import type { StaffModel } from './staff-model.ts';
import { staffTemplates } from './staff-templates.generated.js';

const render = staffRendererOf(staffTemplates);

/** What a notice to staff is made from. */
export interface StaffEmailInput {
  readonly notice: StaffNotice;
  readonly model: StaffModel;
  readonly plan: Plan;
  /** An address of the court's staff, as the plan has it. */
  readonly to: string;
  readonly at: Temporal.Instant;
  /** The launch is a test: the subject says so. */
  readonly isTest: boolean;
}

/** Makes a notice to staff. @throws Error when its template names what the model doesn't have */
export function composeStaffEmail({ notice, model, plan, to, at, isTest }: StaffEmailInput): ComposedEmail {
  const { subject, html, text } = render(notice, model, { isTest });
  const { sender } = plan.court;
  const from = { name: clean(sender.name), address: sender.address };
  const id = hash('sha256', [plan.name, notice, to, at.toString()].join('\n'), 'hex').slice(0, 32);
  const raw = mime({
    from,
    to: { name: '', address: to },
    replyTo: { name: from.name, address: plan.court.helpDesk.email },
    subject,
    date: headerDate(at.toZonedDateTimeISO(plan.court.zone)),
    messageId: `${id}@${sender.address.split('@').at(-1)}`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
    html,
    text,
  });
  return { subject, html, text, raw };
}
