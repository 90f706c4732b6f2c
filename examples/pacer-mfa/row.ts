import { mailNameOf } from '../nysb-2018/row.ts';

/** The roster's columns, in the order of the file. */
export const COLUMNS = [
  'pacer_account_number',
  'last_name',
  'first_name',
  'firm',
  'phone',
  'email',
  'secondary_emails',
  'user_type',
  'access',
  'account_kind',
  'shared_by',
  'filing_software',
  'mfa_status',
  'mfa_as_of',
  'mfa_methods',
] as const;
/** The name of a column. */
export type Column = (typeof COLUMNS)[number];

/** A line of the roster; a missing column is a blank cell. */
export type Row = Partial<Record<Column, string>>;

/** A person of the example, with a mailbox by default, and whatever else the roster says. */
export function person(lastName: string, firstName: string, rest: Row): Row {
  return {
    last_name: lastName,
    first_name: firstName,
    email: `${mailNameOf(firstName)}.${mailNameOf(lastName)}@example.com`,
    user_type: 'attorney',
    ...rest,
  };
}
