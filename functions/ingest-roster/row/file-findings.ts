import { type Problem, shown } from '../../domain/roster/problem.ts';
import { columnLetters, rowsNamed } from '../table/sheet-places.ts';
import type { Layout } from './header.ts';
import type { TableRow } from './parse-row.ts';

/** How many rows or columns a note names. */
const MAX_NAMED = 3;
const NAMED_LENGTH = 24;

/** Rows that have something in common. */
interface Rows {
  count: number;
  readonly first: TableRow[];
}

/** What is to be known about a file as a whole, gathered while its rows pass: one note for each kind, however many rows. */
export class FileFindings {
  readonly #layout: Layout;
  readonly #passedOver: Rows = { count: 0, first: [] };
  readonly #short: Rows = { count: 0, first: [] };
  readonly #unquoted: Rows = { count: 0, first: [] };
  /** By column without a header: rows that have something in it. */
  readonly #unnamed: ReadonlyMap<number, Rows>;

  constructor(layout: Layout) {
    this.#layout = layout;
    const blank = layout.headers.flatMap((header, index) => (header === '' ? [index] : []));
    this.#unnamed = new Map(blank.map((index) => [index, { count: 0, first: [] }]));
  }

  /** Notes a row that is no filer. */
  passOver(row: TableRow): void {
    note(this.#passedOver, row);
  }

  /** Notes a row that is a filer. @param isShort Its last cells are missing. */
  take(row: TableRow, isShort: boolean): void {
    if (isShort) note(this.#short, row);
    if (row.unquoted) note(this.#unquoted, row);
    if (this.#unnamed.size === 0) return;
    // By the row's cells: a header may have far more blank ones.
    row.cells.forEach((cell, index) => {
      const rows = cell.trim() === '' ? undefined : this.#unnamed.get(index);
      if (rows) note(rows, row);
    });
  }

  /** What was found, as warnings at the header. */
  problems(): Problem[] {
    const { row } = this.#layout;
    const notes = [this.#passedOverNote(), this.#shortNote(), this.#unquotedNote(), this.#unnamedNote()];
    return notes
      .filter((one) => one !== null)
      .map((one) => ({ row, column: null, severity: 'warning' as const, ...one }));
  }

  #passedOverNote(): Pick<Problem, 'code' | 'found' | 'expected'> | null {
    const { count, first } = this.#passedOver;
    if (count === 0) return null;
    const listed = first.map((row) => `row ${row.row} "${textOf(row)}"`).join(', ');
    const more = count > first.length ? ` and ${count - first.length} more` : '';
    const expected =
      'only filers: totals, footers, lines and repeated headers were skipped. If one is a filer, complete its row';
    return { code: 'rows-passed-over', found: `${listed}${more}`, expected };
  }

  #shortNote(): Pick<Problem, 'code' | 'found' | 'expected'> | null {
    const { count, first } = this.#short;
    if (count === 0) return null;
    const expected =
      'as many cells as in the header: a spreadsheet left out the last ones, so they are read as blank';
    return { code: 'cells-left-out', found: rowsOf(first, count), expected };
  }

  #unquotedNote(): Pick<Problem, 'code' | 'found' | 'expected'> | null {
    const { count, first } = this.#unquoted;
    if (count === 0) return null;
    const expected = 'cells without extra quotes: those around cells or whole lines were removed';
    return { code: 'quotes-removed', found: rowsOf(first, count), expected };
  }

  #unnamedNote(): Pick<Problem, 'code' | 'found' | 'expected'> | null {
    const filled = [...this.#unnamed].filter(([, { count }]) => count > 0);
    const [example] = filled;
    if (!example) return null;
    const [index, { first }] = example;
    const letters = filled.slice(0, MAX_NAMED).map(([at]) => columnLetters(at + 1));
    const more = filled.length > letters.length ? ` and ${filled.length - letters.length} more` : '';
    const found = `${filled.length === 1 ? 'column' : 'columns'} ${letters.join(', ')}${more}`;
    const value = shown(first[0]?.cells[index] ?? '', NAMED_LENGTH);
    const expected = `a header for each column with data: without one it isn't read (row ${first[0]?.row} has "${value}")`;
    return { code: 'column-unnamed', found, expected };
  }
}

function note(rows: Rows, row: TableRow): void {
  rows.count++;
  if (rows.first.length < MAX_NAMED) rows.first.push(row);
}

function rowsOf(rows: readonly TableRow[], count: number): string {
  return rowsNamed(
    rows.map(({ row }) => row),
    count,
  );
}

function textOf({ cells }: TableRow): string {
  const text = cells.filter((cell) => cell.trim() !== '').join(' ');
  return shown(text, NAMED_LENGTH);
}
