import { Temporal } from 'temporal-polyfill';
import type { Phase } from '../../domain/plan/phases.ts';
import { type HoldReason, LATE_LIMIT } from '../../domain/run/may-start.ts';
import type { Run } from '../../domain/run/run.ts';

/** Where a phase stands, as the console shows it. */
export type PhaseStatus =
  | { readonly kind: 'complete' | 'sending' }
  /** A run that waits until these reasons are lifted. */
  | { readonly kind: 'held'; readonly reasons: readonly string[] }
  | { readonly kind: 'cancelled'; readonly reason: string }
  /** Its time came and it didn't start: a person decides. */
  | { readonly kind: 'waiting'; readonly reason: HoldReason | 'due' }
  | { readonly kind: 'missed'; readonly reason: HoldReason }
  /** A person released it ahead of its time. */
  | { readonly kind: 'released' }
  | { readonly kind: 'planned' };

export interface PhaseFacts {
  readonly phase: Pick<Phase, 'at' | 'expiresAt'>;
  readonly run: Pick<Run, 'cancelled' | 'completedAt'> | null;
  /** Reasons that hold the run or everything. */
  readonly holds: readonly string[];
  /** Why it didn't start, as it was noted. */
  readonly hold: HoldReason | null;
  readonly isReleased: boolean;
  readonly now: Temporal.Instant;
}

/** Where a phase stands; decides by what happened before what is planned. */
export function phaseStatus({ phase, run, holds, hold, isReleased, now }: PhaseFacts): PhaseStatus {
  if (run?.cancelled !== undefined) return { kind: 'cancelled', reason: run.cancelled };
  if (run?.completedAt !== undefined) return { kind: 'complete' };
  if (run) return holds.length > 0 ? { kind: 'held', reasons: holds } : { kind: 'sending' };
  const isPast = (moment: Temporal.ZonedDateTime) => Temporal.Instant.compare(now, moment.toInstant()) >= 0;
  if (!isPast(phase.at)) return isReleased ? { kind: 'released' } : { kind: 'planned' };
  if (isPast(phase.expiresAt)) return { kind: 'missed', reason: 'expired' };
  if (hold === 'missed') return { kind: 'missed', reason: hold };
  if (hold) return { kind: 'waiting', reason: hold };
  return isPast(phase.at.add(LATE_LIMIT))
    ? { kind: 'missed', reason: 'missed' }
    : { kind: 'waiting', reason: 'due' };
}

/** Reasons that a person's release lifts. */
export const RELEASABLE: ReadonlySet<HoldReason | 'due'> = new Set([
  'held-by-plan',
  'needs-release',
  'filing-open-unconfirmed',
  'missed',
  'cancelled',
  'has-run',
]);
