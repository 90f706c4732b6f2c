import type { Temporal } from 'temporal-polyfill';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import { DATE_CHANGE_PHASE, dateChangeExpiry } from '../../domain/run/announced-dates.ts';
import type { HoldReason } from '../../domain/run/may-start.ts';
import { newRun } from '../../domain/run/new-run.ts';
import type { StartedBy } from '../../domain/run/run.ts';
import { whetherApproved } from '../check-approval.ts';
import { notifyPhaseHold } from '../notify-phase-hold.ts';
import type { PhaseServices } from '../services.ts';
import { resume, type StartResult } from '../start-phase.ts';
import { type DateChange, findDateChange, notifyWaiting, whyWaits } from './prepare-date-change.ts';

/**
 * Starts announcing the plan's dates to the filers to whom others were announced, if a person has released that; or
 * resumes its current run. Idempotent, and safe for several callers at once. What holds it is noted, and people are
 * notified.
 */
export async function startDateChange(startedBy: StartedBy, services: PhaseServices): Promise<StartResult> {
  const current = await services.plans.current();
  if (!current) return { started: false, reason: 'no-plan' };
  // A quick release may come before the intake of the plan is over: old dates stop before the new ones go out.
  await services.runs.cancelStale(current);
  const change = await findDateChange(current, services);
  if (!change) return { started: false, reason: 'nobody-told' };
  if (change.run) return resume(change.run, services);
  const decidedAt = services.clock.now().toString();
  const roster = await services.roster.activeVersion();
  const reason = whyNoDateChange(change, { current, roster, now: services.clock.now() });
  if (reason === 'nobody-told') return { started: false, reason };
  if (reason !== null || !roster) {
    const held = reason ?? 'no-roster';
    await notifyWaiting(change, held, services);
    return { started: false, reason: held };
  }
  const { name, marks, runNumber, after } = change;
  const approved = await whetherApproved(
    {
      ...name,
      runNumber,
      expiresAt: null,
      phase: DATE_CHANGE_PHASE,
      plan: current.plan,
      rosterVersion: roster.version,
    },
    { approval: marks.approval, services },
  );
  if (!approved.approved) {
    await notifyPhaseHold(name, { reason: 'approval-void', void: approved.reasons, marks, services });
    return { started: false, reason: 'approval-void' };
  }
  const { id: phaseId, ...terms } = DATE_CHANGE_PHASE;
  const run = newRun(
    {
      ...terms,
      phaseId,
      scheduledFor: name.scheduledFor,
      expiresAt: dateChangeExpiry(current.plan, decidedAt),
    },
    { current, roster, startedBy, decidedAt, runNumber, after },
  );
  return resume(await services.runs.putIfAbsent(run), services);
}

/** Why the change of dates doesn't start now; `null`: it may. */
export function whyNoDateChange(
  change: Pick<DateChange, 'prepared' | 'marks' | 'runNumber'>,
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
