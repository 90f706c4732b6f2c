import type { Actor } from '../actor.ts';
import type { State } from '../filer/state.ts';
import type { Hold } from './hold.ts';
import type { Severity } from './problem.ts';

/** What happened to the rows of an upload. */
interface RowCounts {
  /** Rows that became filers, and rows held out by an `error`. */
  readonly accepted: number;
  readonly rejected: number;
  /** Accepted rows with a warning or without a usable address. */
  readonly warned: number;
  /** Filers of the version without a usable address. */
  readonly unreachable: number;
}

/** How often a kind of problem occurs in an upload. */
export interface ProblemCount {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
}

/** A fact that the active version knew of filers, and that this one doesn't. */
export interface LostFact {
  /** Header of the column. */
  readonly column: string;
  /** The value, `known` where it isn't one of a few words; and what is read in its place. */
  readonly from: string;
  readonly to: string;
  readonly filers: number;
}

/** How a version differs from the one that was active when it was made. */
export interface RosterChanges {
  readonly new: number;
  readonly gone: number;
  /** Filers whose state differs: how many went from which state to which. */
  readonly states: readonly { readonly from: State; readonly to: State; readonly filers: number }[];
  readonly addressChanged: number;
  /** Most filers first; absent when nothing is forgotten, and in versions from before it was kept. */
  readonly forgotten?: readonly LostFact[];
}

/** One upload's roster: never changed once it is complete. */
export interface RosterVersion {
  /** `20180724T130000Z-1a2b3c4d5e6f`: the upload's instant and a hash of what it was made from. */
  readonly version: string;
  readonly kind: 'roster' | 'update';
  /** The version that was active when this one was made; an update holds that version's other facts. */
  readonly base: string | null;
  /** Key of the upload in the inbox bucket. May hold what a person typed: don't log it. */
  readonly key: string;
  /** Who uploaded it, or asked for its file to be read again. */
  readonly by: Actor;
  /**
   * Everyone whose uploads it contains; an update also has the authors of the version that it builds on. Sign-in ids, or
   * `outside the console` if unknown. Absent in older versions: see `versionAuthors`.
   */
  readonly authors?: readonly string[];
  /** Of the file's bytes; of a version that keeps what was known, also of which one it was chosen for. */
  readonly contentSha256: string;
  /** Instants, ISO 8601 in UTC. */
  readonly uploadedAt: string;
  /** When it last became active, `null` if it never was. */
  readonly activatedAt: string | null;
  /**
   * How old the progress is that a follow-up goes by: an upload's instant, or the start of the day that its rows name.
   */
  readonly progressAsOf: string | null;
  readonly planVersion: string;
  /** The held version whose file it was read from again, keeping what was known; absent in all others. */
  readonly keeps?: string;
  /** The number when it was written, including filers erased since. */
  readonly filers: number;
  /** How many of its filers were erased; absent for none. */
  readonly erased?: number;
  readonly rows: RowCounts;
  readonly changes: RosterChanges;
  /** Filers by state on the day of the upload; absent in versions from before it was kept. */
  readonly states?: Readonly<Partial<Record<State, number>>>;
  /** Problems of its rows by kind, most frequent first; absent in versions from before it was kept. */
  readonly problemCounts?: readonly ProblemCount[];
  /** Why a person must decide; empty for a version that is activated automatically. */
  readonly held: readonly Hold[];
  /** Every filer is written: no other version may become active. */
  readonly complete: boolean;
  /** Up to which row its filers are written, while it is incomplete. */
  readonly rowsWritten?: number;
}

/** How many filers a version has now: without those who were erased. */
export function filersIn({ filers, erased = 0 }: Pick<RosterVersion, 'filers' | 'erased'>): number {
  return filers - erased;
}

/** What is known about a version before its rows are read. */
export type VersionDraft = Pick<
  RosterVersion,
  | 'version'
  | 'kind'
  | 'base'
  | 'key'
  | 'contentSha256'
  | 'uploadedAt'
  | 'by'
  | 'authors'
  | 'planVersion'
  | 'keeps'
>;

/** A version as it is stored once it is complete; when it became active, the pointer says. */
export type StoredVersion = Omit<RosterVersion, 'activatedAt' | 'complete' | 'rowsWritten'>;
