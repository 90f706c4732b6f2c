import { isUtf8 } from 'node:buffer';
import { type Options, parse } from 'csv-parse/sync';
import type { Flaw, TableRow } from '../row/parse-row.ts';

/** How a CSV is written. */
export interface Dialect {
  readonly delimiter: ',' | ';' | '\t' | '|';
  /** Some cells aren't UTF-8 and are read as Windows-1252. */
  readonly mixed: boolean;
}

/** How much is parsed at once. */
const BLOCK_BYTES = 64 * 1024;
/** A row longer than this has lost its end: most likely a quote that is never closed. */
const MAX_ROW_BYTES = 4 * 1024 * 1024;
const LF = 10;
const CR = 13;
const QUOTE = 34;

/**
 * Rows of a CSV in UTF-8, in batches. A row that isn't well-formed is given with its flaw, and reading goes on at the
 * next line of the file, so it never takes another row with it. Rows are numbered as a spreadsheet does: a cell with
 * line breaks doesn't count further rows, a blank line does.
 */
export async function* readCsv(chunks: AsyncIterable<Buffer>, dialect: Dialect): AsyncIterable<TableRow[]> {
  const reader = new BlockReader(dialect);
  let pending: Buffer[] = [];
  let size = 0;
  let wanted = BLOCK_BYTES;
  for await (const piece of inPieces(chunks)) {
    pending.push(piece);
    size += piece.length;
    if (size < wanted) continue;
    const { rows, rest } = reader.read(Buffer.concat(pending), false);
    if (rows.length > 0) yield rows;
    pending = [rest];
    size = rest.length;
    // What is left over is an unfinished row: twice as much each time keeps a long one from being parsed over and over.
    wanted = Math.max(BLOCK_BYTES, 2 * rest.length);
  }
  const { rows } = reader.read(Buffer.concat(pending), true);
  if (rows.length > 0) yield rows;
}

/** However large the chunks are: what is parsed at once decides how much memory rows take. */
async function* inPieces(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += BLOCK_BYTES)
      yield chunk.subarray(start, start + BLOCK_BYTES);
  }
}

/** A cell before it is decoded: in a mixed file csv-parse gives bytes, whatever its types say. */
type Cell = string | Buffer;

/** Signals from within csv-parse that a record has swallowed the rows below it. */
const SWALLOWED = 'CRIER_SWALLOWED';

class BlockReader {
  readonly #options: Options;
  readonly #mixed: boolean;
  #row = 0;
  #width: number | null = null;
  /** In the middle of a line that is too long to be a row. */
  #skipping = false;

  constructor({ delimiter, mixed }: Dialect) {
    this.#mixed = mixed;
    this.#options = {
      delimiter,
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

  /** A row over several lines that also has the wrong number of cells: a quote was left open in its first line. */
  #swallows(cells: readonly Cell[]): boolean {
    if (this.#width === null || cells.length === this.#width) return false;
    return cells.some((cell) => cell.includes('\n') || cell.includes('\r'));
  }

  #broken(line: Buffer, error: string): TableRow {
    const flaw: Flaw =
      error === 'row-too-long' ? error : quotes(line) % 2 === 1 ? 'quote-open' : 'quote-inside';
    if (error === 'INVALID_OPENING_QUOTE') {
      const cells = this.#lenient(line);
      if (cells) return this.#numbered(cells, null);
    }
    const [cells = []] = parse(line, { ...this.#options, quote: false });
    return this.#numbered(cells, flaw);
  }

  /** `5" pipe` and `, "quoted"`: what spreadsheets read without ado, if the cells come out right. */
  #lenient(line: Buffer): readonly Cell[] | null {
    for (const tolerance of [{ relax_quotes: true }, { trim: true }]) {
      try {
        const records = parse(line, { ...this.#options, ...tolerance });
        const [cells] = records;
        if (cells && records.length === 1 && cells.length === this.#width) return cells;
      } catch {
        // The next tolerance may read it; else the row is told as broken.
      }
    }
    return null;
  }

  #numbered(cells: readonly Cell[], flaw: Flaw | null): TableRow {
    this.#row++;
    if (this.#width === null && cells.some((cell) => cell.length > 0)) this.#width = cells.length;
    if (!this.#mixed) return { row: this.#row, cells: cells as readonly string[], flaw };
    const mixed = cells.some((cell) => typeof cell !== 'string' && !isUtf8(cell));
    return { row: this.#row, cells: cells.map(decoded), flaw, mixed };
  }
}

function quotes(line: Buffer): number {
  return line.reduce((count, byte) => (byte === QUOTE ? count + 1 : count), 0);
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
