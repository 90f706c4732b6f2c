import { type Options, parse } from 'csv-parse/sync';
import { columnsNamed } from '../row/columns.ts';
import { DELIMITERS, type Dialect } from './dialect.ts';
import { readCsv } from './read-csv.ts';

/** How a CSV seems to be written, by its beginning. */
export interface FoundDialect extends Omit<Dialect, 'mixed'> {
  /** How many columns the first row names. */
  readonly named: number;
  /** Bytes before the first row. */
  readonly skip: number;
}

/** How many rows a file is judged by. */
const MAX_SAMPLE = 200;

interface Tried extends FoundDialect {
  /** The rows that come apart as the first one does, of those below it: from 0 to 1. */
  readonly agreement: number;
  /** The rows that have as many cells as the first one, likewise. */
  readonly exact: number;
  readonly cells: number;
}

/**
 * The dialect in which the first row names the most columns and the rows below agree with it. Excel's own `sep=;` in a
 * first line says the delimiter outright; a spreadsheet doesn't show that line, so it is left out.
 */
export async function dialectOf(start: string): Promise<FoundDialect> {
  const said = /^sep=([,;\t|])\r?\n?/i.exec(start);
  const skip = said?.[0].length ?? 0;
  const delimiters = said ? [said[1] as Dialect['delimiter']] : DELIMITERS;
  const tried = await Promise.all(
    delimiters.map((delimiter) => tryDialect(start.slice(skip), { delimiter, skip })),
  );
  return tried.sort(better)[0]!;
}

function better(one: Tried, other: Tried): number {
  const isLikely = ({ named, agreement }: Tried) => Number(named > 0 && agreement >= 0.5);
  return (
    isLikely(other) - isLikely(one) ||
    other.named - one.named ||
    other.agreement - one.agreement ||
    other.cells - one.cells
  );
}

/**
 * With single quotes when rows begin with one, and more of them come apart as the header does. As many do both ways where
 * a quoted cell of two lines looks like two rows: then it counts that every text is quoted.
 */
async function tryDialect(
  start: string,
  { delimiter, skip }: { delimiter: Dialect['delimiter']; skip: number },
): Promise<Tried> {
  const double = await tryQuote(start, { delimiter, skip, quote: '"' });
  if (!/[\r\n]\s*'/.test(start) || !start.includes(`'${delimiter}`)) return double;
  const single = await tryQuote(start, { delimiter, skip, quote: "'" });
  const isSingle =
    single.exact === double.exact ? allSingleQuoted(start, single) : single.exact > double.exact;
  return isSingle ? single : double;
}

/** Whether all texts below the header are in single quotes, with nothing behind them. Numbers may have none. */
function allSingleQuoted(start: string, { delimiter, trim }: Tried): boolean {
  let bare = 0;
  const cast: Options['cast'] = (cell, { quoting, records }) => {
    if (records > 0 && !quoting && /[^\d.\s]/.test(cell)) bare++;
    return cell;
  };
  return isReadable(start, { ...optionsOf({ delimiter, quote: "'", trim }), cast }) && bare === 0;
}

async function tryQuote(
  start: string,
  { delimiter, skip, quote }: { delimiter: Dialect['delimiter']; skip: number; quote: '"' | "'" },
): Promise<Tried> {
  const trim = needsTrim(start, { delimiter, quote });
  const [header = [], ...rows] = await sampleRows(start, { delimiter, quote, trim, mixed: false });
  const share = (agrees: (cells: readonly string[]) => boolean) =>
    rows.length === 0 ? 1 : rows.filter(agrees).length / rows.length;
  return {
    delimiter,
    quote,
    trim,
    skip,
    named: columnsNamed(header),
    cells: header.length,
    agreement: share((cells) => cells.length > 1 && cells.length <= header.length + 1),
    exact: share((cells) => cells.length === header.length),
  };
}

async function sampleRows(start: string, dialect: Dialect): Promise<(readonly string[])[]> {
  const found: (readonly string[])[] = [];
  for await (const rows of readCsv(once(start), dialect)) {
    found.push(...rows.map(({ cells }) => cells).filter((cells) => cells.some((cell) => cell.trim() !== '')));
    if (found.length > MAX_SAMPLE) break;
  }
  return found;
}

/** Whether spaces around quotes keep the file from being read, and without them it can be, or most lines have them. */
function needsTrim(start: string, { delimiter, quote = '"' }: Pick<Dialect, 'delimiter' | 'quote'>): boolean {
  if (delimiter === '\t') return false;
  const options = optionsOf({ delimiter, quote });
  if (isReadable(start, options)) return false;
  if (isReadable(start, { ...options, trim: true })) return true;
  const lines = start.split(/[\r\n]+/, MAX_SAMPLE).filter((line) => line.includes(quote));
  const hasSpace = (line: string) =>
    line.includes(`${quote} ${delimiter}`) || line.includes(`${delimiter} ${quote}`);
  return 2 * lines.filter(hasSpace).length > lines.length;
}

function optionsOf({ delimiter, quote = '"', trim = false }: Omit<Dialect, 'mixed'>): Options {
  return { delimiter, quote, escape: quote, trim, relax_column_count: true, to: MAX_SAMPLE };
}

function isReadable(start: string, options: Options): boolean {
  try {
    parse(start, options);
    return true;
  } catch (error) {
    // The beginning of a file may end amid a cell.
    return (error as { code?: string }).code === 'CSV_QUOTE_NOT_CLOSED';
  }
}

async function* once(text: string): AsyncIterable<Buffer> {
  yield Buffer.from(text);
}
