import { stringify } from 'csv-stringify/sync';
import { campaign } from '#campaign';
import type { PhoneRow } from '../../functions/domain/send/phone-list.ts';
import { guard } from '../../functions/lib/formula-guard.ts';
import type { PhoneListPage } from '../../functions/queries/phone-list.ts';
import type { Call } from './call.ts';

/** Every page of the list, by name. */
export async function readPhoneList(call: Call): Promise<PhoneRow[]> {
  const rows: PhoneRow[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page: PhoneListPage = await call({ act: 'phone-list', ...(after && { after }) });
    rows.push(...page.rows);
    after = page.next;
  }
  return rows.sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
}

function nameOf({ lastName, firstName }: PhoneRow): string {
  return `${lastName}\n${firstName}`;
}

const COLUMNS: Readonly<Record<string, (row: PhoneRow) => string>> = {
  last_name: ({ lastName }) => lastName,
  first_name: ({ firstName }) => firstName,
  firm: ({ firm }) => firm,
  phone: ({ phone }) => phone,
  email: ({ email }) => email,
  reason: ({ reason }) => reason,
  why: ({ why }) => why,
  secondary: ({ secondary }) => secondary,
  state: ({ state }) => state,
  [campaign.key.column]: ({ userId }) => userId,
  filer_id: ({ filerId }) => filerId,
};

/** The list as CSV. Cells that a spreadsheet would run start with an apostrophe. */
export function phoneListCsv(rows: readonly PhoneRow[]): string {
  const cells = rows.map((row) => Object.values(COLUMNS).map((cell) => guard(cell(row))));
  // Excel takes a file without this mark for one of an old code page.
  return stringify([Object.keys(COLUMNS), ...cells], { bom: true, record_delimiter: 'windows' });
}
