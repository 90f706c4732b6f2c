import { Temporal } from 'temporal-polyfill';
import type { RosterVersion } from './roster-version.ts';

/** One decision on the roster, kept for the record. */
export interface RosterAct {
  readonly action: 'activate' | 'reject';
  readonly version: string;
  /** The version that was active before. */
  readonly from: string | null;
  /** Who decided: a person's sign-in id, or `intake` for what is activated automatically. */
  readonly by: string;
  readonly why: string;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
}

/**
 * Which version is active, and how it came to that. One item, changed by one conditional write for each decision:
 * of two at once, one fails.
 */
export interface ActiveRoster {
  /** Counts the changes. Each is written on the condition that the count is still the one that was read. */
  readonly revision: number;
  readonly version: string | null;
  /** Upload instant of the newest upload that ever became active: an older one doesn't replace it automatically. */
  readonly newestUpload: string | null;
  /** Versions that may not be activated automatically, or at all. */
  readonly barred: Readonly<Record<string, 'rejected' | 'expired'>>;
  /** The latest decisions, oldest first. */
  readonly acts: readonly RosterAct[];
}

/** How many decisions are kept: at about 250 bytes each they stay far below the 400 KB of an item. */
const ACTS_KEPT = 400;

/** Before the first version is activated. */
export const NO_ROSTER: ActiveRoster = {
  revision: 0,
  version: null,
  newestUpload: null,
  barred: {},
  acts: [],
};

/** Activates a version: for the first time, by a person's decision on a held one, or again. */
export function activate(
  active: ActiveRoster,
  version: { readonly version: string; readonly uploadedAt: string },
  act: Pick<RosterAct, 'by' | 'why' | 'at'>,
): ActiveRoster {
  const { [version.version]: _, ...barred } = active.barred;
  return {
    ...withAct(active, { ...act, action: 'activate', version: version.version }),
    version: version.version,
    newestUpload: isOlderUpload(active, version.uploadedAt) ? active.newestUpload : version.uploadedAt,
    barred,
  };
}

/** Whether a later upload has been active already: then this one must not replace it automatically. */
export function isOlderUpload({ newestUpload }: ActiveRoster, uploadedAt: string): boolean {
  return newestUpload !== null && Temporal.Instant.compare(uploadedAt, newestUpload) < 0;
}

/** What may be done with a version whose filers are written. */
export type Activation =
  /** It may be activated automatically. */
  | 'activate'
  /** A person must decide. */
  | 'held'
  /** Another roster was activated since this version was compared with it. */
  | 'moved'
  /** It was activated, rejected or deleted before: an earlier try, or a person, has decided. */
  | 'decided';

/**
 * Whether a version that is written may be activated automatically.
 * @param version `base`: the version that it was compared with. `isClaimed`: an earlier try came to the end.
 */
export function mayActivate(
  active: ActiveRoster,
  {
    version,
    base,
    held,
    isClaimed,
  }: Pick<RosterVersion, 'version' | 'base' | 'held'> & { readonly isClaimed: boolean },
): Activation {
  const isDecided = version in active.barred || active.acts.some((act) => act.version === version);
  if (isClaimed || isDecided) return 'decided';
  if (active.version !== base) return 'moved';
  return held.length > 0 ? 'held' : 'activate';
}

/** Rejects a version: it is never activated automatically again. */
export function reject(
  active: ActiveRoster,
  version: string,
  act: Pick<RosterAct, 'by' | 'why' | 'at'>,
): ActiveRoster {
  const barred = { ...active.barred, [version]: 'rejected' } as const;
  return { ...withAct(active, { ...act, action: 'reject', version }), barred };
}

/** Bars a version for good, before its filers are deleted. */
export function expire(active: ActiveRoster, version: string): ActiveRoster {
  const barred = { ...active.barred, [version]: 'expired' } as const;
  return { ...active, revision: active.revision + 1, barred };
}

/** Nothing is left of the version: nothing needs to be barred. */
export function forget(active: ActiveRoster, version: string): ActiveRoster {
  const { [version]: _, ...barred } = active.barred;
  return { ...active, revision: active.revision + 1, barred };
}

/** When the version last became active, `null` if never. */
export function activatedAt({ acts }: ActiveRoster, version: string): string | null {
  return acts.findLast((act) => act.action === 'activate' && act.version === version)?.at ?? null;
}

/** When the version last stopped being the active one, `null` if it never was or still is. */
export function replacedAt({ acts }: ActiveRoster, version: string): string | null {
  return acts.findLast((act) => act.action === 'activate' && act.from === version)?.at ?? null;
}

function withAct(active: ActiveRoster, act: Omit<RosterAct, 'from'>): ActiveRoster {
  const acts = [...active.acts, { ...act, from: active.version }].slice(-ACTS_KEPT);
  return { ...active, revision: active.revision + 1, acts };
}
