import { Temporal } from 'temporal-polyfill';
import { ONE_OFF } from '../../domain/plan/kinds.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import { announcementExpiry, announcementPhase } from '../../domain/run/announcement.ts';
import type { HoldReason } from '../../domain/run/may-start.ts';
import { newRun } from '../../domain/run/new-run.ts';
import { namesNoDate, type OneOff, oneOffName } from '../../domain/run/one-off.ts';
import type { PhaseMarks } from '../../domain/run/phase-marks.ts';
import type { StartedBy } from '../../domain/run/run.ts';
import { oneOffFits } from '../../email/check-one-off-emails.ts';
import { whetherApproved } from '../check-approval.ts';
import { areSettled, currentRun } from '../current-run.ts';
import { notifyPhaseHold } from '../notify-phase-hold.ts';
import type { PhaseServices } from '../services.ts';
import { resume, type StartResult } from '../start-phase.ts';
import { oneOffSending } from './one-off-sending.ts';

/**
 * Starts a one-off message that a person has released, or resumes its current run. Idempotent, and safe for several
 * callers at once. What holds it is noted, and people are notified.
 */
export async function startOneOff(
  id: string,
  { startedBy, services }: { startedBy: StartedBy; services: PhaseServices },
): Promise<StartResult> {
  const current = await services.plans.current();
  if (!current) return { started: false, reason: 'no-plan' };
  const oneOff = await services.oneOffs.read(id);
  if (!oneOff) return { started: false, reason: 'not-in-plan' };
  const name = oneOffName(oneOff);
  const existing = await currentRun(name, services.runs);
  if (existing.run) return resume(existing.run, services);
  const { runNumber, after } = existing;
  const marks = await services.phaseMarks.marks(name, runNumber);
  const now = services.clock.now();
  const roster = await services.roster.activeVersion();
  const isSettled = await areSettled(after, services.chunks);
  const reason = whyNoOneOff(oneOff, { marks, runNumber, current, roster, isSettled, now });
  if (reason !== null || !roster) {
    const held = reason ?? 'no-roster';
    // A draft waits for no one.
    if (oneOff.frozenAt !== undefined) await notifyPhaseHold(name, { reason: held, marks, services });
    return { started: false, reason: held };
  }
  const { plan } = current;
  const sending = await oneOffSending(oneOff, { plan, rosterVersion: roster.version, runNumber }, services);
  const approved = await whetherApproved(sending, { approval: marks.approval, services });
  if (!approved.approved) {
    await notifyPhaseHold(name, { reason: 'approval-void', void: approved.reasons, marks, services });
    return { started: false, reason: 'approval-void' };
  }
  const { id: phaseId, ...terms } = announcementPhase(ONE_OFF, id);
  const run = newRun(
    {
      ...terms,
      phaseId,
      scheduledFor: name.scheduledFor,
      expiresAt: announcementExpiry(ONE_OFF, { plan, from: marks.release!.at }),
      title: oneOff.subject,
      ...(namesNoDate(oneOff) && { silent: true }),
    },
    { current, roster, startedBy, decidedAt: now.toString(), runNumber, after },
  );
  return resume(await services.runs.putIfAbsent(run), services);
}

interface OneOffRecord {
  readonly marks: PhaseMarks;
  readonly runNumber: number;
  readonly current: CurrentPlan;
  readonly roster: RosterVersion | null;
  /** Every send of its canceled runs has its outcome. */
  readonly isSettled: boolean;
  readonly now: Temporal.Instant;
}

/** Why a one-off message doesn't start now; `null`: it may, if it is approved. Fails closed. */
export function whyNoOneOff(
  oneOff: OneOff,
  { marks: { release }, runNumber, current: { plan }, roster, isSettled, now }: OneOffRecord,
): HoldReason | null {
  const { frozenAt } = oneOff;
  if (frozenAt === undefined) return 'needs-release';
  const expiresAt = announcementExpiry(ONE_OFF, { plan, from: release?.at ?? frozenAt });
  if (Temporal.Instant.compare(now, expiresAt) >= 0) return 'expired';
  if (!release) return runNumber > 1 ? 'cancelled' : 'needs-release';
  if (!oneOffFits(plan, oneOff)) return 'unfit-text';
  if (!isSettled) return 'sends-unsettled';
  return roster ? null : 'no-roster';
}
