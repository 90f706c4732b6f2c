import { daysOf } from './dates.ts';
import { type Row, readCsv } from './read-csv.ts';

/** The cells of one filer by canonical column; a column that no file had is missing. */
export type Cells = Readonly<Record<string, string>>;

/** A file as the clerk uploads it: `at` is the court's wall time, `2018-10-24T07:00`. */
export interface Upload {
  readonly at: string;
  readonly text: string;
}

/** The synonyms of the domain page, without case, spaces, `_` and `-`. */
const SYNONYMS: Readonly<Record<string, string>> = {
  userid: 'cmecf_user_id',
  uid: 'cmecf_user_id',
  loginid: 'cmecf_user_id',
  office: 'firm',
  primaryemail: 'email',
  role: 'user_type',
  group: 'user_type',
  pacerkind: 'pacer_account',
};

const COLUMNS = [
  'cmecf_user_id',
  'last_name',
  'first_name',
  'firm',
  'bar_id',
  'phone',
  'email',
  'secondary_emails',
  'user_type',
  'cmecf_status',
  'pacer_account',
  'pacer_account_type',
  'pacer_created',
  'pacer_username_length',
  'nextgen_elsewhere',
  'link_status',
  'link_as_of',
];

/** Filers by CM/ECF user id in lower case. */
type Roster = ReadonlyMap<string, Cells>;

/** The roster active at a wall time of the court: the roster file with every later update laid over it. */
export function rosterAt(roster: Upload, updates: readonly Upload[], at: string): Roster {
  const filers = new Map<string, Cells>();
  for (const cells of rowsOf(roster)) {
    const key = keyOf(cells);
    if (isTaken(cells) && !filers.has(key)) filers.set(key, cells);
  }
  const due = updates.filter((update) => update.at <= at).sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const update of due) {
    for (const cells of rowsOf(update)) {
      const old = filers.get(keyOf(cells));
      if (old) filers.set(keyOf(cells), { ...old, ...cells });
    }
  }
  return filers;
}

/** A row without key or name, or whose status or link date can't be read, is refused. */
function isTaken(cells: Cells): boolean {
  const statuses = ['', 'active', 'inactive', 'suspended', 'deceased'];
  return (
    keyOf(cells) !== '' &&
    cells.last_name !== '' &&
    statuses.includes((cells.cmecf_status ?? '').toLowerCase()) &&
    daysOf(cells.link_as_of ?? '') !== null
  );
}

function rowsOf(upload: Upload): Cells[] {
  return readCsv(upload.text).map((row) => cellsOf(row, upload.at.slice(0, 10)));
}

/** @param uploadedOn The date that a blank `link_as_of` takes. */
function cellsOf(row: Row, uploadedOn: string): Cells {
  const cells: Record<string, string> = {};
  for (const [name, value] of Object.entries(row)) cells[columnOf(name)] = value.trim();
  if ('link_status' in cells) cells.link_as_of = cells.link_as_of || uploadedOn;
  return cells;
}

function columnOf(name: string): string {
  const bare = bareOf(name);
  const column = SYNONYMS[bare] ?? COLUMNS.find((one) => bareOf(one) === bare);
  if (!column)
    throw new Error(`Cannot read the file because the oracle must know its columns: it has ${name}`);
  return column;
}

/** Without case, spaces, `_` and `-`. */
export function bareOf(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_-]/g, '');
}

function keyOf(cells: Cells): string {
  return (cells.cmecf_user_id ?? '').toLowerCase();
}
