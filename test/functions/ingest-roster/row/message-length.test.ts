import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../functions/domain/roster/problem.ts';
import type { CheckSettings } from '../../../../functions/ingest-roster/check-settings.ts';
import { COLUMN_NAMES } from '../../../../functions/ingest-roster/row/columns.ts';
import { readHeader } from '../../../../functions/ingest-roster/row/header.ts';
import { parseRow } from '../../../../functions/ingest-roster/row/parse-row.ts';
import { baseOf, check, SETTINGS } from '../../../support/roster/table.ts';
import { textRow, workbook } from '../../../support/roster/workbook.ts';

/** What each kind of problem of a cell begins with. */
const CELLS = [
  ...[
    '',
    'N/A',
    'NULL',
    '#REF!',
    'xyzzy',
    '3-Mar',
    '1.23E+11',
    '1,234',
    '2018-13-45',
    '31/31/2018',
    '1/1/99',
  ],
  ...[
    '2999-01-01',
    '1900-01-01',
    'Aug 2014',
    '2014',
    'bit.ly/x',
    'Roe (deceased)',
    'Roe (Jack)',
    'O&#39;Neil',
  ],
  ...[
    'MuÃ±oz',
    'Mu?oz',
    'u\u200b1',
    "'00123",
    'none@none.com',
    'jane@gmial.com',
    'jane',
    'Jane <jane@x.com>',
  ],
  ...['a@x.com; b@x.com', 'a@x.com (old)', Array.from({ length: 30 }, (_, at) => `a${at}@x.com`).join(';')],
];
/** What makes a cell as long as it gets; some of it takes six or eight characters to be shown. */
const FILLERS = ['x', ' y', ';z@x.com', '\u200b', '\u{e0001}', 'é', '(', '"', '1', '\ud83d\ude00'];
const GIANT = 2_500;
const LONG_NAME = 'Emial '.repeat(2_000);

/** A row whose cells are all the same, where each may be in quotes. */
function allOf(cell: string): string {
  const quoted = `"${cell.replaceAll('"', '""')}"`;
  const columns = COLUMN_NAMES.filter((name) => name !== 'name');
  return `${columns.join(',')},${LONG_NAME}\n${columns.map(() => quoted).join(',')},x\n`;
}

/** The same, with a name of its own. */
const named = (cell: string) => `uid,name,email\nu1,"${cell.replaceAll('"', '""')}",a@x.com\n`;
const HEAD = 'uid,last_name,email';
const rows = (count: number, of: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => of(at)).join('\n');
const giant = (text: string) => text.repeat(Math.ceil(GIANT / text.length));
const giantRoster = rows(400, (at) => `u${at},Roe,a${at}@x.com,linked,2018-10-23`);
const LINKS = 'uid,last_name,email,link_status,link_as_of';

/** Tables whose problems are those of lines, columns and sheets, as large as a test may make them. */
const TABLES: readonly [string, string | Uint8Array, Partial<CheckSettings>?][] = [
  ['a quote that is never closed', `${HEAD}\nu1,"Roe ${giant('x')}`],
  ['a quote inside quotes', `${HEAD}\nu1,"Roe "${giant('x')}" Doe",a@x.com\n`],
  ['a row that breaks off', `${HEAD}\nu1,${giant('x')}\nu2,Roe,b@x.com\n`],
  ['a row of 10,000 cells', `${HEAD}\n${'x,'.repeat(10_000)}x\n`],
  ['rows that say different things', `${HEAD}\n${rows(300, (at) => `u1,Roe${at},a@x.com`)}\n`],
  ['rows that say the same', `${HEAD}\n${rows(300, () => 'u1,Roe,a@x.com')}\n`],
  [
    'rows of another encoding',
    Buffer.concat([
      Buffer.from(`${HEAD}\nu1,Nuñez,a@x.com\nu2,`),
      Buffer.from([0xf1]),
      Buffer.from(`${giant('x')},b@x.com\n`),
    ]),
  ],
  [
    '400 columns of long names',
    `${HEAD},${rows(400, (at) => `${at}${giant('x')}`).replaceAll('\n', ',')}\nu1,Roe,a@x.com\n`,
  ],
  [
    '400 columns without a name',
    `${HEAD}${','.repeat(400)}\nu1,Roe,a@x.com${`,${'x'.repeat(100)}`.repeat(400)}\n`,
  ],
  ['300 totals', `${HEAD}\nu1,Roe,a@x.com\n${rows(300, () => `Total,${giant('9')},`)}\n`],
  ['300 rows without their last cell', `${HEAD},firm\n${rows(300, (at) => `u${at},Roe,a${at}@x.com`)}\n`],
  ['300 lines in quotes', `${HEAD}\n${rows(300, (at) => `"u${at},Roe,a${at}@x.com"`)}\n`],
  [
    'a status of another kind',
    `${HEAD},status\n${rows(300, (at) => `u${at},Roe,a${at}@x.com,${giant('admitted ')}`)}\n`,
  ],
  [
    'a mailbox of 300 firms',
    `${HEAD},firm\n${rows(300, (at) => `u${at},Roe,a@x.com,${at}${'x'.repeat(250)}`)}\n`,
  ],
  [
    '500 sheets',
    workbook({
      sheets: {
        R: textRow(1, HEAD.split(',')) + textRow(2, ['u1', 'Roe', 'a@x.com'], 'hidden="1"'),
        ...Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`${at}${'S'.repeat(5_000)}`, ''])),
      },
    }),
  ],
];

async function problemsOf(
  table: string | Uint8Array,
  settings: Partial<CheckSettings> = {},
): Promise<readonly Problem[]> {
  const { checked, rows } = await check(table, settings);
  return [...checked.layout.problems, ...rows.flatMap(({ problems }) => problems)];
}

function expectShort(problems: readonly Problem[]): string[] {
  for (const { code, column, found, expected } of problems) {
    expect([code, `${found} ${expected}`.length < 300, (column ?? '').length <= 81]).toEqual([
      code,
      true,
      true,
    ]);
  }
  return problems.map(({ code }) => code);
}

/** Codes of a line that is longer than any row. */
function ofLongLine(): string[] {
  const header = readHeader(HEAD.split(','), { kind: 'roster', row: 1 });
  if (!header.ok) throw new Error(header.refused);
  const context = { ...SETTINGS, layout: header.layout, keepsKnown: false };
  const line = { row: 2, cells: ['x'.repeat(5_000_000)], flaw: 'row-too-long' } as const;
  return expectShort(parseRow(line, context).problems);
}

/** Codes of the problems, each of which is short. */
async function shortOf(table: string | Uint8Array, settings: Partial<CheckSettings> = {}): Promise<string[]> {
  return expectShort(await problemsOf(table, settings));
}

describe('a problem', () => {
  it('of every code in docs/roster.md has fewer than 300 characters, whatever the size of its cell or table', async () => {
    const seen = new Set<string>();
    const note = (codes: readonly string[]) => {
      for (const code of codes) seen.add(code);
    };
    for (const cell of CELLS) {
      for (const table of [allOf(cell), named(cell), allOf(cell + giant('x')), named(giant('x') + cell)]) {
        note(await shortOf(table));
      }
    }
    for (const [, table, settings] of TABLES) note(await shortOf(table, settings));
    note(ofLongLine());
    const base = await baseOf(`${LINKS}\n${giantRoster}\n`, { today: '2018-10-29' });
    const update = { kind: 'update', today: '2018-10-29', base } as const;
    note(await shortOf(`uid,link_status\nu1,linked\n${giant('u')},linked\n`, update));
    note(
      await shortOf(`uid,link_status\n${rows(300, (at) => `u${at},unlinked`)}\nstranger,linked\n`, update),
    );
    const documented = readFileSync('docs/roster.md', 'utf8').matchAll(
      /^\| ((?:`[a-z-]+`(?:, )?)+) \| (?:error|address|warning)/gm,
    );
    const codes = [...documented].flatMap(([, list = '']) => list.replaceAll('`', '').split(', '));
    expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter((code) => !seen.has(code))).toEqual([]);
  }, 60_000);

  it('of any cell has fewer than 300 characters', async () => {
    const start = fc.constantFrom(...CELLS);
    const filler = fc.constantFrom(...FILLERS);
    await fc.assert(
      fc.asyncProperty(start, filler, fc.nat(12_000), start, async (before, piece, length, after) => {
        const cell = before + piece.repeat(length / piece.length) + after;
        await shortOf(allOf(cell));
        await shortOf(named(cell));
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
