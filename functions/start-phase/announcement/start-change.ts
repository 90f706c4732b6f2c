import type { Temporal } from 'temporal-polyfill';
import { CORRECTION } from '../../domain/plan/kinds.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import { announcementExpiry, announcementPhase, type ChangeKind } from '../../domain/run/announcement.ts';
import type { HoldReason } from '../../domain/run/may-start.ts';
import { newRun } from '../../domain/run/new-run.ts';
import type { StartedBy } from '../../domain/run/run.ts';
import { whetherApproved } from '../check-approval.ts';
import { notifyPhaseHold } from '../notify-phase-hold.ts';
import type { PhaseServices } from '../services.ts';
import { resume, type StartResult } from '../start-phase.ts';
import { type Change, findChange, notifyWaiting, whyWaits } from './prepare-change.ts';

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
  if (change.run) return resume(change.run, services);
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
  return resume(await services.runs.putIfAbsent(run), services);
}

/** Why the change doesn't start now; `null`: it may. */
export function whyNoChange(
  change: Pick<Change, 'kind' | 'prepared' | 'marks' | 'runNumber'>,
  about: { current: CurrentPlan; roster: RosterVersion | null; now: Temporal.Instant },
): HoldReason | 'nobody-told' | null {
  const { prepared, marks } = change;
  const waits = whyWaits(change, about);
  if (waits === 'expired' || (waits !== null && !marks.release)) return waits;
  // While an old email is on its way, it isn't known who has received it.
  if (!prepared?.settled) return 'sends-unsettled';
  if (prepared.filers === 0) return 'nobody-told';
  return about.roster ? null : 'no-roster';
}
