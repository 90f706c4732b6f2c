import { campaign } from '#campaign';
import type { Problem } from '../domain/roster/problem.ts';
import type { ListCounts } from './full-list.ts';
import type { LedgerTotals } from './ledger-totals.ts';
import { counted, lostWords } from './lost-words.ts';
import { rowsNamed } from './table/sheet-places.ts';

const { label, begun } = campaign.progress;

/** Warnings, at the header row, about what a table makes worse, even if too little to hold it. */
export function changeNotes(
  row: number,
  { totals, list }: { totals: LedgerTotals; list: ListCounts | null },
): Problem[] {
  const notes = [lostNote(totals), list && listNote(list)];
  return notes
    .filter((note) => note !== null)
    .map((note) => ({ row, column: null, severity: 'warning', ...note }));
}

type Note = Pick<Problem, 'code' | 'found' | 'expected'>;

function lostNote({ changes, backward, backwardRows }: LedgerTotals): Note | null {
  if (backward === 0) return null;
  const found = `${counted(backward, 'filer loses', 'filers lose')} facts: ${rowsNamed(backwardRows, backward)}`;
  const expected =
    `no filer to lose facts that the active roster has: ${lostWords(changes)}. ` +
    'If that is a mistake, correct those rows and upload the file again';
  return { code: 'facts-lost', found, expected };
}

function listNote({ named, done, leftOut }: ListCounts): Note {
  const found = `${counted(named, 'filer', 'filers')} who ${begun}`;
  const those = leftOut > 0 ? ` (${leftOut} of the ${done} known are missing)` : '';
  const expected =
    `everyone who ${begun}${those}: the ${label} of filers who aren't in this file keeps its earlier date. ` +
    'To update it for everyone, upload the full list or the whole roster';
  return { code: 'list-partial', found, expected };
}
