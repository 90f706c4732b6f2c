import { firms, firstNames, lastNames } from './names.ts';
import type { Lots } from './random.ts';
import { loginOf, mailNameOf, type Row } from './row.ts';

const USER_TYPES = [
  ['attorney', 62],
  ['trustee', 5],
  ['us trustee', 3],
  ['filing agent', 5],
  ['limited filer', 5],
  ['creditor', 6],
  ['court reporter', 2],
  ['transcriber', 2],
  ['auditor', 1],
  ['course provider', 2],
  ['government attorney', 4],
  ['media', 1],
  ['pro se', 2],
] as const;

/** What rosters say about PACER accounts: usually little. */
const ACCOUNTS: readonly (readonly [(lots: Lots) => Row, number])[] = [
  [() => ({}), 12],
  [(lots) => ({ pacer_created: createdOn(lots) }), 26],
  [(lots) => ({ pacer_account: 'individual', pacer_created: createdOn(lots) }), 16],
  [() => ({ pacer_account: 'individual', pacer_account_type: 'upgraded' }), 11],
  [() => ({ pacer_account: 'individual', pacer_account_type: 'legacy' }), 10],
  [(lots) => ({ pacer_username_length: lots.one(['6', '6', '8', '9', '10', '12']) }), 9],
  [() => ({ pacer_account: 'shared' }), 7],
  [() => ({ pacer_account: 'none' }), 3],
  [() => ({ pacer_account: 'case_search', pacer_account_type: 'legacy' }), 2],
  [() => ({ pacer_account: 'individual', nextgen_elsewhere: 'y' }), 4],
];

/** Filers drawn by lot. `taken` holds the user ids that are in use, and takes the new ones. */
export function crowd(size: number, { lots, taken }: { lots: Lots; taken: Set<string> }): Row[] {
  return Array.from({ length: size }, () => filer(lots, taken));
}

function filer(lots: Lots, taken: Set<string>): Row {
  const lastName = lots.one(lastNames);
  const firstName = lots.one(firstNames);
  const userId = freeId(loginOf(lastName, firstName), taken);
  const firm = lots.chance(0.45) ? lots.one(firms) : null;
  return {
    cmecf_user_id: userId,
    last_name: lastName,
    first_name: firstName,
    ...(firm && { firm: firm.name }),
    ...(lots.chance(0.7) && { phone: `${lots.one(['212', '914', '718'])}-555-01${lots.between(10, 99)}` }),
    email: mailbox(firstName, lastName, {
      number: userId.match(/\d+$/)?.[0] ?? '',
      domain: firm?.domain ?? null,
      lots,
    }),
    ...whoTheyAre(lots),
    ...lots.weighted(ACCOUNTS)(lots),
  };
}

function whoTheyAre(lots: Lots): Row {
  const userType = lots.weighted(USER_TYPES);
  const isAttorney = userType.includes('attorney') || userType.includes('trustee');
  return { user_type: userType, ...(isAttorney && { bar_id: `${lots.between(1_000_000, 5_999_999)}` }) };
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}${number}`;
  taken.add(id);
  return id;
}

function mailbox(
  firstName: string,
  lastName: string,
  { number, domain, lots }: { number: string; domain: string | null; lots: Lots },
): string {
  const host = domain ?? lots.one(['example.com', 'example.org', 'example.net']);
  return `${mailNameOf(firstName)}.${mailNameOf(lastName)}${number}@${host}`;
}

/** A day from 1996 to 2018 in one of the ways that rosters write it. */
function createdOn(lots: Lots): string {
  const day = dayFromSerial(lots.between(35_065, 43_281));
  const [year, month, date] = day.split('-').map(Number);
  return lots.weighted([
    [day, 70],
    [`${month}/${date}/${year}`, 15],
    [day.slice(0, 7), 9],
    [day.slice(0, 4), 6],
  ]);
}

/** The day of an Excel serial number, `2014-08-11` for 41862. */
function dayFromSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
}
