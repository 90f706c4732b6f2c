import type { Services } from '../aws/pick.ts';
import type { Readiness } from '../domain/roster/readiness.ts';
import { uploadedAt } from '../domain/run/progress-days.ts';

/** How ready the filers of one upload were. */
interface ReadinessPoint extends Readiness {
  /** Instant, ISO 8601 in UTC. */
  readonly uploadedAt: string;
  /** Instant at which it last became active; `null`: never, or it is deleted. */
  readonly activatedAt: string | null;
  readonly isActive: boolean;
  /** Counted for another day of the pivot than the one planned now: say for which. */
  readonly isForOtherDay: boolean;
}

/**
 * Readiness over the uploads, oldest first: two queries, no roster is read. An upload is missing until it is counted,
 * some moments after it is ingested.
 * @param pivotDate The day of the pivot by the active plan.
 */
export async function readinessHistory(
  pivotDate: string | null,
  { roster, readiness }: Pick<Services, 'roster' | 'readiness'>,
): Promise<ReadinessPoint[]> {
  const [counted, versions, active] = await Promise.all([
    readiness.all(),
    roster.versions(),
    roster.active(),
  ]);
  const known = new Map(versions.map((version) => [version.version, version]));
  return counted.map((one) => ({
    ...one,
    uploadedAt: known.get(one.version)?.uploadedAt ?? uploadedAt(one.version).toString(),
    activatedAt: known.get(one.version)?.activatedAt ?? null,
    isActive: one.version === active.version,
    isForOtherDay: one.pivotDate !== pivotDate,
  }));
}
