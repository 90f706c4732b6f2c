import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { SendCounts } from '../send/counts.ts';
import { SEND_STATUSES } from '../send/status.ts';
import type { Run } from './run.ts';

/** Counts of a run as they are stored. */
export const runCountsSchema = z.object({
  runId: z.string(),
  /** Filers in the audience; `null` before it is counted. */
  audience: z.number().nullable(),
  /** With `waiting`: filers of the audience who have no fact yet. */
  byStatus: z.partialRecord(z.enum(SEND_STATUSES), z.number()).readonly(),
  /** The skipped by reason. Older counts lack it. */
  skippedBy: z.record(z.string(), z.number()).readonly().default({}),
  /** Sends whose deciding fact ops should see. */
  attention: z.number(),
  /** Instant of counting, ISO 8601 in UTC. */
  asOf: z.string(),
});
/** A run's sends by status as they were counted at an instant: show both together. */
export type RunCounts = Readonly<z.infer<typeof runCountsSchema>>;

/** Adds to the counts of a run's log the filers of whom the log has no fact yet. */
export function runCounts(
  { runId, audience }: Pick<Run, 'runId' | 'audience'>,
  { counts: { byStatus, skippedBy, attention }, asOf }: { counts: SendCounts; asOf: string },
): RunCounts {
  const all = audience ? audience.mailable + audience.skipped : null;
  const known = Object.values(byStatus).reduce((sum, count) => sum + count, 0);
  const waiting = (byStatus.waiting ?? 0) + Math.max(0, (all ?? known) - known);
  return { runId, audience: all, byStatus: { ...byStatus, waiting }, skippedBy, attention, asOf };
}

/** SES tells of most emails within minutes and of bounces within days; a person may retry until the run expires. */
const RECOUNT_HOURS = [1 / 6, 1, 6, 24, 72, 7 * 24, 14 * 24, 30 * 24];

/** Whether a complete run should be counted again: often at first, then ever more rarely. */
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
