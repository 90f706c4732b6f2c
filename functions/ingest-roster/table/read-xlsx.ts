import { columnsNamed } from '../row/columns.ts';
import type { TableRow } from '../row/parse-row.ts';
import { openWorkbook, type Sheet, type Workbook } from './open-workbook.ts';
import { type Archive, openZip } from './open-zip.ts';
import { SheetReader, type SheetRow } from './read-sheet.ts';
import { readXml } from './read-xml.ts';
import { RowStore } from './row-store.ts';
import { type SharedTexts, sharedTexts } from './shared-texts.ts';
import { Unreadable } from './unreadable.ts';

/** The sheet of a workbook that looks like the roster, or why there is none to read. */
type ReadXlsx =
  | {
      readonly ok: true;
      /** The name of the sheet that was read. */
      readonly sheet: string;
      readonly rows: () => Iterable<TableRow[]>;
      /** Names of the other sheets: they aren't read. */
      readonly otherSheets: readonly { readonly name: string; readonly isHidden: boolean }[];
      /** Rows that a spreadsheet doesn't show. */
      readonly hiddenRows: readonly number[];
    }
  /** What the archive is, or why it can't be read: the words after "The file is"; and the way out of a workbook. */
  | { readonly ok: false; readonly what: string; readonly advice?: string };

/** Rows below the header. */
const MAX_ROWS = 100_000;
/** A header is looked for in as many rows of a sheet. */
const HEADER_WITHIN = 20;
const UNHIDE = 'unhide the sheet with the roster, save the workbook, and upload it again';
/** How many sheets are looked at. */
const MAX_SHEETS = 100;

/** Archives that are no workbook, by a file that they hold. */
const ARCHIVES: readonly { readonly holds: RegExp; readonly what: string }[] = [
  { holds: /^xl\/workbook\.bin$/, what: 'a binary Excel workbook (.xlsb)' },
  { holds: /^word\//, what: 'a Word document' },
  { holds: /^ppt\//, what: 'a PowerPoint presentation' },
  { holds: /^content\.xml$/, what: 'an OpenDocument file' },
  { holds: /^index\/.*\.iwa$/, what: 'an Apple Numbers or Pages document' },
];

/** Reads a workbook: of its visible sheets the one that looks most like a roster, once, into little memory. */
export async function readXlsx(bytes: Buffer): Promise<ReadXlsx> {
  let archive: Archive;
  try {
    archive = await openZip(bytes);
  } catch (error) {
    return refusalIn(error, 'a damaged zip archive or workbook');
  }
  try {
    const workbook = await openWorkbook(archive);
    if (!workbook) {
      const known = ARCHIVES.find(({ holds }) => archive.names.some((name) => holds.test(name)));
      return { ok: false, what: known?.what ?? 'a zip archive' };
    }
    return await readWorkbook(workbook, archive);
  } catch (error) {
    // Whatever else was met in it: the file doesn't follow the format.
    return refusalIn(error, 'a damaged workbook, or one with a password');
  }
}

function refusalIn(error: unknown, otherwise: string): ReadXlsx {
  if (!(error instanceof Unreadable)) return { ok: false, what: otherwise };
  const { what, advice } = error;
  return { ok: false, what, advice };
}

async function readWorkbook(workbook: Workbook, archive: Archive): Promise<ReadXlsx> {
  const opened = { workbook, archive, texts: await sharedTexts(archive, workbook.texts) };
  const sheet = await rosterSheet(opened);
  if (!sheet) throw new Unreadable('a workbook without a visible sheet', UNHIDE);
  const store = new RowStore();
  const hiddenRows: number[] = [];
  await readRows(sheet, opened, ({ row, cells, isHidden }) => {
    if (store.rows > MAX_ROWS)
      throw new Unreadable(`a workbook of more than ${MAX_ROWS.toLocaleString('en-US')} rows`);
    store.add(row, cells);
    if (isHidden) hiddenRows.push(row);
    return true;
  });
  store.end();
  const otherSheets = workbook.sheets.filter((other) => other !== sheet);
  return { ok: true, sheet: sheet.name, rows: () => store.batches(), otherSheets, hiddenRows };
}

interface OpenedWorkbook {
  readonly workbook: Workbook;
  readonly archive: Archive;
  readonly texts: SharedTexts;
}

/** Of the sheets that are shown, the one of whose first rows one names the most columns; the first of equals. */
async function rosterSheet(opened: OpenedWorkbook): Promise<Sheet | null> {
  const shown = opened.workbook.sheets.filter(({ isHidden }) => !isHidden);
  let best: { sheet: Sheet; named: number } | null = null;
  for (const sheet of shown.length > 1 ? shown.slice(0, MAX_SHEETS) : []) {
    const named = await mostNamed(sheet, opened);
    if (named > (best?.named ?? -1)) best = { sheet, named };
  }
  return best?.sheet ?? shown[0] ?? null;
}

/** How many columns a row names, of the sheet's first ones; -1 when it is empty. */
async function mostNamed(sheet: Sheet, opened: OpenedWorkbook): Promise<number> {
  let most = -1;
  let rows = 0;
  await readRows(sheet, opened, ({ cells }) => {
    most = Math.max(most, columnsNamed(cells));
    return ++rows < HEADER_WITHIN;
  });
  return most;
}

async function readRows(
  { path }: Sheet,
  { workbook: { from1904, formats }, archive, texts }: OpenedWorkbook,
  onRow: (row: SheetRow) => boolean,
): Promise<void> {
  if (!archive.names.includes(path.toLowerCase()))
    throw new Error('Cannot read a sheet that the archive must hold');
  await readXml(archive.read(path), new SheetReader({ from1904, formats, texts }, onRow));
}
