import type { StartResult } from '../../aws/start-phase.ts';
import { CORRECTION } from '../../domain/plan/kinds.ts';
import { announcementExpiry, announcementPhase, type ChangeKind } from '../../domain/run/announcement.ts';
import { newRun } from '../../domain/run/new-run.ts';
import type { StartedBy } from '../../domain/run/run.ts';
import { whetherApproved } from '../check-approval.ts';
import { notifyPhaseHold } from '../notify-phase-hold.ts';
import type { PhaseServices } from '../services.ts';
import { findChange, notifyWaiting } from './prepare-change.ts';
import { resumeAnnouncement } from './resume-announcement.ts';
import { whyNoChange } from './why-no-change.ts';

interface StartOptions {
  readonly startedBy: StartedBy;
  readonly services: PhaseServices;
}

/**
 * Starts announcing what the plan says now to the filers who were told otherwise, if a person has released that; or
 * resumes its current run. Idempotent, and safe for several callers at once. What holds it is noted, and people are
 * notified.
 */
export async function startChange(
  kind: ChangeKind,
  { startedBy, services }: StartOptions,
): Promise<StartResult> {
  const current = await services.plans.current();
  if (!current) return { started: false, reason: 'no-plan' };
  // A quick release may come before the intake of the plan is over: what is old stops before the new goes out.
  await services.runs.cancelStale(current);
  const change = await findChange(kind, current, services);
  if (!change) return { started: false, reason: 'nobody-told' };
  if (change.run) return resumeAnnouncement(change.run, services);
  const decidedAt = services.clock.now().toString();
  const roster = await services.roster.activeVersion();
  const reason = whyNoChange(change, { current, roster, now: services.clock.now() });
  if (reason === 'nobody-told') return { started: false, reason };
  if (reason !== null || !roster) {
    const held = reason ?? 'no-roster';
    if (held !== 'dismissed') await notifyWaiting(change, held, services);
    return { started: false, reason: held };
  }
  const { name, marks, runNumber, after } = change;
  const phase = announcementPhase(kind);
  const { plan } = current;
  const sending = { ...name, runNumber, expiresAt: null, phase, plan, rosterVersion: roster.version };
  const approved = await whetherApproved(sending, { approval: marks.approval, services });
  if (!approved.approved) {
    await notifyPhaseHold(name, { reason: 'approval-void', void: approved.reasons, marks, services });
    return { started: false, reason: 'approval-void' };
  }
  const { id: phaseId, ...terms } = phase;
  const run = newRun(
    {
      ...terms,
      phaseId,
      scheduledFor: name.scheduledFor,
      expiresAt: announcementExpiry(kind, { plan, from: decidedAt }),
      ...(kind === CORRECTION && { silent: true }),
    },
    { current, roster, startedBy, decidedAt, runNumber, after },
  );
  return resumeAnnouncement(await services.runs.putIfAbsent(run), services);
}
