import { Temporal } from 'temporal-polyfill';
import { type Actor, byOf } from '../actor.ts';
import type { RosterVersion } from './roster-version.ts';

/** One decision on the roster, kept for the record. */
export interface ActivationDecision {
  readonly action: 'activate' | 'reject';
  readonly version: string;
  /** The version that was active before. */
  readonly from: string | null;
  /** Who decided; `intake`: it was activated automatically. */
  readonly by: Actor | 'intake';
  readonly why: string;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  /** For an activation: see `RosterVersion.authors`. Absent in older decisions. */
  readonly authors?: readonly string[];
  /** The revision that it made. Absent in older decisions. */
  readonly revision?: number;
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
  readonly retired: Readonly<Record<string, 'rejected' | 'expired'>>;
  /** The latest decisions, oldest first. */
  readonly decisions: readonly ActivationDecision[];
  /** What is still known of earlier ones; absent while all are kept. */
  readonly dropped?: DroppedDecisions;
}

/** Decisions that are no longer kept. */
export interface DroppedDecisions {
  /** Everyone who contributed to what they activated: sign-in ids and `outside the console`, each once. */
  readonly authors: readonly string[];
  /** The revision that the latest of them made. */
  readonly revision: number;
}

/** How many decisions are kept. */
export const DECISIONS_KEPT = 400;
/** Bytes that they may take as JSON: an item holds 400 KB, with the versions that were retired. */
const MAX_DECISIONS_BYTES = 200_000;

/** Before the first version is activated. */
export const NO_ROSTER: ActiveRoster = {
  revision: 0,
  version: null,
  newestUpload: null,
  retired: {},
  decisions: [],
};

/** Who decided, why and when. */
type Decider = Pick<ActivationDecision, 'by' | 'why' | 'at'>;

/** Activates a version: for the first time, by a person's decision on a held one, or again. */
export function activate(
  active: ActiveRoster,
  {
    version,
    uploadedAt,
    authors,
    by,
    why,
    at,
  }: Pick<RosterVersion, 'version' | 'uploadedAt'> & Pick<ActivationDecision, 'authors'> & Decider,
): ActiveRoster {
  const { [version]: _, ...retired } = active.retired;
  return {
    ...decided(active, { action: 'activate', version, by, why, at, ...(authors && { authors }) }),
    version,
    newestUpload: isOlderUpload(active, uploadedAt) ? active.newestUpload : uploadedAt,
    retired,
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
  const isDecided = version in active.retired || active.decisions.some((one) => one.version === version);
  if (isClaimed || isDecided) return 'decided';
  if (active.version !== base) return 'moved';
  return held.length > 0 ? 'held' : 'activate';
}

/** Rejects a version: it is never activated automatically again. */
export function reject(
  active: ActiveRoster,
  { version, by, why, at }: Pick<RosterVersion, 'version'> & Decider,
): ActiveRoster {
  const retired = { ...active.retired, [version]: 'rejected' } as const;
  return { ...decided(active, { action: 'reject', version, by, why, at }), retired };
}

/** Retires a version permanently, before its filers are deleted. */
export function expire(active: ActiveRoster, version: string): ActiveRoster {
  const retired = { ...active.retired, [version]: 'expired' } as const;
  return { ...active, revision: active.revision + 1, retired };
}

/** Forgets that a version was retired, once nothing is left of it. */
export function forget(active: ActiveRoster, version: string): ActiveRoster {
  const { [version]: _, ...retired } = active.retired;
  return { ...active, revision: active.revision + 1, retired };
}

/** The version that this one replaced when it first became active; of another, the one that it would replace. */
export function versionBefore({ version: active, decisions }: ActiveRoster, version: string): string | null {
  const first = decisions.find((one) => one.action === 'activate' && one.version === version);
  return first ? first.from : active;
}

/** When the version last became active, `null` if never. */
export function activatedAt({ decisions }: ActiveRoster, version: string): string | null {
  return decisions.findLast((one) => one.action === 'activate' && one.version === version)?.at ?? null;
}

/** When the version last stopped being the active one, `null` if it never was or still is. */
export function replacedAt({ decisions }: ActiveRoster, version: string): string | null {
  return decisions.findLast((one) => one.action === 'activate' && one.from === version)?.at ?? null;
}

function decided(
  active: ActiveRoster,
  decision: Omit<ActivationDecision, 'from' | 'revision'>,
): ActiveRoster {
  const revision = active.revision + 1;
  const all = [...active.decisions, { ...decision, from: active.version, revision }];
  const decisions = latest(all);
  const dropped = all.slice(0, all.length - decisions.length);
  return { ...active, revision, decisions, ...(dropped.length > 0 && withDropped(active, dropped)) };
}

/** The latest decisions, as many as an item has room for; the last one in any case. */
function latest(all: readonly ActivationDecision[]): readonly ActivationDecision[] {
  const kept = all.slice(-DECISIONS_KEPT);
  let bytes = 0;
  const lastDropped = kept.findLastIndex((one, index) => {
    bytes += bytesOf(one);
    return bytes > MAX_DECISIONS_BYTES && index < kept.length - 1;
  });
  return kept.slice(lastDropped + 1);
}

function bytesOf(decision: ActivationDecision): number {
  return Buffer.byteLength(JSON.stringify(decision));
}

/** Keeps who contributed: a phase that was never approved needs everyone since the launch began. */
function withDropped(
  { dropped }: ActiveRoster,
  decisions: readonly ActivationDecision[],
): Pick<ActiveRoster, 'dropped'> {
  const authors = new Set([...(dropped?.authors ?? []), ...decisions.flatMap(decisionAuthors)]);
  const revision = decisions.at(-1)?.revision ?? dropped?.revision ?? 0;
  return { dropped: { authors: [...authors], revision } };
}

/** Everyone who contributed to what a decision activated: who decided, and whose uploads it contains. */
export function decisionAuthors({ action, by, authors = [] }: ActivationDecision): string[] {
  if (action !== 'activate') return [];
  return [...(by === 'intake' ? [] : [byOf(by)]), ...authors];
}
