import { shown } from '../../domain/roster/problem.ts';
import type { FileNote } from '../row/parse-row.ts';
import { rowsNamed } from './sheet-places.ts';

/** How many are named, however many there are. */
const MAX_NAMED = 10;

/** What a clerk should know about a workbook: which sheet was read, which weren't, and what the sheet hides. */
export function sheetNotes({
  sheet,
  otherSheets,
  hiddenRows,
}: {
  sheet: string;
  otherSheets: readonly { readonly name: string; readonly isHidden: boolean }[];
  hiddenRows: readonly number[];
}): FileNote[] {
  const read = `only the sheet "${shown(sheet)}" is read`;
  const notes = otherSheets.slice(0, MAX_NAMED).map(({ name, isHidden }) => ({
    code: 'sheet-ignored',
    found: shown(name),
    expected: isHidden
      ? `a visible sheet: this one is hidden, and ${read}`
      : `one sheet: ${read}, as it looks most like a roster`,
  }));
  const more = otherSheets.length - notes.length;
  if (more > 0)
    notes.push({ code: 'sheet-ignored', found: `${more} more sheets`, expected: `one sheet: ${read}` });
  return hiddenRows.length > 0 ? [...notes, hiddenNote(hiddenRows)] : notes;
}

function hiddenNote(rows: readonly number[]): FileNote {
  return {
    code: 'rows-hidden',
    found: rowsNamed(rows, rows.length),
    expected:
      "only rows that are shown: hidden ones are read like all others. Delete those that you don't want",
  };
}
