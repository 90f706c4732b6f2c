import { stateRow } from '../domain/filer/rules.ts';
import type { State } from '../domain/filer/state.ts';
import { isEverMailed } from '../domain/run/audience.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerEntry } from './ledger-totals.ts';

/** A list may leave out this share of the filers who are known to have reached the goal. */
const MAX_LEFT_OUT_PERCENT = 1;
/** A list names at least this share of the filers whose progress matters. */
const MIN_NAMED_PERCENT = 5;
/** An update with rows for this share of them, whatever they say, is as good as a whole roster. */
const WHOLE_PERCENT = 90;

/** What a list of filers who have begun, such as those who linked, is compared with. */
export interface ListCounts {
  /** Filers whom the list names as having begun, and as not having begun. */
  readonly named: number;
  readonly unbegun: number;
  /** Filers who have reached the goal by the active roster, and of them those who aren't in the list. */
  readonly done: number;
  readonly leftOut: number;
  /** Filers of the version whose progress matters. */
  readonly concerned: number;
}

/** Counts what an update lists. No row may be added to the ledger after this. */
export function countList(ledger: Pick<Ledger, 'entries' | 'hasNotBegun'>): ListCounts {
  const counts = { named: 0, unbegun: 0, done: 0, leftOut: 0, concerned: 0 };
  for (const entry of ledger.entries()) addEntry(counts, entry, ledger);
  return counts;
}

/**
 * Whose progress an upload reports: everyone's, as a whole roster or an update with nearly everyone does; as a full list
 * of those who have begun, also that of filers it leaves out, unless the roster has a newer day for them; or only that
 * of the filers it lists.
 */
export type SpeaksOf = 'everyone' | 'begun' | 'listed';

/**
 * Which filers an update covers. A line or two, fewer filers than are known to have linked, or part of a roster that
 * also lists who hasn't begun, says nothing about the others. docs/decisions/0174 says why.
 * @param fewFilers This many filers are never a full list.
 */
export function speaksOf(counts: ListCounts, fewFilers: number): SpeaksOf {
  const { named, unbegun, done, leftOut, concerned } = counts;
  if ((named + unbegun) * 100 >= WHOLE_PERCENT * concerned) return 'everyone';
  if (named <= fewFilers || named * 100 < MIN_NAMED_PERCENT * concerned) return 'listed';
  return unbegun <= fewFilers && leftOut * 100 <= MAX_LEFT_OUT_PERCENT * done ? 'begun' : 'listed';
}

function addEntry(
  counts: { -readonly [Key in keyof ListCounts]: number },
  { before, after, isTaken }: LedgerEntry,
  ledger: Pick<Ledger, 'hasNotBegun'>,
): void {
  if (after.state === null || !isConcerned(after.state)) return;
  counts.concerned++;
  if (isTaken) counts[ledger.hasNotBegun(after) ? 'unbegun' : 'named']++;
  if (before.state === null || !isGoal(before.state)) return;
  counts.done++;
  if (!isTaken) counts.leftOut++;
}

/** Courts' lists leave out closed accounts and people who have nothing to do. */
function isConcerned(state: State): boolean {
  return isEverMailed(state) || isGoal(state);
}

/** Filers at the goal stay there; those whose attempt failed or is pending may be in no later list. */
function isGoal(state: State): boolean {
  return stateRow(state).isGoal === true;
}
