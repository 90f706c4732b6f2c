import { wordingHash } from '#templates';
import type { Phase } from '../domain/plan/phases.ts';
import type { StoredPlan } from '../domain/plan/stored-plan.ts';
import { sendingOf, whetherApproved } from '../start-phase/check-approval.ts';
import { notifyPhaseHold } from '../start-phase/notify-phase-hold.ts';
import type { PhaseServices } from '../start-phase/services.ts';

/**
 * Looks ahead of a phase's time at whether its approval still counts, so that people hear in time that it doesn't. The
 * audience is read again only after a change of the plan, the approval, or one of the two rosters.
 */
export async function checkAhead(
  phase: Phase,
  {
    current,
    runNumber,
    services,
  }: {
    current: Pick<StoredPlan, 'plan' | 'version'>;
    /** Of the run that would start: one more than were canceled. */
    runNumber: number;
    services: PhaseServices;
  },
): Promise<void> {
  const { plan, version } = current;
  if (!plan.twoPersonApproval) return;
  const name = { phaseId: phase.id, scheduledFor: phase.at.toInstant().toString() };
  const marks = await services.phaseMarks.marks(name, runNumber);
  if (!marks.approval) return;
  const roster = await services.roster.activeVersion();
  if (!roster) return;
  const approved = await services.roster.version(marks.approval.rosterVersion);
  const kept = approved ? `erased-${approved.erased ?? 0}` : 'gone';
  const checkedFor = [version, roster.version, marks.approval.at, wordingHash, kept].join(' ');
  if (marks.checkedFor === checkedFor) return;
  const sending = sendingOf(phase, { plan, rosterVersion: roster.version, runNumber });
  const decision = await whetherApproved(sending, { approval: marks.approval, services });
  if (!decision.approved) {
    await notifyPhaseHold(name, { reason: 'approval-void', void: decision.reasons, marks, services });
  } else if (marks.hold?.reason === 'approval-void') await services.phaseMarks.clearHold(name);
  await services.phaseMarks.markChecked(name, checkedFor);
}
