import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type CellValue, readSheet } from 'read-excel-file/universal';
import type { TableRow } from '../row/parse-row.ts';

/** The first sheet of a workbook, or why there is none to read. */
type ReadXlsx =
  | {
      readonly ok: true;
      readonly rows: readonly TableRow[];
      /** Names of the sheets after the first: they aren't read. */
      readonly otherSheets: readonly string[];
    }
  /** What the archive is, or why it can't be read: the words after "The file is". */
  | { readonly ok: false; readonly what: string };

/** Rows below the header. */
const MAX_ROWS = 100_000;
/** Uncompressed, 100,000 rows of 20 columns take some 90 MB. */
const MAX_BYTES = 200 * 1024 * 1024;

/** Archives that are no workbook, by a file that they hold. */
const ARCHIVES: readonly { readonly holds: RegExp; readonly what: string }[] = [
  { holds: /^xl\/workbook\.bin$/, what: 'a binary Excel workbook (.xlsb)' },
  { holds: /^word\//, what: 'a Word document' },
  { holds: /^ppt\//, what: 'a PowerPoint presentation' },
  { holds: /^content\.xml$/, what: 'an OpenDocument file' },
  { holds: /^Index\/.*\.iwa$/, what: 'an Apple Numbers or Pages document' },
];

/** Reads the first sheet of a workbook. Dates come as ISO dates, numbers with all their digits. */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<ReadXlsx> {
  const archive = contentsOf(bytes);
  if (!archive) return { ok: false, what: 'a damaged zip archive or workbook' };
  if (!archive.names.includes('xl/workbook.xml')) {
    const known = ARCHIVES.find(({ holds }) => archive.names.some((name) => holds.test(name)));
    return { ok: false, what: known?.what ?? 'a zip archive' };
  }
  if (archive.bytes > MAX_BYTES) return { ok: false, what: `a workbook of more than ${MAX_ROWS} rows` };
  try {
    const options = { trim: false, parseNumber: digits };
    const sheet = await readSheet<string>(withErrorsAsText(bytes).slice().buffer, options);
    if (sheet.length > MAX_ROWS + 1) return { ok: false, what: `a workbook of more than ${MAX_ROWS} rows` };
    const rows = sheet.map((cells, index) => ({ row: index + 1, cells: cells.map(textOf), flaw: null }));
    return { ok: true, rows, otherSheets: sheetNames(bytes).slice(1) };
  } catch (error) {
    // Whatever else the library met in it: the file doesn't follow the format.
    return { ok: false, what: badCell(error as Error) ?? 'a damaged workbook, or one with a password' };
  }
}

const ERROR_CELL = / t="e"/g;

/** The library reads a failed formula as a blank cell; as text, `#REF!` is told like one of a CSV. */
function withErrorsAsText(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const files = unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/.test(name) });
  const sheets = Object.keys(files).filter((name) => name.startsWith('xl/worksheets/'));
  const failed = sheets.filter((name) => Buffer.from(files[name]!.buffer).includes(' t="e"'));
  if (failed.length === 0) return bytes;
  const mended = failed.map((name) => [
    name,
    strToU8(strFromU8(files[name]!).replace(ERROR_CELL, ' t="str"')),
  ]);
  return zipSync({ ...files, ...Object.fromEntries(mended) }, { level: 0 });
}

/** The library names the cell of which it can make nothing. */
function badCell({ message }: Error): string | null {
  const [, row, column] = /row (\d+), col (\d+)/.exec(message) ?? [];
  return row ? `a workbook whose cell in row ${row}, column ${column} can't be read` : null;
}

/** Names and uncompressed size of what an archive holds, as it says itself; more than it says is never unpacked. */
function contentsOf(bytes: Uint8Array): { names: string[]; bytes: number } | null {
  const contents = { names: [] as string[], bytes: 0 };
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        contents.names.push(name);
        contents.bytes += originalSize;
        return false;
      },
    });
    return contents;
  } catch {
    return null;
  }
}

function sheetNames(bytes: Uint8Array): string[] {
  const name = 'xl/workbook.xml';
  const xml = strFromU8(unzipSync(bytes, { filter: (file) => file.name === name })[name] ?? new Uint8Array());
  return [...xml.matchAll(/<sheet\s[^>]*?name="([^"]*)"/g)].map(([, escaped = '']) => unescaped(escaped));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}

/** A workbook holds 12 digits and more as `1.23456789012E+11`. */
function digits(number: string): string {
  return /e/i.test(number) && Number.isSafeInteger(Number(number)) ? String(Number(number)) : number;
}

function textOf(value: CellValue<string> | null): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '');
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
