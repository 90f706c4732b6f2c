import { Temporal } from 'temporal-polyfill';
import type { ReadinessStore } from '../aws/readiness.ts';
import type { RosterStore } from '../aws/rosters.ts';
import type { Readiness } from '../domain/roster/readiness.ts';

/** How ready the filers of one upload were. */
export interface ReadinessPoint extends Readiness {
  /** Instant, ISO 8601 in UTC. */
  readonly uploadedAt: string;
  /** Instant at which it last came into force; `null`: never, or it is deleted since. */
  readonly activatedAt: string | null;
  readonly isInForce: boolean;
  /** Counted for another day of go-live than the one planned now: say for which. */
  readonly isForOtherDay: boolean;
}

/**
 * Readiness over the uploads, oldest first: two queries, no roster is read. An upload is missing until it is counted, some
 * moments after its intake.
 * @param goLiveDate the day of go-live by the plan in force.
 */
export async function readinessHistory(
  goLiveDate: string | null,
  {
    roster,
    readiness,
  }: { roster: Pick<RosterStore, 'active' | 'versions'>; readiness: Pick<ReadinessStore, 'all'> },
): Promise<ReadinessPoint[]> {
  const [counted, versions, active] = await Promise.all([
    readiness.all(),
    roster.versions(),
    roster.active(),
  ]);
  const known = new Map(versions.map((version) => [version.version, version]));
  return counted.map((one) => ({
    ...one,
    uploadedAt: known.get(one.version)?.uploadedAt ?? uploadOf(one.version),
    activatedAt: known.get(one.version)?.activatedAt ?? null,
    isInForce: one.version === active.version,
    isForOtherDay: one.goLiveDate !== goLiveDate,
  }));
}

/** A version's name begins with its upload's instant. */
function uploadOf(version: string): string {
  return Temporal.Instant.from(version.split('-')[0]!).toString();
}
