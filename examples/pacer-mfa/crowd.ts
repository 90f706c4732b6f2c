import { firms, firstNames, lastNames } from '../nysb-2018/names.ts';
import type { Lots } from '../nysb-2018/random.ts';
import { mailNameOf } from '../nysb-2018/row.ts';
import type { Row } from './row.ts';

const USER_TYPES = [
  ['attorney', 66],
  ['trustee', 6],
  ['us trustee', 2],
  ['filing agent', 10],
  ['limited filer', 4],
  ['creditor', 6],
  ['government attorney', 4],
  ['pro se', 2],
] as const;

/** What the court knows of accounts in May: usually little. */
const ACCOUNTS: readonly (readonly [Row, number])[] = [
  [{}, 38],
  [{ account_kind: 'individual' }, 26],
  [{ account_kind: 'individual', shared_by: '1', filing_software: 'no' }, 8],
  [{ account_kind: 'individual', filing_software: 'yes' }, 7],
  [{ account_kind: 'shared', shared_by: '2' }, 6],
  [{ account_kind: 'shared', shared_by: '5' }, 4],
  [{ account_kind: 'shared', shared_by: '12' }, 2],
  [{ shared_by: '3' }, 3],
  [{ account_kind: 'service', filing_software: 'yes' }, 2],
  [{ account_kind: 'individual', shared_by: '2' }, 4],
];

/** Filers drawn by lot. Their account numbers are 7001001 and so on, so none repeats. */
export function crowd(size: number, lots: Lots): Row[] {
  return Array.from({ length: size }, (_, index) => filer(index, lots));
}

function filer(index: number, lots: Lots): Row {
  const lastName = lots.one(lastNames);
  const firstName = lots.one(firstNames);
  const firm = lots.chance(0.5) ? lots.one(firms) : null;
  const host = firm?.domain ?? lots.one(['example.com', 'example.org', 'example.net']);
  return {
    pacer_account_number: `${7_001_001 + index}`,
    last_name: lastName,
    first_name: firstName,
    ...(firm && { firm: firm.name }),
    ...(lots.chance(0.7) && { phone: `${lots.one(['212', '914', '718'])}-555-01${lots.between(10, 99)}` }),
    email: `${mailNameOf(firstName)}.${mailNameOf(lastName)}${index}@${host}`,
    user_type: lots.weighted(USER_TYPES),
    ...(lots.chance(0.06) && { access: 'pacer-only' }),
    ...lots.weighted(ACCOUNTS),
  };
}
