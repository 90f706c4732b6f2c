import type { StartResult } from '../../aws/start-phase.ts';
import { ONE_OFF } from '../../domain/plan/kinds.ts';
import { announcementExpiry, announcementPhase } from '../../domain/run/announcement.ts';
import { newRun } from '../../domain/run/new-run.ts';
import { namesNoDate, oneOffName } from '../../domain/run/one-off.ts';
import type { StartedBy } from '../../domain/run/run.ts';
import { oneOffFits } from '../../email/check-one-off-emails.ts';
import { whetherApproved } from '../check-approval.ts';
import { areSettled, currentRun } from '../current-run.ts';
import { notifyPhaseHold } from '../notify-phase-hold.ts';
import type { PhaseServices } from '../services.ts';
import { oneOffSending } from './one-off-sending.ts';
import { resumeAnnouncement } from './resume-announcement.ts';
import { whyNoOneOff } from './why-no-one-off.ts';

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
  if (existing.run) return resumeAnnouncement(existing.run, services);
  const { runNumber, after } = existing;
  const marks = await services.phaseMarks.marks(name, runNumber);
  const now = services.clock.now();
  const roster = await services.roster.activeVersion();
  const isSettled = await areSettled(after, services.chunks);
  const fits = oneOffFits(current.plan, oneOff) ? null : 'unfit-text';
  const reason = whyNoOneOff(oneOff, { marks, runNumber, current, roster, isSettled, now }) ?? fits;
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
  return resumeAnnouncement(await services.runs.putIfAbsent(run), services);
}
