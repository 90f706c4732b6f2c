import { isCorrection } from '../upload-place.ts';
import type { ActiveRoster } from './activation.ts';
import type { RosterVersion } from './roster-version.ts';

/** What decides whether one upload took the place of another. */
type Uploaded = Pick<RosterVersion, 'version' | 'uploadedAt' | 'kind' | 'key' | 'complete' | 'held' | 'rows'>;

/**
 * The later upload that took the place of one on which no one has decided, so that nothing is left to decide; `null`:
 * none did. A whole roster replaces what came before once it is active. Otherwise the later upload must be of the same
 * kind and say something of at least as many filers: a short list leaves the long one open.
 * @param versions Uploads; only those after this one count.
 */
export function supersededBy<Version extends Uploaded>(
  version: Uploaded,
  { versions, active }: { versions: readonly Version[]; active: ActiveRoster },
): Version | null {
  const activated = new Set(
    active.decisions.flatMap((one) => (one.action === 'activate' ? [one.version] : [])),
  );
  const replaces = (later: Version): boolean => {
    if (!isAfter(later, version) || !later.complete || isCorrection(later.key)) return false;
    const wasActive = activated.has(later.version);
    if (wasActive && later.kind === 'roster') return true;
    const isOpen = later.held.length > 0 && active.retired[later.version] === undefined;
    const isSame = later.kind === version.kind && later.rows.accepted >= version.rows.accepted;
    return isSame && (wasActive || isOpen);
  };
  return versions.find(replaces) ?? null;
}

function isAfter(one: Pick<Uploaded, 'uploadedAt'>, other: Pick<Uploaded, 'uploadedAt'>): boolean {
  return Date.parse(one.uploadedAt) > Date.parse(other.uploadedAt);
}
