import { stateRow } from '../domain/filer/rules.ts';
import type { State } from '../domain/filer/state.ts';
import { isEverMailed } from '../domain/run/audience.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerEntry } from './ledger-totals.ts';

/** A list may leave out this share of the filers who are known to have begun. */
const MAX_LEFT_OUT_PERCENT = 1;
/** A list names at least this share of the filers whose progress matters. */
const MIN_NAMED_PERCENT = 5;

/** What a list of filers who have begun, such as those who linked, is compared with. */
export interface ListCounts {
  /** Filers whom the list names as having begun. */
  readonly named: number;
  /** Filers who have begun by the active roster, and of them those who aren't in the list. */
  readonly begun: number;
  readonly leftOut: number;
  /** Filers of the version whose progress matters. */
  readonly concerned: number;
}

/** Counts what an update lists. No row may be added to the ledger after this. */
export function countList(ledger: Pick<Ledger, 'entries' | 'hasNotBegun'>): ListCounts {
  const counts = { named: 0, begun: 0, leftOut: 0, concerned: 0 };
  for (const entry of ledger.entries()) addEntry(counts, entry, ledger);
  return counts;
}

/**
 * Whether a list is the full list of those who have begun, so that it also speaks of the filers whom it leaves out. A
 * line or two, or fewer filers than are known to have begun, say nothing of the others. docs/decisions/0174 says why.
 * @param fewFilers This many filers are never a full list.
 */
export function isFullList({ named, begun, leftOut, concerned }: ListCounts, fewFilers: number): boolean {
  if (named <= fewFilers || named * 100 < MIN_NAMED_PERCENT * concerned) return false;
  return leftOut * 100 <= MAX_LEFT_OUT_PERCENT * begun;
}

function addEntry(
  counts: { -readonly [Key in keyof ListCounts]: number },
  { before, after, isTaken }: LedgerEntry,
  ledger: Pick<Ledger, 'hasNotBegun'>,
): void {
  if (after.state === null || !isConcerned(after.state)) return;
  counts.concerned++;
  if (isTaken && !ledger.hasNotBegun(after)) counts.named++;
  if (before.state === null || ledger.hasNotBegun(before)) return;
  counts.begun++;
  if (!isTaken) counts.leftOut++;
}

/** Lists of a court leave out closed accounts and people who have nothing to do. */
function isConcerned(state: State): boolean {
  return isEverMailed(state) || stateRow(state).isGoal === true;
}
