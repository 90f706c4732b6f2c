import type { TableRow } from '../row/parse-row.ts';
import { MAX_TEXT_MB } from './shared-texts.ts';
import { Unreadable } from './unreadable.ts';

const BATCH_ROWS = 500;
const BATCH_CHARACTERS = 1024 * 1024;

/** Rows kept as text: a hundredth of the objects that they would be. */
export class RowStore {
  rows = 0;
  readonly #batches: Buffer[] = [];
  #lines: string[] = [];
  #width = 0;
  #pending = 0;
  #total = 0;

  add(row: number, cells: readonly string[]): void {
    this.rows++;
    this.#width = Math.max(this.#width, cells.length);
    const line = JSON.stringify([row, ...cells]);
    this.#pending += line.length;
    this.#total += line.length;
    this.#lines.push(line);
    if (this.#total > MAX_TEXT_MB * 1024 * 1024) {
      throw new Unreadable(`a workbook of more than ${MAX_TEXT_MB} MB of text`);
    }
    if (this.#lines.length === BATCH_ROWS || this.#pending > BATCH_CHARACTERS) this.end();
  }

  /** Must be called once the last row is in. */
  end(): void {
    if (this.#lines.length > 0) this.#batches.push(Buffer.from(`[${this.#lines.join(',')}]`));
    this.#lines = [];
    this.#pending = 0;
  }

  *batches(): Iterable<TableRow[]> {
    for (const batch of this.#batches) {
      const rows = JSON.parse(batch.toString()) as [number, ...string[]][];
      yield rows.map(([row, ...cells]) => ({ row, cells: padded(cells, this.#width), flaw: null }));
    }
  }
}

/** A sheet has no last cell: what isn't there is blank. */
function padded(cells: string[], width: number): string[] {
  while (cells.length < width) cells.push('');
  return cells;
}
