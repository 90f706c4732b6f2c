import type { Problem } from '../domain/roster/problem.ts';
import type { UploadKind } from '../domain/upload.ts';
import { columnsNamed } from './row/columns.ts';
import { withoutDoubtful } from './row/doubtful-columns.ts';
import { type ReadHeader, readHeader } from './row/header.ts';
import { isBlank } from './row/parse-row.ts';
import type { Table } from './table/open-table.ts';

/** A header further down is looked for within this many rows. */
const HEADER_WITHIN = 20;

const TOO_LONG =
  "The header is longer than 4 MB: delete the columns that aren't about filers and upload the file again";

/** Finds the header of a table: its first row that isn't blank. Adds what is to be known about the file as a whole. */
export async function findHeader(table: Table, kind: UploadKind): Promise<ReadHeader> {
  for await (const batch of table.rows()) {
    const filled = batch.filter((row) => !isBlank(row));
    const [first] = filled;
    if (!first) continue;
    if (first.flaw === 'row-too-long') return { ok: false, refused: TOO_LONG };
    const header = readHeader(first.cells, { kind, row: first.row });
    if (header.ok) {
      const cells = filled.slice(1).map((row) => row.cells);
      const layout = withoutDoubtful(header.layout, cells);
      return {
        ok: true,
        layout: { ...layout, problems: [...layout.problems, ...fileProblems(table, first.row)] },
      };
    }
    const isHeader = ({ cells }: typeof first) => columnsNamed(cells) > 1 + columnsNamed(first.cells);
    const other = filled.slice(1, HEADER_WITHIN).find(isHeader);
    return other ? { ok: false, refused: notOnTop(first.row, other.row) } : header;
  }
  return { ok: false, refused: 'The file has no rows' };
}

function notOnTop(first: number, header: number): string {
  const advice = 'delete the rows above it and upload the file again';
  return `Row ${first} must be the header, but row ${header} looks like the header: ${advice}`;
}

function fileProblems({ notes }: Table, row: number): Problem[] {
  return notes.map((note) => ({ row, column: null, severity: 'warning', ...note }));
}
