import { HEADER, type HostileFile, joined, row, type Text, times, xlsx, zipInto } from './hostile-make.ts';

const HEADER_ROW = row(1, HEADER.split(','));

const unique = (index: number) => `${index.toString(36)}x${((index * 7919) % 999983).toString(36)}`;
const shared = (texts: Text) => ({ 'xl/sharedStrings.xml': joined('<sst>', texts, '</sst>') });
const sharedRow = (index: number) => `<row><c t="s"><v>${index}</v></c></row>`;

const HONEST = [
  ...['cmecf_user_id', 'last_name', 'first_name', 'firm', 'bar_id', 'phone', 'email', 'secondary_emails'],
  ...['user_type', 'cmecf_status', 'pacer_account', 'pacer_account_type', 'pacer_created', 'link_status'],
];

/** As courts export their rosters: 14 columns, texts in the cells. */
function honest(rows: number): HostileFile {
  const filer = (at: number) => [
    ...[
      unique(at),
      `Roe${at}`,
      'Jane Q.',
      `Roe ${at % 5000} LLP`,
      `${at}`,
      '212-555-0100',
      `${unique(at)}@example.com`,
    ],
    ...['', 'attorney', 'active', 'individual', 'upgraded', '2014-08-11', 'unlinked'],
  ];
  const sheet = joined(
    row(1, HONEST),
    times(rows, (at) => row(at + 2, filer(at))),
  );
  return xlsx(`an honest roster of ${rows.toLocaleString('en-US')} filers and 14 columns`, sheet);
}

/** Workbooks. */
export const WORKBOOKS: readonly HostileFile[] = [
  ...[100_000, 250_000].map(honest),
  xlsx('a stray cell in XFD100000', `${HEADER_ROW}<row r="100000"><c r="XFD100000"><v>1</v></c></row>`),
  xlsx('a stray row 999999999', `${HEADER_ROW}<row r="999999999"><c><v>1</v></c></row>`),
  xlsx('a header out to XFD1', `<row r="1"><c r="A1" t="str"><v>uid</v></c><c r="XFD1"><v>1</v></c></row>`),
  xlsx(
    'a column 500 in each of 100,000 rows',
    joined(
      HEADER_ROW,
      times(99_999, () => '<row><c r="SF2"><v>1</v></c></row>'),
    ),
  ),
  xlsx(
    '100,000 rows of 20 cells, as a large court has',
    joined(
      HEADER_ROW,
      times(99_999, (at) =>
        row(
          at + 2,
          Array.from({ length: 20 }, (_, column) => unique(20 * at + column)),
        ),
      ),
    ),
  ),
  xlsx(
    'the same with shared texts',
    joined(
      HEADER_ROW,
      times(
        99_999,
        (at) =>
          `<row r="${at + 2}">${Array.from({ length: 20 }, (_, column) => `<c t="s"><v>${20 * at + column}</v></c>`).join('')}</row>`,
      ),
    ),
    shared(times(2_000_000, (at) => `<si><t>${unique(at)}</t></si>`)),
  ),
  xlsx(
    '400,000 rows',
    joined(
      HEADER_ROW,
      times(400_000, (at) => row(at + 2, [unique(at), 'Roe', 'jane@example.com'])),
    ),
  ),
  xlsx(
    'ten million rows of one cell',
    joined(
      HEADER_ROW,
      times(10_000_000, () => '<row><c><v>1</v></c></row>'),
    ),
  ),
  xlsx(
    'ten million empty rows',
    joined(
      HEADER_ROW,
      times(10_000_000, () => '<row/>'),
    ),
  ),
  xlsx(
    'an honest workbook of 300 MB: 60,000 rows of 5,000 characters',
    joined(
      HEADER_ROW,
      times(60_000, (at) => row(at + 2, [unique(at), unique(at).repeat(600)])),
    ),
  ),
  xlsx(
    'an honest workbook with pictures of 300 MB',
    `${HEADER_ROW}${row(2, ['u1', 'Roe', 'jane@example.com'])}`,
    { 'xl/media/image1.png': times(300, () => 'x'.repeat(1_000_000)) },
  ),
  xlsx(
    'a zip bomb: 1 GB of spaces',
    joined(
      HEADER_ROW,
      times(1000, () => ' '.repeat(1_000_000)),
    ),
  ),
  xlsx(
    'a zip bomb: 1 GB of comments',
    joined(
      HEADER_ROW,
      times(1000, () => `<!--${'x'.repeat(1_000_000)}-->`),
    ),
  ),
  xlsx(
    'a text of 200 MB',
    joined(
      '<row><c t="inlineStr"><is><t>',
      times(200, () => 'x'.repeat(1_000_000)),
      '</t></is></c></row>',
    ),
  ),
  xlsx(
    'an attribute of 200 MB',
    joined(
      '<row r="',
      times(200, () => '1'.repeat(1_000_000)),
      '"/>',
    ),
  ),
  xlsx(
    'a tag of ten million attributes',
    joined(
      '<row ',
      times(10_000_000, (at) => `a${at}="1" `),
      '/>',
    ),
  ),
  xlsx(
    'five million levels deep',
    times(5_000_000, () => '<a>'),
  ),
  xlsx(
    'three million shared texts, none alike',
    HEADER_ROW,
    shared(times(3_100_000, (at) => `<si><t>${unique(at)}</t></si>`)),
  ),
  xlsx(
    'shared texts of 200 MB',
    HEADER_ROW,
    shared(times(6000, () => `<si><t>${'x'.repeat(32_767)}</t></si>`)),
  ),
  xlsx(
    'one shared text of 32,767 characters in 99,000 cells',
    joined(
      HEADER_ROW,
      times(99_000, () => sharedRow(0)),
    ),
    shared(`<si><t>${'x'.repeat(32_767)}</t></si>`),
  ),
  xlsx(
    'a shared text of a million runs',
    HEADER_ROW,
    shared(
      joined(
        '<si>',
        times(1_000_000, () => '<r><t>x</t></r>'),
        '</si>',
      ),
    ),
  ),
  xlsx('a million styles', HEADER_ROW, {
    'xl/styles.xml': joined(
      '<styleSheet><cellXfs>',
      times(1_000_000, () => '<xf numFmtId="14"/>'),
      '</cellXfs></styleSheet>',
    ),
  }),
  xlsx('a number format of a megabyte', '<row><c s="0"><v>1</v></c></row>', {
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${'0\\-'.repeat(300_000)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`,
  }),
  xlsx('100,000 sheets', HEADER_ROW, {
    'xl/workbook.xml': joined(
      '<workbook><sheets>',
      times(100_000, (at) => `<sheet name="S${at}" r:id="rId1"/>`),
      '</sheets></workbook>',
    ),
  }),
  xlsx('entities that stand for entities', joined(HEADER_ROW, '<row><c t="str"><v>&a9;</v></c></row>'), {
    'xl/workbook.xml': `<!DOCTYPE a [<!ENTITY a0 "x">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')}]><workbook><sheets><sheet name="&a9;" r:id="rId1"/></sheets></workbook>`,
  }),
  {
    name: 'XLSX: 60,000 files',
    make: (path) =>
      zipInto(
        path,
        Array.from({ length: 60_000 }, (_, at) => [`xl/${at}.xml`, ''] as const),
      ),
  },
];
