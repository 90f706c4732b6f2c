import { Temporal } from 'temporal-polyfill';
import { type ActiveRoster, replacedAt } from './activation.ts';
import type { RosterVersion } from './roster-version.ts';

const HOURS_A_DAY = 24;

/**
 * The versions that are no longer needed: not active, in no run, and for `keepDays` neither uploaded nor active.
 * Versions that were never completed are among them.
 */
export function expiredVersions(
  versions: readonly RosterVersion[],
  {
    active,
    used,
    now,
    keepDays,
  }: { active: ActiveRoster; used: ReadonlySet<string>; now: Temporal.Instant; keepDays: number },
): RosterVersion[] {
  const limit = now.subtract({ hours: HOURS_A_DAY * keepDays });
  const isOld = (instant: string) => Temporal.Instant.compare(instant, limit) < 0;
  return versions.filter(({ version, uploadedAt }) => {
    if (version === active.version || used.has(version)) return false;
    return isOld(uploadedAt) && isOld(replacedAt(active, version) ?? uploadedAt);
  });
}
