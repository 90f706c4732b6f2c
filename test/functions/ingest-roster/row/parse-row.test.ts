import { describe, expect, it } from 'vitest';
import type { Filer } from '../../../../functions/domain/filer/filer.ts';
import { baseOf, check, told } from '../../../support/roster/table.ts';

/** One column beside the three required ones: a cell, the fact that it gives, and what is told. */
const CELLS: readonly {
  column: keyof typeof FACTS;
  cell: string;
  fact: unknown;
  told?: readonly string[];
}[] = [
  { column: 'user_type', cell: 'US Trustee', fact: 'us-trustee' },
  { column: 'user_type', cell: 'Pro Se', fact: 'pro-se' },
  { column: 'user_type', cell: 'JUDGE', fact: 'judge' },
  { column: 'user_type', cell: '', fact: 'unknown' },
  { column: 'user_type', cell: 'wizard', fact: 'unknown', told: ['word-unknown warning'] },
  { column: 'cmecf_status', cell: '', fact: 'active' },
  { column: 'cmecf_status', cell: 'Suspended', fact: 'suspended' },
  { column: 'cmecf_status', cell: 'maybe', fact: undefined, told: ['word-unknown error'] },
  { column: 'pacer_account', cell: 'individual; PAA', fact: ['individual', 'paa'] },
  { column: 'pacer_account', cell: 'unknown', fact: [] },
  {
    column: 'pacer_account',
    cell: 'individual; golden',
    fact: ['individual'],
    told: ['word-unknown warning'],
  },
  { column: 'pacer_account_type', cell: 'Legacy PACER Account', fact: 'legacy' },
  { column: 'pacer_username_length', cell: '8.0', fact: 8 },
  { column: 'pacer_username_length', cell: 'jdoe1234', fact: null, told: ['number-unreadable warning'] },
  { column: 'pacer_created', cell: '8/11/2014', fact: '2014-08-11' },
  { column: 'pacer_created', cell: '8/11/14', fact: null, told: ['date-two-digit-year warning'] },
  { column: 'pacer_created', cell: '2019-01-01', fact: null, told: ['date-future warning'] },
  { column: 'nextgen_elsewhere', cell: 'Y', fact: true },
  { column: 'nextgen_elsewhere', cell: 'no', fact: false },
  { column: 'link_status', cell: 'Not linked', fact: 'unlinked' },
  { column: 'link_status', cell: 'sort of', fact: undefined, told: ['word-unknown error'] },
  { column: 'link_as_of', cell: '', fact: '2018-07-24' },
  { column: 'link_as_of', cell: '7/1/2018', fact: '2018-07-01' },
  { column: 'link_as_of', cell: '2018-07', fact: undefined, told: ['date-incomplete error'] },
  { column: 'link_as_of', cell: '2018-02-30', fact: undefined, told: ['date-impossible error'] },
  { column: 'firm', cell: ' Smith &  Sons ', fact: 'Smith & Sons' },
  { column: 'firm', cell: '"Smith\n& Sons"', fact: 'Smith & Sons', told: ['cleaned warning'] },
  { column: 'firm', cell: 'x'.repeat(10_000), fact: null, told: ['too-long warning'] },
  { column: 'firm', cell: 'x'.repeat(1_000_000), fact: undefined, told: ['too-long error'] },
  { column: 'firm', cell: "'=Sons", fact: '=Sons' },
  { column: 'firm', cell: '#REF!', fact: null, told: ['spreadsheet-error warning'] },
  { column: 'cmecf_status', cell: '#N/A', fact: undefined, told: ['spreadsheet-error error'] },
  { column: 'bar_id', cell: '1.23E+11', fact: null, told: ['number-shortened warning'] },
  {
    column: 'secondary_emails',
    cell: 'a@example.com; b@example.com',
    fact: ['a@example.com', 'b@example.com'],
  },
  {
    column: 'secondary_emails',
    cell: 'a@example.com; b@@example.com',
    fact: ['a@example.com'],
    told: ['email-unusable warning'],
  },
  {
    column: 'secondary_emails',
    cell: 'a@example.com; nonsense',
    fact: [],
    told: ['email-unclear warning'],
  },
];

const FACTS = {
  user_type: 'userType',
  cmecf_status: 'cmecfStatus',
  pacer_account: 'pacerAccounts',
  pacer_account_type: 'pacerAccountType',
  pacer_username_length: 'pacerUsernameLength',
  pacer_created: 'pacerCreated',
  nextgen_elsewhere: 'nextgenElsewhere',
  link_status: 'linkStatus',
  link_as_of: 'linkAsOf',
  firm: 'firm',
  bar_id: 'barId',
  secondary_emails: 'secondaryEmails',
} as const satisfies Record<string, keyof Filer>;

const EMAILS: readonly {
  cell: string;
  email: string | null;
  secondary?: readonly string[];
  told?: readonly string[];
}[] = [
  { cell: 'jane@example.com', email: 'jane@example.com' },
  { cell: '', email: null, told: ['email-missing address'] },
  { cell: 'a..b@example.com', email: null, told: ['email-unusable address'] },
  { cell: '"Doe, Jane <jane@example.com>"', email: 'jane@example.com', told: ['email-cleaned warning'] },
  { cell: 'jane@exa\u200bmple.com', email: 'jane@example.com', told: ['cleaned warning'] },
  { cell: 'jane@example.com\u00a0', email: 'jane@example.com', told: ['cleaned warning'] },
  { cell: 'ja\u0001ne@example.com', email: null, told: ['email-unusable address'] },
  { cell: 'jane\u0000@example.com', email: null, told: ['email-unusable address'] },
  { cell: "'jane@example.com'", email: 'jane@example.com', told: ['email-cleaned warning'] },
  {
    cell: 'a@example.com; b@example.com',
    email: 'a@example.com',
    secondary: ['b@example.com'],
    told: ['email-several warning'],
  },
  {
    cell: '"a@example.com\nb@example.com"',
    email: 'a@example.com',
    secondary: ['b@example.com'],
    told: ['email-several warning'],
  },
  { cell: 'nonsense; b@example.com', email: null, told: ['email-unclear address'] },
  { cell: 'jane@gmial.com', email: 'jane@gmial.com', told: ['email-likely-typo warning'] },
];

const plain = (rows: Awaited<ReturnType<typeof check>>['rows']) =>
  told(rows).map((line) => line.split(' ').slice(-2).join(' '));

describe('parseRow', () => {
  for (const { column, cell, fact, told: expected = [] } of CELLS) {
    it(`reads ${column} ${JSON.stringify(cell.slice(0, 30))}`, async () => {
      const { rows } = await check(`uid,last_name,email,${column}\njdoe,Doe,j@example.com,${cell}\n`);
      expect(rows[0]?.filer?.[FACTS[column]]).toEqual(fact);
      expect(plain(rows)).toEqual(expected);
    });
  }

  for (const { cell, email, secondary = [], told: expected = [] } of EMAILS) {
    it(`reads the address ${JSON.stringify(cell)}`, async () => {
      const { rows } = await check(`uid,last_name,email\njdoe,Doe,${cell}\n`);
      expect(rows[0]?.filer).toMatchObject({ email, secondaryEmails: secondary });
      expect(plain(rows)).toEqual(expected);
    });
  }

  it('tells every problem of a row at once, each with row, column, value and what is expected', async () => {
    const { rows } = await check(
      'uid,last_name,email,cmecf_status,pacer_created\n\n,,a@@b,gone,13/45/2014\n',
    );
    expect(rows[0]?.problems).toEqual([
      {
        row: 3,
        column: 'uid',
        code: 'user-id-missing',
        severity: 'error',
        found: '',
        expected: "the CM/ECF user id, the key of the roster: it can't be blank",
      },
      {
        row: 3,
        column: 'last_name',
        code: 'last-name-missing',
        severity: 'error',
        found: '',
        expected: "the filer's last name: it can't be blank",
      },
      {
        row: 3,
        column: 'email',
        code: 'email-unusable',
        severity: 'address',
        found: 'a@@b',
        expected: 'one address such as jane@example.com: there is more than one @',
      },
      {
        row: 3,
        column: 'cmecf_status',
        code: 'word-unknown',
        severity: 'error',
        found: 'gone',
        expected: 'one of active, inactive, suspended, deceased',
      },
      {
        row: 3,
        column: 'pacer_created',
        code: 'date-impossible',
        severity: 'warning',
        found: '13/45/2014',
        expected:
          'a day that exists: a date such as 2014-08-11 or 8/11/2014 (month first); it is read as unknown',
      },
    ]);
  });

  it('takes nothing from a row whose cells cannot be told apart, and everything from its neighbours', async () => {
    const text =
      'uid,last_name,email\na,A,a@example.com\nb,"B,b@example.com\nc,C\nd,D,d@example.com,x\ne,E,e@example.com,\nf,F,f@example.com\n';
    const { rows } = await check(text);
    expect(told(rows)).toEqual([
      '3 - quote-open error',
      '4 - cells-too-few error',
      '5 - cells-too-many error',
    ]);
    expect(rows.map(({ filer }) => filer?.userId ?? null)).toEqual(['a', null, null, null, 'e', 'f']);
  });
});

describe('checkTable', () => {
  it('takes the same row twice as one filer, and holds rows out that differ, naming each other', async () => {
    const text =
      'uid,last_name,email\na,A,a@example.com\nb,B,b@example.com\nA ,A,a@example.com\na,A,a@example.com\nb,Bee,b@example.com\nc,C,c@example.com\nc,C,c@example.com\n';
    const { checked, rows } = await check(text);
    const expected = rows.map(({ problems }) => problems.map((problem) => problem.expected).join());
    expect(rows.map(({ filer }) => filer?.userId ?? null)).toEqual([null, null, null, null, null, 'c', null]);
    expect(expected[0]).toBe(
      'one row for each user id: rows 2, 4, 5 have this one and conflict, so none is used. Keep the right one',
    );
    expect(expected[1]).toBe(
      'one row for each user id: rows 3, 6 have this one and conflict, so none is used. Keep the right one',
    );
    expect(expected[6]).toBe('one row for each user id: row 7 says the same, so this one is skipped');
    expect(checked.ledger.totals()).toMatchObject({
      filers: 1,
      conflicts: 2,
      conflictRows: 5,
      repeatedRows: 1,
    });
  });

  it('names ten rows of a key that comes a hundred thousand times, and takes no time over it', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => `a,Name ${index},a@example.com`).join('\n');
    const { checked, rows: decided } = await check(`uid,last_name,email\n${rows}\n`);
    expect(checked.ledger.totals()).toMatchObject({ filers: 0, conflicts: 1, conflictRows: 100_000 });
    expect(decided[0]?.problems[0]?.expected).toContain('rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 99990 more');
  });

  it('flags a mailbox that several accepted filers share, whatever its case', async () => {
    const { rows } = await check(
      'uid,last_name,email,cmecf_status\na,A,Desk@example.com,\nb,B,desk@EXAMPLE.com,\nc,C,c@example.com,\nd,D,c@example.com,nonsense\n',
    );
    expect(rows.map(({ filer }) => filer?.sharedAddress ?? null)).toEqual([true, true, false, null]);
  });

  const roster =
    'uid,last_name,email,pacer_account_type,firm\na,A,a@example.com,legacy,Firm\nb,B,b@example.com,upgraded,\nc,C,c@example.com,,\nd,D,a@example.com,,\n';

  it('sums up what changed since the active roster', async () => {
    const next =
      'uid,last_name,email,pacer_account_type\na,A,A@example.com,upgraded\nb,B,new@example.com,upgraded\nc,C,c@example.com,upgraded\ne,E,e@example.com,\n';
    const { checked } = await check(next, { base: await baseOf(roster) });
    expect(checked.ledger.totals().changes).toEqual({
      new: 1,
      gone: 1,
      addressChanged: 1,
      states: [
        { from: 'needs-upgrade', to: 'ready-to-link', filers: 1 },
        { from: 'verify-account', to: 'ready-to-link', filers: 1 },
      ],
    });
  });

  it('changes by an update only what it names, of whom it knows', async () => {
    const update = 'Login ID,Email\na,moved@example.com\nz,z@example.com\nc,\n';
    const { checked, rows } = await check(update, { kind: 'update', base: await baseOf(roster) });
    expect(rows[0]?.filer).toMatchObject({
      userId: 'a',
      email: 'moved@example.com',
      firm: 'Firm',
      pacerAccountType: 'legacy',
      sharedAddress: false,
    });
    expect(rows[2]?.filer).toMatchObject({ userId: 'c', email: null });
    expect(told(rows)).toEqual(['3 Login ID user-id-unknown error', '4 Email email-missing address']);
    expect(checked.ledger.totals()).toMatchObject({
      filers: 4,
      unreachable: 1,
      changes: { new: 0, gone: 0, addressChanged: 2 },
    });
    expect(rows.every(({ filer }) => filer?.sharedAddress !== true)).toBe(true);
  });

  it('dates a link status that comes without a date by the upload', async () => {
    const { rows } = await check('uid,link status\na,linked\n', {
      kind: 'update',
      base: await baseOf(roster),
      today: '2018-10-29',
    });
    expect(rows[0]?.filer).toMatchObject({ linkStatus: 'linked', linkAsOf: '2018-10-29' });
    const other = await check('uid,firm\na,Other\n', {
      kind: 'update',
      base: await baseOf(roster),
      today: '2018-10-29',
    });
    expect(other.rows[0]?.filer).toMatchObject({ firm: 'Other', linkAsOf: '2018-07-24' });
  });
});
