/** Canonical names of the roster's columns. */
export const COLUMN_NAMES = [
  'cmecf_user_id',
  'last_name',
  'first_name',
  'name',
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
] as const;
/** The canonical name of a column. */
export type ColumnName = (typeof COLUMN_NAMES)[number];

/** Further headers understood as that column. Case, spaces, `_`, `-`, `.`, `'` and `#` don't count. */
export const SYNONYMS: Readonly<Record<ColumnName, readonly string[]>> = {
  cmecf_user_id: [
    'user id',
    'uid',
    'login id',
    'login',
    'cmecf login',
    'cmecf id',
    'cm/ecf user id',
    'ecf user id',
  ],
  last_name: ['surname', 'family name', 'lname', 'last'],
  first_name: ['given name', 'fname', 'first'],
  name: ['full name', 'filer name', 'filer', 'attorney name', 'user name'],
  firm: ['office', 'firm name', 'law firm', 'organization', 'company'],
  bar_id: ['bar', 'bar number', 'bar no', 'state bar id', 'state bar number', 'attorney bar id'],
  phone: ['phone number', 'telephone', 'telephone number', 'tel', 'office phone'],
  email: ['primary email', 'e-mail address', 'primary email address', 'email 1', 'mail'],
  secondary_emails: [
    'secondary email',
    'secondary email addresses',
    'additional emails',
    'other emails',
    'cc emails',
    'email 2',
  ],
  user_type: ['role', 'group', 'user group', 'type', 'filer type'],
  cmecf_status: ['status', 'user status', 'account status', 'cm/ecf status'],
  pacer_account: ['pacer kind', 'pacer account kind', 'kind of pacer account', 'pacer accounts'],
  pacer_account_type: ['pacer type', 'pacer upgrade status'],
  pacer_created: [
    'pacer account created',
    'pacer creation date',
    'pacer created on',
    'pacer registration date',
  ],
  pacer_username_length: ['pacer user name length', 'length of pacer username', 'pacer login length'],
  nextgen_elsewhere: [
    'nextgen in another court',
    'other nextgen court',
    'linked elsewhere',
    'nextgen other court',
  ],
  link_status: ['nextgen link status', 'linked', 'linking status', 'link state'],
  link_as_of: ['link status as of', 'link date', 'link status date', 'linked as of', 'as of'],
};

/** Columns that Crier adds to the table it hands back: known, and skipped when it comes in again. */
export const REPORT_COLUMNS = ['crier_row', 'crier_problems'] as const;

/** What a roster must never hold; such a file is refused whole. Each as it reads once made comparable. */
const FORBIDDEN = [
  { what: 'a password', pattern: /passw|pasword|passphrase|passcode|^pwd|pwd$/ },
  { what: 'a date of birth', pattern: /dateofbirth|birthda|^birth$|^dob|dob$|yearofbirth|birthyear/ },
  {
    what: 'a social security number',
    pattern: /socialsec|socsec|^ssn|ssn$|ssnlast|last4ssn|socialinsurance/,
  },
] as const;

/** A header made comparable: `E-mail Address` and `EMAIL_ADDRESS` both become `emailaddress`. */
export function comparable(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Every spelling that is understood, made comparable, with its column. */
export const SPELLINGS: ReadonlyMap<string, ColumnName> = new Map(
  COLUMN_NAMES.flatMap((column) =>
    [column, ...SYNONYMS[column]].map((spelling) => [comparable(spelling), column] as const),
  ),
);

/** The column that a header names, `null` when none is understood. */
export function columnOf(header: string): ColumnName | null {
  return SPELLINGS.get(comparable(header)) ?? null;
}

/** How many columns a row names: what tells a header from any other row. */
export function columnsNamed(cells: readonly string[]): number {
  return new Set(cells.map(columnOf).filter((column) => column !== null)).size;
}

/** Whether the header is one of those that Crier added itself. */
export function isReportColumn(header: string): boolean {
  return REPORT_COLUMNS.some((column) => comparable(column) === comparable(header));
}

/** What forbidden thing a header names, `null` when it names none. */
export function forbiddenBy(header: string): string | null {
  return FORBIDDEN.find(({ pattern }) => pattern.test(comparable(header)))?.what ?? null;
}
