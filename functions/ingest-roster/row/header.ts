import leven from 'leven';
import { type Problem, shown } from '../../domain/roster/problem.ts';
import type { UploadKind } from '../../domain/upload.ts';
import {
  COLUMN_NAMES,
  type ColumnName,
  columnOf,
  comparable,
  forbiddenBy,
  isReportColumn,
  KEY,
  SPELLINGS,
} from './columns.ts';

/** Where the columns of a table are. */
export interface Layout {
  readonly kind: UploadKind;
  /** Row of the header, as a spreadsheet shows it. */
  readonly row: number;
  /** The header as in the file. */
  readonly headers: readonly string[];
  /** Position of each column that is understood. */
  readonly positions: ReadonlyMap<ColumnName, number>;
  /** Headers of columns that Crier itself added to a report. */
  readonly reportColumns: readonly string[];
  /** Columns that are ignored, as warnings. */
  readonly problems: readonly Problem[];
}

/** The layout of a table, or a sentence on why its header can't be used. */
export type ReadHeader =
  | { readonly ok: true; readonly layout: Layout }
  | { readonly ok: false; readonly refused: string };

/** How far a header may be from a spelling to be called a near miss of it. */
const NEAR = 2;

/** Reads the first row that isn't blank. Refuses the file when it can't be the header of such an upload. */
export function readHeader(
  cells: readonly string[],
  { kind, row }: { kind: UploadKind; row: number },
): ReadHeader {
  const headers = cells.map((cell) => cell.trim());
  const named = headers.map((header) => ({ header, column: columnOf(header) }));
  const positions = new Map<ColumnName, number>();
  named.forEach(({ column }, index) => {
    if (column && !positions.has(column)) positions.set(column, index);
  });
  const refused = forbidden(headers) ?? doubled(named) ?? missing(headers, positions, kind);
  if (refused) return { ok: false, refused };
  if (positions.has('last_name')) positions.delete('name');
  const reportColumns = headers.filter(isReportColumn);
  return {
    ok: true,
    layout: { kind, row, headers, positions, reportColumns, problems: ignored(headers, positions, row) },
  };
}

function forbidden(headers: readonly string[]): string | null {
  for (const header of headers) {
    const what = forbiddenBy(header);
    if (what) {
      const advice = 'Delete the column and upload the file again';
      return `The column "${shown(header)}" looks like ${what}: a roster must not hold it. ${advice}`;
    }
  }
  return null;
}

function doubled(named: readonly { header: string; column: ColumnName | null }[]): string | null {
  for (const column of COLUMN_NAMES) {
    const same = named.filter((one) => one.column === column).map(({ header }) => `"${shown(header)}"`);
    if (same.length > 1) {
      const advice = 'Delete or rename the others and upload the file again';
      return `The columns ${same.join(' and ')} all mean ${column}: only one may. ${advice}`;
    }
  }
  return null;
}

function missing(
  headers: readonly string[],
  positions: ReadonlyMap<ColumnName, number>,
  kind: UploadKind,
): string | null {
  const lacking: string[] = [];
  if (!positions.has(KEY)) lacking.push(KEY);
  if (kind === 'roster' && !positions.has('last_name') && !positions.has('name'))
    lacking.push('last_name (or name)');
  if (kind === 'roster' && !positions.has('email')) lacking.push('email');
  if (lacking.length > 0) {
    const hints = headers.map((header) => didYouMean(header, positions)).filter((hint) => hint !== null);
    const asked = hints.length > 0 ? `; ${hints.join(' ')} It` : '; it';
    return `The header lacks ${lacking.join(', ')}${asked} reads ${listed(headers)}`;
  }
  return positions.size === 1
    ? 'The update has only the key: it needs at least one further column with what changes'
    : null;
}

function ignored(
  headers: readonly string[],
  positions: ReadonlyMap<ColumnName, number>,
  row: number,
): Problem[] {
  const used = new Set(positions.values());
  return headers.flatMap((header, index) => {
    if (used.has(index) || isReportColumn(header) || header === '') return [];
    const expected = didYouMean(header, positions) ?? 'nothing: Crier does not use this column';
    return [
      {
        row,
        column: shown(header),
        code: 'column-ignored',
        severity: 'warning',
        found: shown(header),
        expected,
      },
    ];
  });
}

/** A near miss of a column that the header doesn't have yet. */
function didYouMean(header: string, positions: ReadonlyMap<ColumnName, number>): string | null {
  const spelt = comparable(header);
  if (spelt.length <= NEAR || columnOf(header)) return null;
  for (const [spelling, column] of SPELLINGS) {
    const near = spelling.length > 2 * NEAR && leven(spelt, spelling) <= NEAR;
    if (near && !positions.has(column)) return `did you mean ${column} by "${shown(header)}"?`;
  }
  return null;
}

function listed(headers: readonly string[]): string {
  const first = headers.slice(0, 20).map((header) => `"${shown(header)}"`);
  return (
    first.join(', ') + (headers.length > first.length ? ` and ${headers.length - first.length} more` : '')
  );
}
