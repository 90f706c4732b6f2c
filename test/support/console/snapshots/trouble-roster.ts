/** What a court may write anywhere: each page must show it as it is. */
export const MARKUP = `"'><img src=x onerror=alert(1)>&amp;`;
const quoted = `"${MARKUP.replaceAll('"', '""')}"`;

type Row = Readonly<Record<string, string>>;

const ROWS: readonly Row[] = [
  {
    'user id': 'user1',
    ...{ 'last name': quoted, 'first name': quoted, firm: quoted, 'bar id': quoted, phone: quoted },
    ...{
      email: 'bounce@simulator.amazonses.com',
      'pacer account': 'individual',
      'pacer account type': 'legacy',
    },
  },
  {
    ...{ 'user id': 'user2', 'last name': 'Jones', 'first name': 'Jane', phone: '212 555-0100 x5' },
    ...{
      email: 'jane@example.com',
      'secondary emails': 'jane@other.example.com',
      'pacer account type': 'upgraded',
    },
  },
  {
    ...{ 'user id': 'user3', 'last name': 'Late', 'first name': 'Linda', email: 'linda@example.com' },
    ...{ 'pacer account': '"individual,paa"', 'pacer account type': 'legacy' },
  },
  ...Array.from({ length: 70 }, (_, at) => ({
    ...{ 'user id': `none${at}`, 'last name': 'Nobody', 'first name': `N${at}`, firm: `Firm ${at}` },
    ...{ phone: `+1 212-555-${1000 + at}`, 'user type': 'pro-se' },
  })),
  ...Array.from({ length: 20 }, (_, at) => ({
    ...{
      'user id': `some${at}`,
      'last name': 'Some',
      'first name': `S${at}`,
      email: `some${at}@example.com`,
    },
    'user type': 'creditor',
  })),
];
const COLUMNS = [
  ...[
    'user id',
    'last name',
    'first name',
    'email',
    'firm',
    'bar id',
    'phone',
    'secondary emails',
    'user type',
  ],
  ...['pacer account', 'pacer account type'],
];

/**
 * Names that must be escaped, 70 filers whom no email reaches, and 20 whose addresses begin with `some`. Those who are
 * emailed fit into one chunk, so that sends come in one order.
 */
export const TROUBLE_ROSTER = [
  COLUMNS.join(','),
  ...ROWS.map((row: Row) => COLUMNS.map((column) => row[column] ?? '').join(',')),
  '',
].join('\n');
