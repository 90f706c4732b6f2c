import { Temporal } from 'temporal-polyfill';
import type { SendCounts } from '../send/counts.ts';
import type { SendStatus } from '../send/status.ts';
import type { Run } from './run.ts';

/** A run's sends by status as they were counted at an instant: show both together. */
export interface RunCounts extends SendCounts {
  readonly runId: string;
  /** Filers in the audience; `null` before it is counted. */
  readonly audience: number | null;
  /** With `waiting`: whoever of the audience has no fact yet. */
  readonly byStatus: Readonly<Partial<Record<SendStatus, number>>>;
  /** Instant, ISO 8601 in UTC. */
  readonly asOf: string;
}

/** Completes what was counted from the log by those of whom the log says nothing yet. */
export function runCounts(
  { runId, audience }: Pick<Run, 'runId' | 'audience'>,
  { counts: { byStatus, attention }, asOf }: { counts: SendCounts; asOf: string },
): RunCounts {
  const all = audience ? audience.mailable + audience.skipped : null;
  const known = Object.values(byStatus).reduce((sum, count) => sum + count, 0);
  const waiting = (byStatus.waiting ?? 0) + Math.max(0, (all ?? known) - known);
  return { runId, audience: all, byStatus: { ...byStatus, waiting }, attention, asOf };
}

/** SES tells of most emails within minutes and of bounces within days; a person may retry until the run expires. */
const RECOUNT_HOURS = [1 / 6, 1, 6, 24, 72, 7 * 24, 14 * 24, 30 * 24];

/** Whether a complete run should be counted anew: often at first, then ever more rarely. */
export function isRecountDue(
  { completedAt, asOf }: { completedAt: string; asOf: string | null },
  now: Temporal.Instant,
): boolean {
  if (asOf === null) return true;
  const hoursTo = (instant: Temporal.Instant | string) =>
    Temporal.Instant.from(completedAt).until(instant).total('hours');
  const [counted, age] = [hoursTo(asOf), hoursTo(now)];
  return RECOUNT_HOURS.some((hours) => counted < hours && hours <= age);
}
