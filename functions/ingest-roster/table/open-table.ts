import { createHash } from 'node:crypto';
import type { FileNote, TableRow } from '../row/parse-row.ts';
import type { Dialect } from './dialect.ts';
import { type Encoding, encodingOf, skipBytes, toUtf8, utf8Counter } from './encoding.ts';
import { fileKind, isZip } from './file-kind.ts';
import { dialectOf, type FoundDialect } from './find-dialect.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { sheetNotes } from './sheet-notes.ts';
import { Unreadable } from './unreadable.ts';

/** A file that can be read from its start as often as needed; the bytes are the same each time. */
interface Source {
  read(): AsyncIterable<Uint8Array>;
}

/** What kind of table a file holds. */
export interface TableFormat {
  readonly format: 'CSV' | 'XLSX';
  /** As reports name it: `UTF-8 with byte order mark`. */
  readonly encoding: string | null;
  readonly delimiter: Dialect['delimiter'] | null;
  /** The sheet of a workbook that is read. */
  readonly sheet: string | null;
}

/** A table that can be read from its first row as often as needed. */
export interface Table extends TableFormat {
  /** What should be known about the file as a whole. */
  readonly notes: readonly FileNote[];
  rows(): AsyncIterable<TableRow[]>;
}

/** A file as a table, or a sentence on why it is none. */
type OpenTable = { readonly sha256: string; readonly bytes: number } & (
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly refused: string }
);

const HEAD_BYTES = 64 * 1024;
const MAX_ARCHIVE_BYTES = 50 * 1024 * 1024;

/** Reads a file through once, for its hash, its encoding and its dialect. */
export async function openTable(source: Source): Promise<OpenTable> {
  const hash = createHash('sha256');
  const counter = utf8Counter();
  let head = Buffer.alloc(0);
  let bytes = 0;
  for await (const chunk of source.read()) {
    hash.update(chunk);
    bytes += chunk.length;
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
    if (!isZip(head)) counter.add(chunk);
  }
  const file = { sha256: hash.digest('hex'), bytes };
  if (isZip(head)) return answer(file, await openXlsx(source, bytes));
  const encoding = encodingOf({ head, ...counter.end() });
  const start = await text(toUtf8(once(head), encoding));
  const dialect = await dialectOf(start);
  const kind = fileKind(head, { text: start, namesColumns: dialect.named > 0 });
  return answer(file, kind.kind === 'refused' ? refusal(kind.what) : openCsv(source, { encoding, dialect }));
}

/** @param opened The table, or why it is none. */
function answer(file: { sha256: string; bytes: number }, opened: Table | string): OpenTable {
  return typeof opened === 'string'
    ? { ...file, ok: false, refused: opened }
    : { ...file, ok: true, table: opened };
}

function openCsv(
  source: Source,
  { encoding, dialect }: { encoding: Encoding; dialect: FoundDialect },
): Table {
  const { delimiter, quote, trim, skip } = dialect;
  const name = encoding.byteOrderMark ? `${encoding.name} with byte order mark` : encoding.name;
  return {
    format: 'CSV',
    encoding: encoding.mixed ? `${name}, some rows Windows-1252` : name,
    delimiter,
    sheet: null,
    notes: [],
    rows: () =>
      readCsv(skipBytes(toUtf8(source.read(), encoding), skip), {
        delimiter,
        quote,
        trim,
        mixed: encoding.mixed,
      }),
  };
}

/** A workbook is read once, into memory: its rows are few. @returns the refusal when it can't be. */
async function openXlsx(source: Source, bytes: number): Promise<Table | string> {
  if (bytes > MAX_ARCHIVE_BYTES) {
    const what = `a workbook or archive of more than ${MAX_ARCHIVE_BYTES / 1024 / 1024} MB`;
    return refusal(what, new Unreadable(what).advice);
  }
  const read = await readXlsx(await whole(source, bytes));
  if (!read.ok) return refusal(read.what, read.advice);
  return {
    format: 'XLSX',
    encoding: null,
    delimiter: null,
    sheet: read.sheet,
    notes: sheetNotes(read),
    rows: async function* () {
      yield* read.rows();
    },
  };
}

async function whole(source: Source, bytes: number): Promise<Buffer> {
  const all = Buffer.alloc(bytes);
  let at = 0;
  for await (const chunk of source.read()) {
    all.set(chunk.subarray(0, bytes - at), at);
    at = Math.min(bytes, at + chunk.length);
  }
  return all;
}

/** @param advice The way out, when the file isn't simply of the wrong kind. */
function refusal(what: string, advice?: string): string {
  if (advice) return `The file is ${what}: ${advice}`;
  const is =
    what === 'empty' || what === 'not a text file'
      ? `The file is ${what}`
      : `The file is ${what}, not a table`;
  return `${is}: upload a CSV, or an Excel workbook (.xlsx)`;
}

async function* once(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes;
}

async function text(chunks: AsyncIterable<Buffer>): Promise<string> {
  return Buffer.concat(await Array.fromAsync(chunks)).toString();
}
