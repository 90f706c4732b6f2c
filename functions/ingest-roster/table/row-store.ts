import type { TableRow } from '../row/parse-row.ts';
import { MAX_TEXT_MB } from './shared-texts.ts';
import { Unreadable } from './unreadable.ts';

const BATCH_ROWS = 500;
/** All rows are as wide as the widest one. */
const MAX_CELLS = 10_000_000;
const BATCH_CHARACTERS = 1024 * 1024;

/** Cells that hold a separator get another control character instead: which one it was makes no difference to any reader. */
const CELL = '\u0000';
const ROW = '\u0001';
const SEPARATORS = /[\u0000\u0001]/g;

/** Rows kept as text: a hundredth of the objects that they would be. */
export class RowStore {
  rows = 0;
  readonly #batches: { readonly rows: readonly number[]; readonly cells: Buffer }[] = [];
  #lines: string[] = [];
  #numbers: number[] = [];
  #width = 0;
  #pending = 0;
  #total = 0;

  add(row: number, cells: readonly string[]): void {
    this.rows++;
    this.#width = Math.max(this.#width, cells.length);
    const line = cells.map((cell) => cell.replace(SEPARATORS, '\u0002')).join(CELL);
    this.#pending += line.length;
    this.#total += line.length;
    this.#lines.push(line);
    this.#numbers.push(row);
    if (this.rows * this.#width > MAX_CELLS) {
      throw new Unreadable(
        `a workbook of more than ${MAX_CELLS.toLocaleString('en-US')} cells, blank ones among them`,
      );
    }
    if (this.#total > MAX_TEXT_MB * 1024 * 1024) {
      throw new Unreadable(`a workbook whose cells fill more than ${MAX_TEXT_MB} MB`);
    }
    if (this.#lines.length === BATCH_ROWS || this.#pending > BATCH_CHARACTERS) this.end();
  }

  /** Must be called once the last row is in. */
  end(): void {
    const cells = Buffer.from(this.#lines.join(ROW));
    if (this.#lines.length > 0) this.#batches.push({ rows: this.#numbers, cells });
    this.#lines = [];
    this.#numbers = [];
    this.#pending = 0;
  }

  *batches(): Iterable<TableRow[]> {
    for (const { rows, cells } of this.#batches) {
      const lines = cells.toString().split(ROW);
      yield lines.map((line, index) => ({
        row: rows[index] ?? 0,
        cells: padded(line.split(CELL), this.#width),
        flaw: null,
      }));
    }
  }
}

/** A sheet has no last cell: what isn't there is blank. */
function padded(cells: string[], width: number): string[] {
  while (cells.length < width) cells.push('');
  return cells;
}
