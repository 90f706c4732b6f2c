import type { Temporal } from 'temporal-polyfill';
import type { CurrentPlan } from '../../aws/plans.ts';
import type { PhaseServices } from '../../aws/services.ts';
import { DATE_CHANGE } from '../../domain/plan/plan.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import { tellingEnds } from '../../domain/run/announced-dates.ts';
import type { HoldReason } from '../../domain/run/may-start.ts';
import { datesOf, type Run, runIdOf, type StartedBy } from '../../domain/run/run.ts';
import { goOn, type StartResult } from '../start-phase.ts';
import { type DateChange, findDateChange, tellWaits, whyWaits } from './prepare-date-change.ts';

/**
 * Tells the plan's dates to whoever was told others, if a person has released that; or goes on with the run that stands.
 * Safe to repeat at any point, by anyone, at once. What holds it is noted and told.
 */
export async function startDateChange(startedBy: StartedBy, services: PhaseServices): Promise<StartResult> {
  const current = await services.launch.currentPlan();
  if (!current) return { started: false, reason: 'no-plan' };
  // Whoever releases at once may be faster than the intake of the plan: old dates stop before the new ones go out.
  await services.runs.cancelStale(current);
  const change = await findDateChange(current, services);
  if (!change) return { started: false, reason: 'nobody-told' };
  if (change.run) return goOn(change.run, services);
  const decidedAt = services.clock.now().toString();
  const roster = await services.roster.activeVersion();
  const reason = whyNot(change, { current, roster, now: services.clock.now() });
  if (reason === 'nobody-told') return { started: false, reason };
  if (reason !== null || !roster) {
    const held = reason ?? 'no-roster';
    await tellWaits(change, held, services);
    return { started: false, reason: held };
  }
  const run = newRun(change, { current, roster, startedBy, decidedAt });
  return goOn(await services.runs.putIfAbsent(run), services);
}

function whyNot(
  change: DateChange,
  about: { current: CurrentPlan; roster: RosterVersion | null; now: Temporal.Instant },
): HoldReason | 'nobody-told' | null {
  const { prepared, marks } = change;
  const waits = whyWaits(change, about);
  if (waits === 'expired' || (waits !== null && !marks.release)) return waits;
  // As long as an old email is on its way, who has had it isn't known.
  if (!prepared?.settled) return 'sends-unsettled';
  if (prepared.filers === 0) return 'nobody-told';
  return about.roster ? null : 'no-roster';
}

function newRun(
  { name: { scheduledFor }, turn, after }: DateChange,
  from: { current: CurrentPlan; roster: RosterVersion; startedBy: StartedBy; decidedAt: string },
): Run {
  const { current, roster, startedBy, decidedAt } = from;
  return {
    runId: runIdOf(DATE_CHANGE, scheduledFor, turn),
    phaseId: DATE_CHANGE,
    kind: 'date-change',
    number: 1,
    of: 1,
    scheduledFor,
    expiresAt: tellingEnds(current.plan, decidedAt),
    decidedAt,
    planVersion: current.version,
    dates: datesOf(current.plan),
    rosterVersion: roster.version,
    startedBy,
    ...(after.length > 0 && { after }),
  };
}
