import { Temporal } from 'temporal-polyfill';
import { type HoldReason, LATE_LIMIT } from '../../domain/run/may-start.ts';
import type { Run } from '../../domain/run/run.ts';

/** The status of a phase, as the console shows it. */
export type PhaseStatus =
  | { readonly kind: 'complete' | 'sending' }
  /** A run sent it at the time of an earlier plan, on this day (`Mon, Jan 14, 2019`): only a person sends it again. */
  | { readonly kind: 'sent-earlier'; readonly runId: string; readonly on: string; readonly newTime: NewTime }
  /** A run that is held until these reasons are lifted. */
  | { readonly kind: 'held'; readonly reasons: readonly string[] }
  | { readonly kind: 'cancelled'; readonly reason: string }
  /** Its time came and it didn't start: a person decides. */
  | { readonly kind: 'waiting'; readonly reason: HoldReason | 'due' }
  | { readonly kind: 'missed'; readonly reason: HoldReason }
  /** A person released it ahead of its time. */
  | { readonly kind: 'released' }
  | { readonly kind: 'planned' };

/** Where the time is to which a phase has moved. */
type NewTime = 'ahead' | 'due' | 'over';

/** What the status of a phase follows from. Instants: ISO 8601 in UTC. */
interface PhaseFacts {
  readonly at: string;
  readonly expiresAt: string;
  readonly run: Pick<Run, 'cancelled' | 'completedAt'> | null;
  /** The latest complete run at the time of an earlier plan, and the day of it on the court's calendar. */
  readonly earlier: { readonly runId: string; readonly on: string } | null;
  /** Reasons that hold the run or everything. */
  readonly holds: readonly string[];
  /** Why it didn't start, as it was noted, or as the plan has it. */
  readonly hold: HoldReason | null;
  readonly isReleased: boolean;
  readonly now: Temporal.Instant;
}

/** The status of a phase: by its run if there is one, otherwise by the time and by what it waits for. */
export function phaseStatus({ at, expiresAt, run, holds, now, ...facts }: PhaseFacts): PhaseStatus {
  if (run) return runStatus(run, holds);
  const isPast = (instant: Temporal.Instant | string) => Temporal.Instant.compare(now, instant) >= 0;
  const { isReleased, earlier } = facts;
  const isOver = isPast(expiresAt);
  if (earlier && !isReleased && !(facts.hold && RELEASED_BEFORE.has(facts.hold)))
    return { kind: 'sent-earlier', ...earlier, newTime: isOver ? 'over' : isPast(at) ? 'due' : 'ahead' };
  if (isOver) return { kind: 'missed', reason: 'expired' };
  if (facts.hold === 'approval-void') return { kind: 'waiting', reason: facts.hold };
  if (!isPast(at)) return { kind: isReleased ? 'released' : 'planned' };
  const hold = isReleased && facts.hold && RELEASABLE.has(facts.hold) ? null : facts.hold;
  if (hold) return { kind: hold === 'missed' ? 'missed' : 'waiting', reason: hold };
  const isLate = !isReleased && isPast(Temporal.Instant.from(at).add(LATE_LIMIT));
  return isLate ? { kind: 'missed', reason: 'missed' } : { kind: 'waiting', reason: 'due' };
}

/** Reasons that can hold a phase only after a person released it, who then knew that it had been sent earlier. */
const RELEASED_BEFORE: ReadonlySet<HoldReason> = new Set(['approval-void', 'cancelled']);

function runStatus(
  { cancelled, completedAt }: NonNullable<PhaseFacts['run']>,
  holds: readonly string[],
): PhaseStatus {
  if (cancelled !== undefined) return { kind: 'cancelled', reason: cancelled };
  if (completedAt !== undefined) return { kind: 'complete' };
  return holds.length > 0 ? { kind: 'held', reasons: holds } : { kind: 'sending' };
}

/** Reasons that a person's release lifts. */
export const RELEASABLE: ReadonlySet<HoldReason | 'due'> = new Set([
  'held-by-plan',
  'needs-release',
  'approval-void',
  'unconfirmed',
  'missed',
  'cancelled',
  'has-run',
]);
