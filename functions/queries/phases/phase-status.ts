import { Temporal } from 'temporal-polyfill';
import type { VoidReason } from '../../domain/run/approval-record.ts';
import type { HoldReason } from '../../domain/run/may-start.ts';
import type { Run } from '../../domain/run/run.ts';
import type { Held } from '../../start-phase/decide-start.ts';

/** The status of a phase, as the console shows it. */
export type PhaseStatus =
  | { readonly kind: 'complete' | 'sending' }
  /** A run sent it at the time of an earlier plan, on this day (`Mon, Jan 14, 2019`): only a person sends it again. */
  | { readonly kind: 'sent-earlier'; readonly runId: string; readonly on: string; readonly newTime: NewTime }
  /** A run that is held until these reasons are lifted. */
  | {
      readonly kind: 'held';
      readonly reasons: readonly string[];
      /** Who paused it, when and why, by reason. @default not known */
      readonly notes?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'cancelled'; readonly reason: string }
  /** Its time came and it didn't start: a person decides. */
  | {
      readonly kind: 'waiting';
      readonly reason: HoldReason | 'due';
      /** Why its approval is void, if that is why. */
      readonly void?: readonly VoidReason[];
    }
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
  /** Why it wouldn't start if its time were now; `null`: it would. Only without a run. */
  readonly held: Held | null;
  readonly isReleased: boolean;
  readonly now: Temporal.Instant;
}

/** The status of a phase: by its run if there is one, otherwise by the time and by what it waits for. */
export function phaseStatus({
  at,
  expiresAt,
  run,
  earlier,
  holds,
  held,
  isReleased,
  now,
}: PhaseFacts): PhaseStatus {
  if (run) return runStatus(run, holds);
  const isPast = (instant: string) => Temporal.Instant.compare(now, instant) >= 0;
  const isOver = isPast(expiresAt);
  if (earlier && held?.reason === 'has-run')
    return { kind: 'sent-earlier', ...earlier, newTime: isOver ? 'over' : isPast(at) ? 'due' : 'ahead' };
  if (isOver) return { kind: 'missed', reason: 'expired' };
  if (held?.reason === 'approval-void') return { kind: 'waiting', ...held };
  if (!isPast(at)) return { kind: isReleased ? 'released' : 'planned' };
  if (held?.reason === 'missed') return { kind: 'missed', reason: held.reason };
  return { kind: 'waiting', ...(held ?? { reason: 'due' }) };
}

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
  'dismissed',
]);
