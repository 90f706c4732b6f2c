import type { ActiveRoster } from './activation.ts';
import type { RosterVersion } from './roster-version.ts';
import { supersededBy } from './superseded.ts';

/**
 * What a version is: `replaced` was active before, `superseded` was overtaken by a later upload before anyone decided on
 * it, `waiting` is complete and neither held nor decided on.
 */
export type VersionStatus =
  | 'active'
  | 'held'
  | 'rejected'
  | 'expired'
  | 'replaced'
  | 'superseded'
  | 'incomplete'
  | 'waiting';

/** The status of a version by the decisions so far. @param later Uploads, of which those after it may have replaced it. */
export function versionStatus(
  one: Pick<RosterVersion, 'version' | 'uploadedAt' | 'kind' | 'key' | 'complete' | 'held' | 'rows'>,
  { active, later = [] }: { active: ActiveRoster; later?: readonly RosterVersion[] },
): VersionStatus {
  const { version, complete, held } = one;
  if (active.retired[version] === 'expired') return 'expired';
  if (active.version === version) return 'active';
  if (!complete) return 'incomplete';
  if (active.retired[version] === 'rejected') return 'rejected';
  if (active.decisions.some((act) => act.action === 'activate' && act.version === version)) return 'replaced';
  if (supersededBy(one, { versions: later, active })) return 'superseded';
  return held.length > 0 ? 'held' : 'waiting';
}
