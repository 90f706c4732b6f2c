import { campaign } from '#campaign';
import { CAMPAIGN_COLUMNS, type CampaignColumn } from '../../domain/filer/filer.ts';

/** The column that is the roster's key. */
export const KEY = campaign.key.column;

/** The engine's own columns, with further headers understood as each. */
export const PERSON_SYNONYMS = {
  last_name: ['surname', 'family name', 'lname', 'last'],
  first_name: ['given name', 'fname', 'first'],
  middle_name: ['middle', 'mname', 'middle initial', 'middle name or initial', 'mi'],
  suffix: ['name suffix', 'generation', 'generational suffix', 'suffix name'],
  name: ['full name', 'filer name', 'filer', 'attorney name', 'user name'],
  firm: ['office', 'firm name', 'law firm', 'organization', 'company', 'company name'],
  bar_id: ['bar', 'bar number', 'bar no', 'state bar id', 'state bar number', 'attorney bar id'],
  phone: ['phone number', 'telephone', 'telephone number', 'tel', 'office phone'],
  email: ['primary email', 'e-mail address', 'primary email address', 'email 1', 'mail'],
  email_confirmed: ['confirmed email', 'email address confirmed', 'address confirmed', 'email verified'],
  secondary_emails: [
    'secondary email',
    'secondary email addresses',
    'additional emails',
    'other emails',
    'cc emails',
    'email 2',
  ],
  further_emails: [
    'third email',
    'third email address',
    'tertiary email',
    'alternate email',
    'alternate email address',
    'email 3',
    'email address 3',
  ],
} as const;

/** A column that every campaign has. */
export type PersonColumn = keyof typeof PERSON_SYNONYMS;
/** The canonical name of a column. */
export type ColumnName = typeof KEY | PersonColumn | CampaignColumn;

/** Further headers understood as each column. Case, spaces, `_`, `-`, `.`, `'` and `#` don't count. */
const SYNONYMS = new Map<ColumnName, readonly string[]>([
  [KEY, campaign.key.synonyms],
  ...(Object.entries(PERSON_SYNONYMS) as [PersonColumn, readonly string[]][]),
  ...CAMPAIGN_COLUMNS.map(([name, { synonyms }]) => [name, synonyms] as const),
]);

/** Canonical names of the roster's columns. */
export const COLUMN_NAMES: readonly ColumnName[] = [...SYNONYMS.keys()];

/** Further headers understood as a column. */
export function synonymsOf(column: ColumnName): readonly string[] {
  return SYNONYMS.get(column) ?? [];
}

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
    [column, ...synonymsOf(column)].map((spelling) => [comparable(spelling), column] as const),
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
