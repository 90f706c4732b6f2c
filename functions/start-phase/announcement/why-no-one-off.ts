import { Temporal } from 'temporal-polyfill';
import { ONE_OFF } from '../../domain/plan/kinds.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import { announcementExpiry } from '../../domain/run/announcement.ts';
import type { HoldReason } from '../../domain/run/may-start.ts';
import type { OneOff } from '../../domain/run/one-off.ts';
import type { PhaseMarks } from '../../domain/run/phase-marks.ts';

interface OneOffRecord {
  readonly marks: PhaseMarks;
  readonly runNumber: number;
  readonly current: CurrentPlan;
  readonly roster: RosterVersion | null;
  /** Every send of its canceled runs has its outcome. */
  readonly isSettled: boolean;
  readonly now: Temporal.Instant;
}

/**
 * Why a one-off message doesn't start now; `null`: it may, if it is approved and its text fits the plan, which takes the
 * templates to know. Fails closed.
 */
export function whyNoOneOff(
  oneOff: OneOff,
  { marks: { release }, runNumber, current: { plan }, roster, isSettled, now }: OneOffRecord,
): HoldReason | null {
  const { frozenAt } = oneOff;
  if (frozenAt === undefined) return 'needs-release';
  const expiresAt = announcementExpiry(ONE_OFF, { plan, from: release?.at ?? frozenAt });
  if (Temporal.Instant.compare(now, expiresAt) >= 0) return 'expired';
  if (!release) return runNumber > 1 ? 'cancelled' : 'needs-release';
  if (!isSettled) return 'sends-unsettled';
  return roster ? null : 'no-roster';
}
