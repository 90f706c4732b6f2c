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
import { mendText } from './mend-text.ts';

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
/** As many as a spreadsheet has. */
const MAX_COLUMNS = 16_384;
/** Of a longer header, no beginning is a near miss. */
const MAX_SPELT = 100;
/** How much of a header a message shows, and of all headers: a clerk reads 300 characters. */
const HEADER_LENGTH = 32;
const LIST_LENGTH = 120;
/** `"a", "b", or "c"`. */
const ALTERNATIVES = new Intl.ListFormat('en-US', { type: 'disjunction' });
/** How many columns that aren't used are told one by one. */
const MAX_IGNORED = 20;

/** Reads the first row that isn't blank. Refuses the file when it can't be the header of such an upload. */
export function readHeader(
  cells: readonly string[],
  { kind, row }: { kind: UploadKind; row: number },
): ReadHeader {
  if (cells.length > MAX_COLUMNS) return { ok: false, refused: tooWide(cells.length) };
  const headers = cells.map((cell) => mendText(cell).text.trim());
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

function tooWide(columns: number): string {
  const most = MAX_COLUMNS.toLocaleString('en-US');
  const advice = "Delete those that aren't about filers and upload the file again";
  return `The header has ${columns.toLocaleString('en-US')} columns: a spreadsheet has at most ${most}. ${advice}`;
}

function forbidden(headers: readonly string[]): string | null {
  for (const header of headers) {
    const what = forbiddenBy(header);
    if (what) {
      const advice = 'Delete the column and upload the file again';
      return `The column "${shown(header, HEADER_LENGTH)}" looks like ${what}: a roster must not contain it. ${advice}`;
    }
  }
  return null;
}

function doubled(named: readonly { header: string; column: ColumnName | null }[]): string | null {
  for (const column of COLUMN_NAMES) {
    const same = named.filter((one) => one.column === column).map(({ header }) => header);
    if (same.length > 1) {
      const advice = 'Delete or rename the others and upload the file again';
      return `The columns ${listed(same, LIST_LENGTH)} all mean ${column}: only one can. ${advice}`;
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
  if (kind === 'roster' && !positions.has('last_name') && !positions.has('name')) lacking.push('last_name');
  if (kind === 'roster' && !positions.has('email')) lacking.push('email');
  if (lacking.length > 0) {
    const names = ALTERNATIVES.format(lacking.map((name) => `"${name}"`));
    const hint = [hintOf(headers, positions), `The header is ${listed(headers, LIST_LENGTH)}`];
    return `No ${names} column. ${hint.filter(Boolean).join(' ')}`;
  }
  return positions.size === 1
    ? 'The update has only the key column. Add at least one column with what changes'
    : null;
}

/** The first two near misses: more would be too much to read. */
function hintOf(headers: readonly string[], positions: ReadonlyMap<ColumnName, number>): string {
  const hints: string[] = [];
  for (const header of headers) {
    const hint = didYouMean(header, positions);
    if (hint) hints.push(hint);
    if (hints.length === 2) break;
  }
  return hints.join(' ');
}

function ignored(
  headers: readonly string[],
  positions: ReadonlyMap<ColumnName, number>,
  row: number,
): Problem[] {
  const used = new Set(positions.values());
  const unused = headers.filter(
    (header, index) => !used.has(index) && !isReportColumn(header) && header !== '',
  );
  const problem = { row, code: 'column-ignored', severity: 'warning' } as const;
  const expected = "nothing: Crier doesn't use this column";
  const told: Problem[] = unused.slice(0, MAX_IGNORED).map((header) => ({
    ...problem,
    column: shown(header),
    found: shown(header),
    expected: didYouMean(header, positions) ?? expected,
  }));
  const more = unused.length - told.length;
  return more > 0 ? [...told, { ...problem, column: null, found: `${more} more columns`, expected }] : told;
}

/** A near miss of a column that the header doesn't have yet. */
function didYouMean(header: string, positions: ReadonlyMap<ColumnName, number>): string | null {
  const spelt = comparable(header.slice(0, MAX_SPELT));
  if (spelt.length <= NEAR || columnOf(header)) return null;
  for (const [spelling, column] of SPELLINGS) {
    const isAsLong = Math.abs(spelling.length - spelt.length) <= NEAR && spelling.length > 2 * NEAR;
    if (isAsLong && !positions.has(column) && leven(spelt, spelling) <= NEAR) {
      return `Is "${shown(header, HEADER_LENGTH)}" the ${column} column?`;
    }
  }
  return null;
}

/** `"A" and "B"`, `"A", "B" and 16,382 more`. @param longest In characters. */
function listed(headers: readonly string[], longest: number): string {
  const named: string[] = [];
  let length = 0;
  for (const header of headers) {
    const name = `"${shown(header, HEADER_LENGTH)}"`;
    length += name.length + 2;
    if (length > longest) break;
    named.push(name);
  }
  const more = headers.length - named.length;
  const last = more > 0 ? `${more.toLocaleString('en-US')} more` : (named.pop() ?? '');
  return named.length > 0 ? `${named.join(', ')} and ${last}` : last;
}
