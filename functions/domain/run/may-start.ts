import { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import { kindOf } from '../plan/kinds.ts';
import type { Phase } from '../plan/phases.ts';
import type { Plan } from '../plan/plan.ts';
import { valueAt } from '../plan/problem.ts';
import type { RosterVersion } from '../roster/roster-version.ts';

/** A phase that is later than this never starts automatically: it is missed and waits for a person. */
export const LATE_LIMIT = Temporal.Duration.from({ hours: 1 });

/** Why a phase doesn't start. docs/runbook.md says what each asks of a person. */
export const HOLD_REASONS = [
  'held-by-plan',
  'needs-release',
  'approval-void',
  'unconfirmed',
  'no-roster',
  'progress-stale',
  'missed',
  'expired',
  'cancelled',
  'sends-unsettled',
  'has-run',
  // Of announcements alone: a person decided against a correction, or a one-off message doesn't fit the plan.
  'dismissed',
  'unfit-text',
] as const;
/** One of the {@link HOLD_REASONS}. */
export type HoldReason = (typeof HOLD_REASONS)[number];

/** A phase that may start does so with this roster. */
type StartDecision =
  | { readonly start: true; readonly roster: RosterVersion }
  | { readonly start: false; readonly reason: HoldReason };

/** What decides whether a phase may start. */
export interface StartFacts {
  readonly plan: Plan;
  readonly phase: Phase;
  readonly now: Temporal.Instant;
  /** A person released the phase; after a canceled run, released it again. */
  readonly released: boolean;
  /** A run of the phase at this time was canceled. */
  readonly wasCancelled: boolean;
  /** Every send of its canceled runs, at whatever time, has its outcome. */
  readonly isSettled: boolean;
  /** It is complete already, at another time of an earlier plan. */
  readonly hasRun: boolean;
  readonly roster: RosterVersion | null;
}

/** Whether a phase whose time has come may start, or what holds it. Fails closed: what isn't known holds. */
export function mayStart({
  plan,
  phase,
  now,
  released,
  wasCancelled,
  isSettled,
  hasRun,
  roster,
}: StartFacts): StartDecision {
  const isOver = Temporal.Instant.compare(now, phase.expiresAt.toInstant()) >= 0;
  // Of a phase that was sent under earlier dates, nothing is missed at its new time.
  if (isOver) return hold(hasRun && !released ? 'has-run' : 'expired');
  if (!released) {
    if (wasCancelled) return hold('cancelled');
    if (hasRun) return hold('has-run');
    if (phase.hold) return hold('held-by-plan');
    if (needsConfirmation(plan, phase)) return hold('unconfirmed');
    if (needsRelease(plan, phase)) return hold('needs-release');
  }
  if (!isSettled) return hold('sends-unsettled');
  if (!roster) return hold('no-roster');
  if (needsProgress(phase) && !hasFreshProgress(plan, roster, now)) return hold('progress-stale');
  const late = Temporal.Instant.compare(now, phase.at.toInstant().add(LATE_LIMIT)) > 0;
  if (late && !released) return hold('missed');
  return { start: true, roster };
}

/** Whether a phase waits for a release: because the plan says so, or because two-person approval is on. */
export function needsRelease(
  { twoPersonApproval }: Pick<Plan, 'twoPersonApproval'>,
  { approval }: Pick<Phase, 'approval'>,
): boolean {
  return twoPersonApproval || approval === 'by-hand';
}

/** Whether a phase waits until a person confirms a claim, such as that filing is open: what was planned may overrun. */
export function needsConfirmation(plan: Plan, { kind }: Pick<Phase, 'kind'>): boolean {
  const { gate } = kindOf(kind);
  return gate !== undefined && valueAt(plan, [gate.member]) === true;
}

/** Whether a phase tells filers what they haven't done. */
export function needsProgress({ kind }: Pick<Phase, 'kind'>): boolean {
  return kindOf(kind).needsProgress ?? false;
}

/** How many days old a roster's progress may be where a phase needs it. */
export function maxAgeDays(plan: Plan): number {
  return plan[campaign.progress.maxAgeDays];
}

/** Whether the roster says how far filers are as freshly as the plan asks, in days on the court's calendar. */
export function hasFreshProgress(
  plan: Plan,
  { progressAsOf }: Pick<RosterVersion, 'progressAsOf'>,
  at: Temporal.Instant,
): boolean {
  if (!progressAsOf) return false;
  const dayAt = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(plan.court.zone).toPlainDate();
  const oldest = dayAt(at).subtract({ days: maxAgeDays(plan) });
  return Temporal.PlainDate.compare(dayAt(Temporal.Instant.from(progressAsOf)), oldest) >= 0;
}

function hold(reason: HoldReason): StartDecision {
  return { start: false, reason };
}
