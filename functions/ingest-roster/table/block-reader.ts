import { isUtf8 } from 'node:buffer';
import { type Options, parse } from 'csv-parse/sync';
import type { Flaw, TableRow } from '../row/parse-row.ts';
import { plainCells, ROW_TOO_LONG, readBrokenLine } from './broken-line.ts';
import type { Cell, Dialect } from './dialect.ts';
import { swallows } from './swallows.ts';
import { takeLayer } from './take-layer.ts';

/** A row longer than this has lost its end: most likely a quote that is never closed. */
const MAX_ROW_BYTES = 4 * 1024 * 1024;
const LF = 10;
const CR = 13;

/** However many rows a block has: all at once would fill the memory. */
const BATCH_ROWS = 1000;
/** Signals from within csv-parse that a batch is full. */
const FULL = 'CRIER_FULL';
/** Signals from within csv-parse that a record has swallowed the rows below it. */
const SWALLOWED = 'CRIER_SWALLOWED';

/** Reads a CSV block by block. */
export class BlockReader {
  readonly #options: Options;
  readonly #dialect: Dialect;
  #row = 0;
  #width: number | null = null;
  /** In the middle of a line that is too long to be a row. */
  #skipping = false;

  constructor(dialect: Dialect) {
    const { delimiter, mixed, quote = '"', trim = false } = dialect;
    this.#dialect = dialect;
    this.#options = {
      delimiter,
      quote,
      escape: quote,
      // Of bytes, csv-parse can take no spaces away.
      trim: trim && !mixed,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      encoding: mixed ? null : 'utf8',
    };
  }

  /** Reads what is whole of a block, in batches of rows. @returns the bytes of the unfinished one. */
  *read(block: Buffer, last: boolean): Generator<TableRow[], Buffer> {
    let start = this.#skipping ? this.#skip(block) : 0;
    const end = last ? block.length : wholeLines(block);
    while (start < end) {
      const { rows, consumed, error } = this.#parse(block.subarray(start, end));
      yield rows;
      start += consumed;
      if (error === null) break;
      if (error === FULL) continue;
      if (error === 'CSV_QUOTE_NOT_CLOSED' && !last && block.length - start < MAX_ROW_BYTES) break;
      const line = lineLength(block, start);
      yield [this.#broken(block.subarray(start, start + line.text), error)];
      start += line.whole;
      const plain = this.#plainLines(block.subarray(0, end), start);
      yield plain.rows;
      start = plain.end;
    }
    const rest = block.subarray(start);
    if (last || rest.length < MAX_ROW_BYTES) return rest;
    yield [this.#broken(rest.subarray(0, 200), ROW_TOO_LONG)];
    this.#skipping = true;
    return Buffer.alloc(0);
  }

  /** The lines from here on that need no parser: where one line is broken, often all are. */
  #plainLines(block: Buffer, start: number): { rows: TableRow[]; end: number } {
    const rows: TableRow[] = [];
    let end = start;
    while (end < block.length && rows.length < BATCH_ROWS) {
      const line = lineLength(block, end);
      const cells = plainCells(block.subarray(end, end + line.text), this.#dialect);
      if (!cells) break;
      rows.push(this.#numbered(cells, null));
      end += line.whole;
    }
    return { rows, end };
  }

  #skip(block: Buffer): number {
    const { text, whole } = lineLength(block, 0);
    if (text < block.length) this.#skipping = false;
    return whole;
  }

  /** Parses up to the first error, or until a batch is full. */
  #parse(bytes: Buffer): { rows: TableRow[]; consumed: number; error: string | null } {
    const rows: TableRow[] = [];
    let consumed = 0;
    try {
      parse(bytes, {
        ...this.#options,
        on_record: (record, info) => {
          if (this.#swallows(record)) throw new Error(SWALLOWED);
          rows.push(this.#numbered(record, null));
          consumed = info.bytes;
          if (rows.length >= BATCH_ROWS) throw new Error(FULL);
          return null;
        },
      });
      return { rows, consumed: bytes.length, error: null };
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (code === undefined && message !== SWALLOWED && message !== FULL) throw error;
      return { rows, consumed, error: code ?? message };
    }
  }

  /** A row over several lines: a quote may have been left open in its first one. */
  #swallows(cells: readonly Cell[]): boolean {
    if (!cells.some((cell) => cell.includes('\n') || cell.includes('\r'))) return false;
    const width = this.#width ?? cells.length;
    const shape = { delimiter: this.#dialect.delimiter, width };
    const texts = cells.map(decoded);
    return takeLayer(texts, shape)?.length !== width && swallows(texts, shape);
  }

  #broken(line: Buffer, error: string): TableRow {
    const { cells, flaw } = readBrokenLine(line, {
      error,
      dialect: this.#dialect,
      options: this.#options,
      width: this.#width,
    });
    return this.#numbered(cells, flaw);
  }

  #numbered(raw: readonly Cell[], flaw: Flaw | null): TableRow {
    this.#row++;
    const { delimiter, mixed: mayMix } = this.#dialect;
    const read = mayMix ? raw.map(decoded) : (raw as readonly string[]);
    const layered = flaw === null ? takeLayer(read, { delimiter, width: this.#width }) : null;
    const cells = layered ?? read;
    if (this.#width === null && cells.some((cell) => cell.length > 0)) this.#width = cells.length;
    const mixed = mayMix && raw.some((cell) => typeof cell !== 'string' && !isUtf8(cell));
    return {
      row: this.#row,
      cells,
      flaw,
      ...(mixed && { mixed }),
      ...((layered || this.#dialect.quote === "'") && { unquoted: true }),
    };
  }
}

const windows = new TextDecoder('windows-1252');

function decoded(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  return isUtf8(cell) ? cell.toString() : windows.decode(cell);
}

/** Bytes up to and with the last line break; a CR at the very end may be half of one. */
function wholeLines(block: Buffer): number {
  const lf = block.lastIndexOf(LF);
  const cr = block.lastIndexOf(CR, -2);
  return Math.max(lf, cr) + 1;
}

function lineLength(block: Buffer, start: number): { text: number; whole: number } {
  let end = start;
  while (end < block.length && block[end] !== LF && block[end] !== CR) end++;
  const breakBytes = end === block.length ? 0 : block[end] === CR && block[end + 1] === LF ? 2 : 1;
  return { text: end - start, whole: end - start + breakBytes };
}
