import { KEY } from './row/columns.ts';
import type { FileFindings } from './row/file-findings.ts';
import type { Layout } from './row/header.ts';
import { noFiler } from './row/no-filer.ts';
import { isBlank, type TableRow } from './row/parse-row.ts';
import type { Table } from './table/open-table.ts';

/**
 * The rows below the header that are filers, in the file's order: blank ones aren't among them, nor totals, footers and
 * the like. A row whose last cells are missing is whole when a spreadsheet left out blank ones; when its rest seems to
 * be in the next row, both are marked as broken.
 * @param findings Hears what is to be known about the file.
 */
export async function* filerRows(
  table: Table,
  { layout, findings }: { layout: Layout; findings?: FileFindings | undefined },
): AsyncIterable<TableRow[]> {
  let short: TableRow | null = null;
  for await (const batch of table.rows()) {
    const rows: TableRow[] = [];
    const take = (row: TableRow, isShort: boolean) => {
      findings?.take(row, isShort);
      rows.push(row);
    };
    for (const row of batch) {
      if (row.row <= layout.row || isBlank(row)) continue;
      const isNoFiler = noFiler(row, layout) !== null;
      const isShort = !isNoFiler && row.flaw === null && row.cells.length < lengthOf(layout);
      if (short) {
        // A line break in a cell without quotes made two rows of one.
        if (isShort && !isWhole(row, layout)) rows.push(broken(short));
        else take(short, true);
      }
      short = null;
      if (isNoFiler) findings?.passOver(row);
      else if (!isShort) take(row, false);
      else if (isWhole(row, layout)) short = row;
      else rows.push(broken(row));
    }
    yield rows;
  }
  if (!short) return;
  findings?.take(short, true);
  yield [short];
}

/** How many cells a whole row has. */
function lengthOf({ headers }: Layout): number {
  return headers.findLastIndex((header) => header !== '') + 1;
}

function broken(row: TableRow): TableRow {
  return { ...row, flaw: 'cells-too-few' };
}

/** Whether a short row's cells hold what no filer can do without; else its end, or its beginning, is in another row. */
function isWhole({ cells }: TableRow, { kind, positions }: Layout): boolean {
  const textAt = (index = Number.POSITIVE_INFINITY) => cells[index]?.trim() ?? null;
  if (!textAt(positions.get(KEY))) return false;
  if (kind === 'update')
    return [...positions].some(([name, index]) => name !== KEY && textAt(index) !== null);
  const email = textAt(positions.get('email'));
  if (email === null || (email !== '' && !email.includes('@'))) return false;
  return Boolean(textAt(positions.get('last_name') ?? positions.get('name')));
}
