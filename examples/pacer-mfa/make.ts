import { stringify } from 'csv-stringify/sync';
import { Lots } from '../nysb-2018/random.ts';
import { CAST, FAULTS } from './cast.ts';
import { crowd } from './crowd.ts';
import { COLUMNS, type Row } from './row.ts';
import { corrections, enrollmentLists, type Update } from './story.ts';

/** Day on which enrollment opened: any number would do, as long as it stays. */
const SEED = 20250511;
const CROWD_SIZE = 86;

/** The generated files of the example by their paths in this folder. The same on every machine, every time. */
export function makeExample(): Map<string, string> {
  const lots = new Lots(SEED);
  const filers = [...CAST.map(({ row }) => row), ...crowd(CROWD_SIZE, lots)].sort(byName);
  const updates = [...corrections(filers, lots), ...enrollmentLists(filers, lots)];
  return new Map([
    ['roster.csv', stringify(withFaults(filers), { header: true, columns: [...COLUMNS] })],
    ...updates.map((update) => [`updates/${update.file}`, updateFile(update)] as const),
  ]);
}

function byName(a: Row, b: Row): number {
  const [one, other] = [a, b].map(
    (row) => `${row.last_name}, ${row.first_name}, ${row.pacer_account_number}`,
  );
  return one! < other! ? -1 : 1;
}

/** The faulty rows are spread over the file. */
function withFaults(filers: readonly Row[]): Row[] {
  const rows = [...filers];
  for (const [index, row] of FAULTS.entries()) rows.splice(40 * (index + 1), 0, row);
  return rows;
}

/** Updates come as Excel saves them: with a byte order mark, and lines that end in CR LF. */
function updateFile({ columns, headers, rows }: Update): string {
  const named = columns.map((key, index) => ({ key, header: headers[index]! }));
  return stringify([...rows], { header: true, columns: named, bom: true, record_delimiter: 'windows' });
}
