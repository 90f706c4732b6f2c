import { isUtf8 } from 'node:buffer';
import { type Options, parse } from 'csv-parse/sync';
import type { Flaw, TableRow } from '../row/parse-row.ts';
import type { Dialect } from './dialect.ts';
import { swallows } from './swallows.ts';
import { takeLayer } from './take-layer.ts';

/** A row longer than this has lost its end: most likely a quote that is never closed. */
const MAX_ROW_BYTES = 4 * 1024 * 1024;
const LF = 10;
const CR = 13;

/** A cell before it is decoded: in a mixed file csv-parse gives bytes, whatever its types say. */
type Cell = string | Buffer;

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
      trim,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      encoding: mixed ? null : 'utf8',
    };
  }

  /** Reads what is whole of a block. @returns its rows, and the bytes of the unfinished one. */
  read(block: Buffer, last: boolean): { rows: TableRow[]; rest: Buffer } {
    const rows: TableRow[] = [];
    let start = this.#skipping ? this.#skip(block) : 0;
    const end = last ? block.length : wholeLines(block);
    while (start < end) {
      const { consumed, error } = this.#parse(block.subarray(start, end), rows);
      start += consumed;
      if (!error) break;
      if (error === 'CSV_QUOTE_NOT_CLOSED' && !last && block.length - start < MAX_ROW_BYTES) {
        return { rows, rest: block.subarray(start) };
      }
      const line = lineLength(block, start);
      rows.push(this.#broken(block.subarray(start, start + line.text), error));
      start += line.whole;
    }
    const rest = block.subarray(start);
    if (!last && rest.length >= MAX_ROW_BYTES) {
      rows.push(this.#broken(rest.subarray(0, 200), 'row-too-long'));
      this.#skipping = true;
      return { rows, rest: Buffer.alloc(0) };
    }
    return { rows, rest };
  }

  #skip(block: Buffer): number {
    const { text, whole } = lineLength(block, 0);
    if (text < block.length) this.#skipping = false;
    return whole;
  }

  /** Parses up to the first error. */
  #parse(bytes: Buffer, rows: TableRow[]): { consumed: number; error: string | null } {
    let consumed = 0;
    try {
      parse(bytes, {
        ...this.#options,
        on_record: (record, info) => {
          if (this.#swallows(record)) throw new Error(SWALLOWED);
          rows.push(this.#numbered(record, null));
          consumed = info.bytes;
          return null;
        },
      });
      return { consumed: bytes.length, error: null };
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (code === undefined && message !== SWALLOWED) throw error;
      return { consumed, error: code ?? SWALLOWED };
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
    const cells = error === 'row-too-long' ? null : this.#tolerated(line, error);
    if (cells) return this.#numbered(cells, null);
    const flaw: Flaw =
      error === 'row-too-long'
        ? error
        : quotes(line, this.#options.quote) % 2 === 1
          ? 'quote-open'
          : 'quote-inside';
    const [bare = []] = parse(line, { ...this.#options, quote: false });
    return this.#numbered(bare, flaw);
  }

  /** `"Acme" ,`, `5" pipe` and the like: what spreadsheets read without ado, if the cells come out right. */
  #tolerated(line: Buffer, error: string): readonly Cell[] | null {
    const { delimiter, quote = '"' } = this.#dialect;
    const tolerances: Options[] = delimiter === '\t' ? [] : [{ trim: true }];
    if (error === 'INVALID_OPENING_QUOTE') tolerances.push({ relax_quotes: true });
    if (quote === "'") tolerances.push({ quote: false });
    const end = loneQuoteAt(line, this.#dialect);
    return this.#read(line, tolerances) ?? (end === null ? null : this.#read(line.subarray(0, end), [{}]));
  }

  #read(line: Buffer, tolerances: readonly Options[]): readonly Cell[] | null {
    for (const tolerance of tolerances) {
      try {
        const records: Cell[][] = parse(line, { ...this.#options, ...tolerance });
        const [cells] = records;
        if (cells && records.length === 1 && this.#fits(cells)) return cells;
      } catch {
        // The next tolerance may read it; else the row is told as broken.
      }
    }
    return null;
  }

  #fits(cells: readonly Cell[]): boolean {
    if (this.#width === null) return cells.length > 1;
    return cells.length >= this.#width && cells.slice(this.#width).every((cell) => cell.length === 0);
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

function quotes(line: Buffer, quote: unknown): number {
  const code = quote === "'" ? 39 : 34;
  return line.reduce((count, byte) => (byte === code ? count + 1 : count), 0);
}

/** Where the last cell of a line is when that is a quote and nothing else, a blank cell's first half. */
function loneQuoteAt(line: Buffer, { delimiter, quote = '"' }: Dialect): number | null {
  const text = line.toString('latin1').trimEnd();
  return text.endsWith(delimiter + quote) ? text.length - 1 : null;
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
