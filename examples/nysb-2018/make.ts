import { stringify } from 'csv-stringify/sync';
import { CAST } from './cast.ts';
import { crowd } from './crowd.ts';
import { FAULTS } from './faults.ts';
import { Lots } from './random.ts';
import { COLUMNS, type Row } from './row.ts';
import { corrections, linkStatusLists, type Update } from './story.ts';

/** Day of the seed's go-live: any number would do, as long as it stays. */
const SEED = 20181022;
const CROWD_SIZE = 240;

/** The generated files of the example by their paths in this folder. The same on every machine, every time. */
export function makeExample(): Map<string, string> {
  const lots = new Lots(SEED);
  const cast = CAST.map(({ row }) => row);
  const taken = new Set(
    [...cast, ...FAULTS.map(({ row }) => row)].map(({ cmecf_user_id }) => cmecf_user_id!),
  );
  const filers = [...cast, ...crowd(CROWD_SIZE, { lots, taken })].sort(byName);
  const updates = [...corrections(filers, lots), ...linkStatusLists(filers, lots)];
  return new Map([
    ['roster.csv', rosterFile(withFaults(filers))],
    ...updates.map((update) => [`updates/${update.file}`, updateFile(update)] as const),
  ]);
}

function byName(a: Row, b: Row): number {
  const [one, other] = [a, b].map((row) => `${row.last_name}, ${row.first_name}, ${row.cmecf_user_id}`);
  return one! < other! ? -1 : 1;
}

/** The faulty rows are spread over the file. */
function withFaults(filers: readonly Row[]): Row[] {
  const rows = [...filers];
  for (const [index, { row }] of FAULTS.entries()) rows.splice(40 * (index + 1), 0, row);
  return rows;
}

function rosterFile(rows: readonly Row[]): string {
  return stringify([...rows], { header: true, columns: [...COLUMNS] });
}

/** Updates come as Excel saves them: with a byte order mark, and lines that end in CR LF. */
function updateFile({ columns, headers, rows }: Update): string {
  const named = columns.map((key, index) => ({ key, header: headers[index]! }));
  return stringify([...rows], { header: true, columns: named, bom: true, record_delimiter: 'windows' });
}
