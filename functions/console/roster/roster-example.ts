/** A column of a roster, as it is explained before the first upload. */
export interface RosterColumn {
  /** As the file's header has it. */
  readonly name: string;
  readonly isRequired: boolean;
  /** What its cells say, as a sentence. */
  readonly says: string;
}

/** What a roster needs, and what it may have. */
export const COLUMNS: readonly RosterColumn[] = [
  {
    name: 'cmecf_user_id',
    isRequired: true,
    says: 'The login of the CM/ECF account. Every row has its own.',
  },
  { name: 'last_name', isRequired: true, says: 'Or one column name with “Smith, John” or “John Smith”.' },
  { name: 'first_name', isRequired: false, says: 'For the salutation.' },
  {
    name: 'email',
    isRequired: true,
    says: 'May be blank in a row: that filer gets no email and goes on the phone list.',
  },
  { name: 'secondary_emails', isRequired: false, says: 'Further addresses, separated by a semicolon.' },
  { name: 'firm', isRequired: false, says: 'Whoever has a firm is told about paying centrally.' },
  { name: 'phone', isRequired: false, says: 'For the phone list.' },
  {
    name: 'user_type',
    isRequired: false,
    says: 'attorney, trustee, filing-agent, creditor, pro-se and others.',
  },
  {
    name: 'cmecf_status',
    isRequired: false,
    says: 'active, inactive, suspended or deceased. Blank is active.',
  },
  { name: 'pacer_account', isRequired: false, says: 'individual, shared, paa, case_search or none.' },
  { name: 'pacer_account_type', isRequired: false, says: 'upgraded or legacy.' },
  {
    name: 'pacer_created',
    isRequired: false,
    says: 'When the PACER account was made: 2014-08-11, 8/11/2014 or 2014.',
  },
  {
    name: 'pacer_username_length',
    isRequired: false,
    says: 'How many characters the username has. Never the name itself.',
  },
  {
    name: 'nextgen_elsewhere',
    isRequired: false,
    says: 'y when the account is linked in another NextGen court.',
  },
  {
    name: 'link_status',
    isRequired: false,
    says: 'linked, unlinked, failed or pending. Needed after go-live.',
  },
  { name: 'link_as_of', isRequired: false, says: 'The day on which that was true.' },
];

const ROWS: readonly (readonly string[])[] = [
  [
    'jsmith',
    'Smith',
    'John',
    'john.smith@firm.example',
    '',
    'Smith & Partners',
    '212-555-0101',
    'attorney',
    'active',
    'individual',
    'legacy',
    '2009-03-02',
    '6',
    'n',
    'unlinked',
    '',
  ],
  [
    'mdoe2',
    'Doe',
    'Mary',
    'mary@doe.example',
    'office@doe.example',
    '',
    '212-555-0102',
    'trustee',
    'active',
    'individual',
    'upgraded',
    '2017-05-11',
    '9',
    'y',
    'unlinked',
    '',
  ],
  [
    'rroe',
    'Roe',
    'Richard',
    'richard@roe.example',
    '',
    '',
    '212-555-0103',
    'pro-se',
    'active',
    '',
    '',
    '',
    '',
    '',
    'unlinked',
    '',
  ],
];

/** A small roster to start from, every column once: with the mark by which Excel reads it as UTF-8. */
export function exampleRoster(): string {
  const rows = [COLUMNS.map(({ name }) => name), ...ROWS];
  return `\ufeff${rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;
}

function quoted(cell: string): string {
  return /[",;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
