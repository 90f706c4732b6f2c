import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN_NAMES } from '../../../../functions/ingest-roster/row/columns.ts';
import { readHeader } from '../../../../functions/ingest-roster/row/header.ts';
import { readCell } from '../../../../functions/ingest-roster/row/read-cell.ts';
import { check, refusalOf } from '../../../support/roster/table.ts';

const CONTEXT = { today: '2018-07-24', zone: 'America/New_York' };
/** What has made patterns look at the same characters again and again. */
const PIECES = [
  'é',
  ' ',
  'x',
  '\u200c',
  '\u200d',
  '\u200b',
  '\u00a0',
  '\n',
  ';',
  ',',
  '@',
  '<',
  '>',
  '"',
  "'",
  '.',
  '-',
  '&',
  '&#39;',
  '&amp;',
  'Ã±',
  'Ã',
  'â€',
  '√',
  '1',
  '/',
  ':',
  '(',
  ')',
  'a@b.co ',
  '?',
  '#',
  'E+',
  'Jr. ',
];

/** Milliseconds of the processor, of the fastest of three runs. */
function timeOf(work: () => void): number {
  const times = [1, 2, 3].map(() => {
    const started = process.cpuUsage();
    work();
    return process.cpuUsage(started).user / 1000;
  });
  return Math.min(...times);
}

describe('the time that a cell takes', () => {
  it.each(COLUMN_NAMES)('of %s grows with its length, not faster', (column) => {
    const piece = fc.constantFrom(...PIECES);
    fc.assert(
      fc.property(piece, piece, piece, (start, middle, end) => {
        const cell = (length: number) => start + middle.repeat(length / middle.length) + end;
        const long = timeOf(() => readCell(column, cell(9_900), CONTEXT));
        if (long < 15) return;
        // Twice the length takes four times as long where a pattern is quadratic, and eight where it is worse.
        const short = timeOf(() => readCell(column, cell(2_475), CONTEXT));
        expect(long, JSON.stringify({ start, middle, end })).toBeLessThan(9 * Math.max(short, 3));
      }),
      { numRuns: 40 },
    );
  });

  it('is short for a row of spaces behind a letter, and for cells that are too long to be read', () => {
    const cell = `é${' '.repeat(9_000)}x`;
    expect(timeOf(() => readCell('last_name', cell, CONTEXT))).toBeLessThan(50);
    for (const column of COLUMN_NAMES) {
      const huge = `é${' '.repeat(3_000_000)}x`;
      expect(timeOf(() => readCell(column, huge, CONTEXT))).toBeLessThan(50);
    }
  });

  it('of more than 10,000 characters ends its row with an error', async () => {
    const { rows } = await check(
      `uid,last_name,email,notes\nu1,é${' '.repeat(40_000)}x,a@example.com,x\nu2,Doe,b@example.com,${'x'.repeat(20_000)}\n`,
    );
    expect(
      rows.map(({ filer, problems }) => [
        filer?.userId,
        problems.map(({ code, severity }) => `${code} ${severity}`),
      ]),
    ).toEqual([
      [undefined, ['too-long error']],
      ['u2', []],
    ]);
  });
});

describe('a message', () => {
  const names = fc.oneof(
    fc.constantFrom('email', 'E-mail Address', 'uid', 'User ID', 'emial', 'lastnam', 'SSN', 'note', ''),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom('\u200b'.repeat(300), 'x'.repeat(5000), '\u{e0001}'.repeat(200)),
  );

  it('on a header has less than 300 characters, whatever the header', () => {
    const header = fc.record({
      cells: fc.array(names, { minLength: 1, maxLength: 40 }),
      times: fc.constantFrom(1, 400),
    });
    fc.assert(
      fc.property(header, ({ cells, times }) => {
        const all = Array.from({ length: times }, () => cells).flat();
        const read = readHeader(all, { kind: 'roster', row: 1 });
        if (!read.ok) expect(read.refused.length).toBeLessThan(300);
        if (!read.ok) return;
        expect(read.layout.problems.length).toBeLessThan(25);
        for (const { found, expected } of read.layout.problems)
          expect(found.length + expected.length).toBeLessThan(300);
      }),
      { numRuns: 200 },
    );
  });

  it('on 16,384 doubled headers has less than 300 characters, and comes at once', async () => {
    const started = process.cpuUsage();
    const refused = await refusalOf(`${Array(16_384).fill('E-mail Address').join(',')}\nx\n`);
    expect(refused).toBe(
      'The columns "E-mail Address", "E-mail Address", "E-mail Address", "E-mail Address", "E-mail Address", "E-mail Address" and 16,378 more all mean email: only one can. Delete or rename the others and upload the file again',
    );
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(3_000);
  });

  it('on 16,384 unknown headers comes at once', () => {
    const cells = [
      'uid',
      'last_name',
      'email',
      ...Array.from({ length: 16_384 }, (_, index) => `Emial ${index} ${'x'.repeat(50)}`),
    ];
    expect(timeOf(() => readHeader(cells, { kind: 'roster', row: 1 }))).toBeLessThan(1_000);
  });
});
