import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../actor.ts';
import type { Approval, VoidReason } from './approval-record.ts';
import type { Authors } from './authors.ts';
import type { PhaseName } from './phase-marks.ts';

/** Whether a person may approve a phase, or why not. */
export type MayApprove =
  | { readonly approve: true }
  | { readonly approve: false; readonly reason: 'not-signed-in' | 'own-work' | 'author-unknown' };

/** Why an approval is refused. */
export type ApprovalRefusal =
  | Extract<MayApprove, { approve: false }>['reason']
  | 'no-roster'
  | 'message-gone';

/** What each refusal means, and what to do. */
export const APPROVAL_REFUSALS: Readonly<Record<ApprovalRefusal, string>> = {
  'not-signed-in':
    'Two-person approval is on, so a phase can be approved only in the console, by someone who is signed in there. ' +
    'Nothing was released.',
  'own-work':
    'Two-person approval is on, and you contributed to the plan, the roster or this message since it was last approved. ' +
    'Someone who contributed to none of them must approve it.',
  'author-unknown':
    'Two-person approval is on, and the active plan or roster was uploaded outside the console, so Crier can’t tell by ' +
    'whom. Upload the plan or a whole roster in the console, then have someone else approve the phase.',
  'no-roster':
    'Two-person approval is on, and there is no active roster to approve. Upload and activate one first.',
  'message-gone': 'Someone discarded this message. Nothing was released.',
};

/**
 * Decides whether a person may approve: only someone signed in to the console who contributed to nothing that would go
 * out. Fails closed: an upload from outside the console might be this person's.
 */
export function mayApprove({ by, authors }: { readonly by: Actor; readonly authors: Authors }): MayApprove {
  if (by.kind !== 'person') return { approve: false, reason: 'not-signed-in' };
  if (authors.ids.includes(by.id)) return { approve: false, reason: 'own-work' };
  return authors.hasUnknown ? { approve: false, reason: 'author-unknown' } : { approve: true };
}

/** Whether what would be sent now was approved. */
export type ApprovalDecision =
  | { readonly approved: true }
  | { readonly approved: false; readonly reasons: readonly VoidReason[] };

/** How the audience differs from the one that was approved; `null`: that one can't be read any more. */
export type AudienceChange = { readonly added: number; readonly addressChanged: number } | null;

/** What would be sent now. */
export interface ToSend extends PhaseName {
  readonly runNumber: number;
  readonly expiresAt: string | null;
  readonly wording: string;
}

/** Whether an approval is for this phase, schedule and wording; filers are compared by {@link checkApproval}. */
export function voidReasons(approval: Approval | null, now: ToSend): VoidReason[] {
  if (approval?.by.kind !== 'person' || approval.phaseId !== now.phaseId) return [{ code: 'not-approved' }];
  const isSame = (one: string | null, other: string | null) =>
    one === null || other === null ? one === other : Temporal.Instant.from(one).equals(other);
  const isOnTime =
    isSame(approval.scheduledFor, now.scheduledFor) && isSame(approval.expiresAt, now.expiresAt);
  if (isOnTime && approval.runNumber !== now.runNumber) return [{ code: 'not-approved' }];
  return [
    ...(isOnTime ? [] : [{ code: 'schedule-changed' } as const]),
    ...(approval.wording === now.wording ? [] : [{ code: 'wording-changed' } as const]),
    ...(approval.authors.includes(approval.by.id) ? [{ code: 'own-work' } as const] : []),
  ];
}

/**
 * Compares what was approved with what would be sent. Filers who leave don't void an approval; filers who come, and
 * addresses that change, do.
 */
export function checkApproval(
  approval: Approval | null,
  { now, change }: { readonly now: ToSend; readonly change: AudienceChange },
): ApprovalDecision {
  const reasons = voidReasons(approval, now);
  if (approval && !change) reasons.push({ code: 'roster-gone' });
  if (change?.added) reasons.push({ code: 'filers-added', filers: change.added });
  if (change?.addressChanged) reasons.push({ code: 'addresses-changed', filers: change.addressChanged });
  return reasons.length === 0 ? { approved: true } : { approved: false, reasons };
}
