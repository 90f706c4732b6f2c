import { type Options, parse } from 'csv-parse/sync';
import type { Flaw } from '../row/parse-row.ts';
import type { Cell, Dialect } from './dialect.ts';

/** The error of a line that is longer than any row. */
export const ROW_TOO_LONG = 'row-too-long';

/** Spaces between a quote and a separator, or an end of the line. */
const SPACED = /["'][ \t]+(?:[,;|]|$)|(?:[,;|]|^)[ \t]+["']/;

/** A line that csv-parse refused. */
interface Broken {
  readonly error: string;
  readonly dialect: Dialect;
  readonly options: Options;
  /** How many cells the file's rows have; `null` before the first one. */
  readonly width: number | null;
}

/** Reads a line as spreadsheets would, without ado, if its cells come out right; else it is told as broken. */
export function readBrokenLine(
  line: Buffer,
  broken: Broken,
): { readonly cells: readonly Cell[]; readonly flaw: Flaw | null } {
  const { error, dialect } = broken;
  const cells = error === ROW_TOO_LONG ? null : tolerated(line, broken);
  if (cells) return { cells, flaw: null };
  const isOpen = line.toString('latin1').split(dialect.quote ?? '"').length % 2 === 0;
  const flaw = error === ROW_TOO_LONG ? error : isOpen ? 'quote-open' : 'quote-inside';
  return { cells: split(line, dialect), flaw };
}

/** The cells of a line without quotes, but for one behind its last separator; `null` when it has others. */
export function plainCells(line: Buffer, dialect: Dialect): readonly Cell[] | null {
  const { quote = '"', trim } = dialect;
  const rest = line.subarray(0, loneQuoteAt(line, dialect) ?? line.length);
  return (trim && !dialect.mixed) || rest.includes(quote) ? null : split(rest, dialect);
}

/** `"Acme" ,`, `5" pipe` and the like. */
function tolerated(line: Buffer, broken: Broken): readonly Cell[] | null {
  const { error, dialect, width } = broken;
  const { quote = '"' } = dialect;
  const end = loneQuoteAt(line, dialect);
  if (end !== null) {
    const rest = line.subarray(0, end);
    return rest.includes(quote) ? parsed(rest, broken, {}) : fitting(split(rest, dialect), width);
  }
  const isSpaced = dialect.delimiter !== '\t' && !dialect.mixed && SPACED.test(line.toString('latin1'));
  const trimmed = isSpaced ? parsed(line, broken, { trim: true }) : null;
  if (trimmed) return trimmed;
  const relaxed = error === 'INVALID_OPENING_QUOTE' ? parsed(line, broken, { relax_quotes: true }) : null;
  // An apostrophe is no quote: O'Brien.
  return relaxed ?? (quote === "'" ? fitting(split(line, dialect), width) : null);
}

function parsed(line: Buffer, { options, width }: Broken, tolerance: Options): readonly Cell[] | null {
  try {
    const records: Cell[][] = parse(line, { ...options, ...tolerance });
    return records.length === 1 ? fitting(records[0] ?? [], width) : null;
  } catch {
    return null;
  }
}

/** The cells, if they are as many as the file's rows have; further blank ones don't count. */
function fitting(cells: readonly Cell[], width: number | null): readonly Cell[] | null {
  if (width === null) return cells.length > 1 ? cells : null;
  return cells.length >= width && cells.slice(width).every((cell) => cell.length === 0) ? cells : null;
}

/** The cells of a line as if it had no quotes. */
function split(line: Buffer, { delimiter, mixed }: Dialect): readonly Cell[] {
  if (!mixed) return line.toString().split(delimiter);
  // Of the bytes of UTF-8, none that is part of a character looks like a delimiter.
  return line
    .toString('latin1')
    .split(delimiter)
    .map((cell) => Buffer.from(cell, 'latin1'));
}

/** Where the last cell of a line is when that is a quote and nothing else, a blank cell's first half. */
function loneQuoteAt(line: Buffer, { delimiter, quote = '"' }: Dialect): number | null {
  const text = line.toString('latin1').trimEnd();
  return text.endsWith(delimiter + quote) ? text.length - 1 : null;
}
