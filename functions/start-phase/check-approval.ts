import { wordingHash } from '#templates';
import type { PlanStore } from '../aws/plans.ts';
import type { RosterStore } from '../aws/rosters.ts';
import type { Phase } from '../domain/plan/phases.ts';
import type { Plan } from '../domain/plan/plan.ts';
import {
  type ApprovalDecision,
  type AudienceChange,
  checkApproval,
  type ToSend,
} from '../domain/run/approval.ts';
import type { Approval } from '../domain/run/approval-record.ts';
import { addressees, audienceHash, compareAudience } from '../domain/run/approved-audience.ts';
import type { InGroup } from '../domain/run/group.ts';
import { type WordedPhase, wordingOf } from '../domain/run/wording.ts';

/** What would be sent: a phase of a plan, to a roster version. */
export interface Sending extends Omit<ToSend, 'wording'> {
  readonly phase: WordedPhase;
  readonly plan: Plan;
  readonly rosterVersion: string;
  /** Whom a one-off message is for. @default everyone whom its kind mails */
  readonly isIn?: InGroup;
}

interface ApprovalServices {
  readonly plans: Pick<PlanStore, 'version'>;
  readonly roster: Pick<RosterStore, 'filers' | 'version'>;
}

const APPROVED: ApprovalDecision = { approved: true };

/** A phase of the plan as it would be sent now. */
export function sendingOf(
  phase: Phase,
  { plan, rosterVersion, runNumber }: Pick<Sending, 'plan' | 'rosterVersion' | 'runNumber'>,
): Sending {
  const scheduledFor = phase.at.toInstant().toString();
  const expiresAt = phase.expiresAt.toInstant().toString();
  return { phaseId: phase.id, scheduledFor, expiresAt, runNumber, phase, plan, rosterVersion };
}

/** What would be sent, with its wording. */
export function toSendOf({ phase, plan, isIn: _, ...sending }: Sending): ToSend {
  return { ...sending, wording: wordingOf(plan, { phase, build: wordingHash }) };
}

/** The hash of whom a phase would mail, and how many they are. */
export function hashAudience(
  { phase: { kind }, plan, rosterVersion, isIn }: Pick<Sending, 'phase' | 'plan' | 'rosterVersion' | 'isIn'>,
  { roster }: { readonly roster: Pick<RosterStore, 'filers'> },
): Promise<Pick<Approval, 'audience' | 'filers'>> {
  return audienceHash(addressees(roster.filers(rosterVersion), { kind, plan, ...(isIn && { isIn }) }));
}

/** Whether what would be sent now was approved, if two-person approval is on. Fails closed. */
export async function whetherApproved(
  sending: Sending,
  { approval, services }: { approval: Approval | undefined; services: ApprovalServices },
): Promise<ApprovalDecision> {
  if (!sending.plan.twoPersonApproval) return APPROVED;
  const change = approval ? await audienceChange(sending, { approval, services }) : null;
  return checkApproval(approval ?? null, { now: toSendOf(sending), change });
}

/** The versions never change, but lose filers who are erased, and are deleted once they are old. */
async function audienceChange(
  { phase: { kind }, plan, rosterVersion, isIn }: Sending,
  { approval, services: { plans, roster } }: { approval: Approval; services: ApprovalServices },
): Promise<AudienceChange> {
  const approved = await plans.version(approval.planVersion);
  if (!approved) return null;
  const about = { kind, ...(isIn && { isIn }) };
  const audience = addressees(roster.filers(approval.rosterVersion), { ...about, plan: approved.plan });
  const now = addressees(roster.filers(rosterVersion), { ...about, plan });
  const erased = async () => (await roster.version(approval.rosterVersion))?.erased ?? 0;
  return compareAudience(now, { audience, approval, erased });
}
