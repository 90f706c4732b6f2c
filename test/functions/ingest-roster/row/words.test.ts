import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { campaign } from '../../../../campaigns/nextgen/campaign.ts';
import { COLUMN_NAMES, KEY } from '../../../../functions/ingest-roster/row/columns.ts';
import { isNothing } from '../../../../functions/ingest-roster/row/nothing.ts';
import { parseDate } from '../../../../functions/ingest-roster/row/parse-date.ts';
import { readCell } from '../../../../functions/ingest-roster/row/read-cell.ts';
import { checkFault } from '../../../support/roster/table.ts';

const CONTEXT = { today: '2018-10-29', zone: 'America/New_York' };
const NOTHING = [
  'NULL',
  'null',
  '(null)',
  '<null>',
  'N/A',
  'n.a.',
  'None',
  'TBD',
  'T.B.D.',
  'unknown',
  '-',
  '--',
  '?',
  '…',
];
const SOMETHING = [
  'Nullman',
  'Noneman',
  'Nan Goldin',
  "N'Diaye",
  'Blank Rome LLP',
  'A',
  '0',
  '123',
  'Tba Media',
  '='.repeat(50),
];

describe('isNothing', () => {
  it.each(NOTHING)('is what %j says', (text) => expect(isNothing(text)).toBe(true));
  it.each(['', ...SOMETHING])('is not what %j says', (text) => expect(isNothing(text)).toBe(false));
});

describe('readCell', () => {
  const columns = COLUMN_NAMES.filter((name) => name !== KEY && name !== 'name' && name !== 'last_name');

  it('reads a word for nothing as a blank cell, in whatever column, unless the column has that word', () => {
    const dressed = fc
      .constantFrom(...NOTHING)
      .chain((word) => fc.constantFrom(word, ` ${word} `, `[${word}]`));
    fc.assert(
      fc.property(fc.constantFrom(...columns), dressed, (column, cell) => {
        const { facts, notes } = readCell(column, cell, CONTEXT);
        if (/^\W*none\W*$/i.test(cell) && notes.length === 0) return;
        const [blank] = Object.values(readCell(column, '', CONTEXT).facts);
        const [fact] = Object.values(facts);
        expect(notes.length === 0 && (fact === 'unknown' || fact === null) ? blank : fact).toEqual(blank);
      }),
    );
  });

  it.each(NOTHING)('refuses %j as a last name', (cell) => {
    expect(readCell('last_name', cell, CONTEXT).notes).toMatchObject([
      { code: 'last-name-missing', severity: 'error' },
    ]);
  });

  it.each(['Null', 'Na', 'Nan', 'Nil'])('takes %s as a last name', (lastName) => {
    expect(readCell('last_name', lastName, CONTEXT)).toEqual({ facts: { lastName }, notes: [] });
  });
  it('takes Nan as a first name', () => {
    expect(readCell('first_name', 'Nan', CONTEXT)).toEqual({ facts: { firstName: 'Nan' }, notes: [] });
  });

  it.each([
    'Deputy Clerk',
    'LAW CLERK',
    'Courtroom Deputy',
    'judicial assistant',
    'Magistrate Judge',
    'Chief U.S. Bankruptcy Judge'.slice(6),
  ])('needs nothing of a %s', (cell) => {
    const { userType } = readCell('user_type', cell, CONTEXT).facts;
    expect(['judge', 'court-staff']).toContain(userType);
  });

  it('knows every yes and no as a link status', () => {
    for (const [words, linkStatus] of [
      [['1', 'X', 'x', 'Y', 'yes', 'TRUE', 't'], 'linked'],
      [['0', 'N', 'no', 'False', 'f'], 'unlinked'],
    ] as const) {
      for (const word of words)
        expect(readCell('link_status', word, CONTEXT)).toEqual({ facts: { linkStatus }, notes: [] });
    }
  });

  it.each([
    ['n/a', []],
    ['N/A; individual', ['individual']],
    ['individual / paa', ['individual', 'paa']],
    ['individual/paa', ['individual', 'paa']],
  ])('reads the kinds of account %j as %j', (cell, pacerAccounts) => {
    expect(readCell('pacer_account', cell, CONTEXT)).toEqual({ facts: { pacerAccounts }, notes: [] });
  });

  it.each(['\\N', '\\n', '(\\N)', '"\\N"'])('reads a database’s NULL %s as unknown, never as no', (cell) => {
    for (const column of ['link_status', 'nextgen_elsewhere', 'cmecf_status', 'user_type'] as const) {
      expect(readCell(column, cell, CONTEXT)).toMatchObject({
        facts: readCell(column, '', CONTEXT).facts,
        notes: [{ code: 'word-for-nothing' }],
      });
    }
  });

  it.each([
    ['Recalled Judge', 'judge'],
    ['PRESIDING JUDGE', 'judge'],
    ['Pro Se Law Clerk', 'court-staff'],
    ['Case Manager', 'court-staff'],
    ["Judge's Chambers", 'court-staff'],
    ['judge / chambers', 'court-staff'],
    ['Probation Officer', 'court-staff'],
    ['Ch. 7 Trustee', 'trustee'],
    ['Chapter 13 Trustee', 'trustee'],
    ['Trustee - Chapter 11', 'trustee'],
    ['Asst. U.S. Trustee', 'us-trustee'],
    ['Attorney (Pro Hac Vice)', 'attorney'],
    ['Pro Hac Vice', 'attorney'],
  ])('reads the kind of filer %j as %s', (cell, userType) => {
    expect(readCell('user_type', cell, CONTEXT)).toEqual({ facts: { userType }, notes: [] });
  });

  const damaged = fc.oneof(
    fc.tuple(fc.nat(9), fc.nat(99_999), fc.nat(30)).map(([a, b, c]) => `${a}.${b}E+${c}`),
    fc.tuple(fc.nat(9), fc.nat(30)).map(([a, c]) => `${a}e+${String(c).padStart(2, '0')}`),
    fc.tuple(fc.nat(9), fc.nat(9), fc.nat(30)).map(([a, b, c]) => `${a}.${b}E${c}`),
    fc.nat().map((id) => `${id}.0`),
    fc.nat().map((id) => `${id}.00`),
    fc.integer({ min: 1000 }).map((id) => id.toLocaleString('en-US')),
  );
  it('refuses a key that a spreadsheet made a number of, and takes no such bar id', () => {
    fc.assert(
      fc.property(damaged, (cell) => {
        expect(readCell(KEY, cell, CONTEXT).notes).toMatchObject([{ severity: 'error' }]);
        expect(readCell('bar_id', cell, CONTEXT)).toMatchObject({
          facts: { barId: null },
          notes: [{ severity: 'warning' }],
        });
      }),
    );
  });
  it.each(['00123', '123', '12e45', 'e12', 'jsmith', 'j.smith', '1.2.3', 'na', '12-345'])(
    'takes the key %s',
    (userId) => {
      expect(readCell(KEY, userId, CONTEXT)).toEqual({ facts: { userId }, notes: [] });
    },
  );
});

const day = fc
  .integer({ min: 0, max: 16_000 })
  .map((days) => Temporal.PlainDate.from('1974-03-02').add({ days }));
const NAMES = 'January February March April May June July August September October November December'.split(
  ' ',
);
const FORMS: readonly ((date: Temporal.PlainDate) => string)[] = [
  (date) => date.toString(),
  (date) => date.toString().replaceAll('-', ''),
  ({ year, month, day }) => `${month}/${day}/${year}`,
  ({ year, month, day }) => `${day}-${NAMES[month - 1]!.slice(0, 3).toUpperCase()}-${year}`,
  ({ year, month, day }) => `${NAMES[month - 1]} ${day}, ${year}`,
  ({ year, month, day }) => `${NAMES[month - 1]!.slice(0, 3)} ${day} ${year} 11:59PM`,
  ({ year, month, day }) => `${day} ${NAMES[month - 1]} ${year} 23:59:59`,
  (date) => `${date}T00:00:00Z`,
];

describe('parseDate', () => {
  it('reads a day in every form as that day', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...FORMS), (date, form) => {
        expect(parseDate(form(date), CONTEXT)).toEqual({ ok: true, date: date.toString() });
      }),
    );
  });

  it('reads a time with a zone as the day in the court’s zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5e11, max: 15e11 }),
        fc.constantFrom('America/New_York', 'Pacific/Guam', 'America/Anchorage'),
        fc.constantFrom('UTC', '+09:00', '-08:00'),
        (seconds, zone, writer) => {
          const instant = Temporal.Instant.fromEpochMilliseconds(seconds - (seconds % 1000) + 1000);
          const cell = instant.toZonedDateTimeISO(writer).toString({ timeZoneName: 'never' });
          const date = instant.toZonedDateTimeISO(zone).toPlainDate().toString();
          fc.pre(!cell.endsWith('T00:00:00+00:00'));
          expect(parseDate(cell, { today: '2018-10-29', zone })).toEqual({ ok: true, date });
        },
      ),
    );
  });
});

describe('faults of words, dates and keys', () => {
  it('null-words.csv: unknown, with a warning', async () => {
    const { filers, told } = await checkFault('null-words.csv');
    for (const filer of filers) expect(filer).toMatchObject({ firstName: null, firm: null, phone: null });
    expect(told).toEqual(
      [2, 3, 4].flatMap((row) =>
        ['first_name', 'firm', 'phone'].map((name) => `${row} ${name} word-for-nothing warning`),
      ),
    );
  });

  it('link-words.csv: court people need nothing, and yes, no and nothing are understood', async () => {
    const { filers, rows, told } = await checkFault('link-words.csv');
    expect(rows.map(({ state }) => state?.state)).toEqual([
      'not-required',
      'not-required',
      'not-required',
      expect.anything(),
    ]);
    expect(filers.map(({ linkStatus, pacerAccounts }) => [linkStatus, ...pacerAccounts])).toEqual([
      ['linked'],
      ['linked', 'individual'],
      ['unlinked', 'individual'],
      [campaign.columns.link_status.blank, 'individual'],
    ]);
    expect(told).toEqual(['5 linked word-for-nothing warning']);
  });

  it('dates.csv: read in any form, to the court’s day, and none that means none', async () => {
    const { filers, told } = await checkFault('dates.csv');
    expect(filers.map(({ pacerCreated, linkAsOf }) => [pacerCreated, linkAsOf])).toEqual([
      [null, '2018-10-29'],
      ['2014-08-11', '2018-10-23'],
      ['2014-08-11', '2018-10-23'],
      [null, '2018-10-21'],
    ]);
    expect(told).toEqual([
      '2 pacer_created date-placeholder warning',
      '5 pacer_created date-placeholder warning',
    ]);
  });

  it('ids.csv: damaged keys are refused, and case makes no other key', async () => {
    const { filers, told } = await checkFault('ids.csv');
    expect(filers.map(({ userId }) => userId)).toEqual(['00123', '123', 'JROE']);
    expect(told).toEqual([
      '4 User ID number-shortened error',
      '5 User ID number-shortened error',
      '6 User ID number-shortened error',
      '7 User ID number-formatted error',
      '8 User ID number-formatted error',
      '9 User ID key-conflict error',
      '10 User ID key-conflict error',
    ]);
  });
});
