import { campaign } from '#campaign';
import type { Column } from '../../../campaigns/column.ts';
import type { ColumnName } from './columns.ts';
import { readCell } from './read-cell.ts';
import type { CellContext, Reading } from './reading.ts';

const { status: STATUS, asOf: AS_OF } = campaign.progress;
const COLUMNS: Readonly<Record<string, Column>> = campaign.columns;

/** Keeps, of a row's readings, only those that say something. Progress and its day are said together, or not at all. */
export function saidOnly(
  readings: ReadonlyMap<ColumnName, Reading>,
  context: CellContext,
): Map<ColumnName, Reading> {
  const said = [...readings].filter(
    ([column, reading]) => column === AS_OF || saysMore(column, reading, context),
  );
  const isBegun = said.some(([column]) => column === STATUS);
  return new Map(said.filter(([column]) => column !== AS_OF || isBegun));
}

/** Whether a cell says more than a blank one: "unlinked" does, "unknown" and what can't be read don't. */
function saysMore(column: ColumnName, reading: Reading, context: CellContext): boolean {
  const blank = readCell(column, '', context);
  if (JSON.stringify(reading.facts) !== JSON.stringify(blank.facts)) return true;
  const kind = COLUMNS[column];
  // Readers give a blank cell, and one that can't be read, the very same facts.
  return kind?.type === 'word' && kind.blank !== 'unknown' && reading.facts !== blank.facts;
}
