import { stringify } from 'csv-stringify/sync';
import { campaign } from '#campaign';
import { fileTime } from '../../lib/court-time.ts';
import { guard } from '../../lib/formula-guard.ts';
import type { PhoneEntry } from '../../queries/phone-entries.ts';
import { phaseName } from '../phases/phase-name.ts';

/** The columns of the file, in their order. */
const COLUMNS: Readonly<Record<string, (entry: PhoneEntry, zone: string) => string>> = {
  last_name: ({ row }) => row.lastName,
  first_name: ({ row }) => row.firstName,
  firm: ({ row }) => row.firm,
  phone: ({ row }) => row.phone,
  email: ({ row }) => row.email,
  reason: ({ row }) => row.reason,
  why: ({ row }) => row.why,
  secondary: ({ row }) => row.secondary,
  state: ({ row }) => row.state,
  last_email: ({ last }) => (last ? phaseName(last.run) : ''),
  last_email_status: ({ last }) => last?.status ?? '',
  last_email_at: ({ last }, zone) => (last?.at ? fileTime(last.at, zone) : ''),
  zone: (_entry, zone) => zone,
  [campaign.key.column]: ({ row }) => row.userId,
  filer_id: ({ row }) => row.filerId,
};

/** Lambda hands on 6 MB at most, as JSON, with the answer's headers. */
const MAX_BYTES = 5.5 * 1024 * 1024;

/** The first rows that together fit into an answer, whatever their cells hold. */
function rowsThatFit(rows: readonly (readonly string[])[]): typeof rows {
  let bytes = 0;
  const end = rows.findIndex((row) => {
    // As JSON in JSON, a row is at least as long as CSV in JSON.
    bytes += Buffer.byteLength(JSON.stringify(JSON.stringify(row)));
    return bytes > MAX_BYTES;
  });
  return end < 0 ? rows : rows.slice(0, end);
}

/**
 * The list as CSV, as much of it as fits into one answer. Cells that a spreadsheet would run start with an apostrophe.
 * @param isCut There are more filers than one file takes: the last line says so.
 */
export function phoneTable(
  entries: readonly PhoneEntry[],
  { zone, isCut }: { zone: string; isCut: boolean },
): string {
  const cells = entries.map((entry) => Object.values(COLUMNS).map((cell) => guard(cell(entry, zone))));
  const fitting = rowsThatFit(cells);
  const isShort = isCut || fitting.length < cells.length;
  const more = [['More filers follow. The whole list: npm run ops -- phone-list']];
  // Without this mark Excel reads the file in an old encoding.
  return stringify([Object.keys(COLUMNS), ...fitting, ...(isShort ? more : [])], {
    bom: true,
    record_delimiter: 'windows',
  });
}
