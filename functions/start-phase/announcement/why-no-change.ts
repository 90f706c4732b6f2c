import { Temporal } from 'temporal-polyfill';
import type { Plan } from '../../domain/plan/plan.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import { announcementExpiry, type ChangeKind } from '../../domain/run/announcement.ts';
import type { HoldReason } from '../../domain/run/may-start.ts';
import type { PhaseMarks, PhaseName, PreparedMark } from '../../domain/run/phase-marks.ts';
import type { CurrentRun } from '../current-run.ts';

/** A change to what a plan's emails say, and how far its announcement is. */
export interface Change extends CurrentRun {
  readonly kind: ChangeKind;
  readonly name: PhaseName;
  readonly marks: PhaseMarks;
  /** How many filers need it; `null` once its run exists. */
  readonly prepared: PreparedMark | null;
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

/** Why an unreleased change waits; `null`: no filer needs it. */
export function whyWaits(
  { kind, prepared, marks, runNumber }: Pick<Change, 'kind' | 'prepared' | 'marks' | 'runNumber'>,
  { current, now }: { current: CurrentPlan; now: Temporal.Instant },
): HoldReason | null {
  if (!prepared?.filers) return null;
  if (isTooLate(kind, { plan: current.plan, now })) return 'expired';
  if (marks.dismissed && !marks.release) return 'dismissed';
  return runNumber > 1 ? 'cancelled' : 'needs-release';
}

/** Whether nothing that a change announces would be sent any more. */
export function isTooLate(kind: ChangeKind, { plan, now }: { plan: Plan; now: Temporal.Instant }): boolean {
  return Temporal.Instant.compare(now, announcementExpiry(kind, { plan, from: now.toString() })) >= 0;
}
