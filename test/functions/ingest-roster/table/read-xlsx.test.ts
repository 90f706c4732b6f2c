import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { cellsOf, check, refusalOf, tableOf, told } from '../../../support/roster/table.ts';
import {
  escaped,
  HEADER,
  rawRow,
  textRow,
  type WorkbookParts,
  workbook,
} from '../../../support/roster/workbook.ts';

const fault = (name: string) =>
  readFileSync(new URL(`../../../support/fixtures/faults/${name}`, import.meta.url));

const ROSTER = textRow(1, HEADER) + textRow(2, ['u1', 'Roe', 'jane@example.com']);

/** Merged cells keep their text in the first of them. */
const MERGED = `<?xml version="1.0"?><worksheet><sheetData>${textRow(1, ['Filers as of 10/22/2018', '', ''])}${textRow(2, HEADER)}${textRow(3, ['u1', 'Roe', 'jane@example.com'])}</sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells></worksheet>`;

describe('the sheet that is read', () => {
  it.each([
    ['the first that names columns', { Notes: textRow(1, ['Read me']), Roster: ROSTER }, {}, 'Roster'],
    ['the first of equals', { A: ROSTER, B: ROSTER }, {}, 'A'],
    ['none that is hidden', { A: ROSTER, B: ROSTER }, { A: 'state="hidden"' }, 'B'],
    ['none that is hidden from the menu', { A: ROSTER, B: ROSTER }, { A: 'state="veryHidden"' }, 'B'],
    [
      'one with a title above the header',
      { Cover: textRow(1, ['email']), R: textRow(1, ['2018']) + textRow(3, HEADER) },
      {},
      'R',
    ],
    [
      'none that is hidden, however well it fits',
      { Old: ROSTER, Now: textRow(1, ['uid', 'name', 'mail']) },
      { Old: 'state="veryHidden"' },
      'Now',
    ],
    [
      'one with its header in merged cells below a title',
      { Cover: textRow(1, ['Roster']), R: MERGED },
      {},
      'R',
    ],
    [
      'the fuller of a list and a pivot of it',
      { Pivot: textRow(1, ['User type', 'Count of email']), R: ROSTER },
      {},
      'R',
    ],
    ['not an empty one', { Sheet1: '', Roster: ROSTER }, {}, 'Roster'],
  ])('is %s', async (_, sheets, attributes, name) => {
    expect(
      (
        await tableOf(
          workbook({
            sheets: sheets as Record<string, string>,
            attributes: attributes as Record<string, string>,
          }),
        )
      ).sheet,
    ).toBe(name);
  });

  it('is named beside those that are not read, however many there are', async () => {
    const { checked, rows } = await check(fault('x-hidden-old.xlsx'));
    expect(rows.map(({ filer }) => filer?.userId)).toEqual(['u1']);
    expect(checked.layout.problems).toMatchObject([
      { code: 'sheet-ignored', found: 'old roster', expected: expect.stringContaining('"Roster"') },
    ]);
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`S${index}`, '']));
    const { notes } = await tableOf(workbook({ sheets: { Roster: ROSTER, ...many } }));
    expect(notes).toHaveLength(11);
    expect(notes.at(-1)).toMatchObject({ found: '490 more sheets' });
  });

  it('must be shown', async () => {
    const content = workbook({ sheets: { R: ROSTER }, attributes: { R: 'state="hidden"' } });
    expect(await refusalOf(content)).toBe(
      'The file is a workbook without a visible sheet: unhide the sheet with the roster, save the workbook, and upload it again',
    );
  });

  it('has hidden rows, which are read and told', async () => {
    const { checked, rows } = await check(fault('x-hidden-rows.xlsx'));
    expect(rows.map(({ filer }) => filer?.userId)).toEqual(['u1', 'u2']);
    expect(checked.layout.problems).toMatchObject([{ code: 'rows-hidden', found: 'row 3' }]);
    const hidden = Array.from({ length: 50 }, (_, index) => textRow(index + 2, ['u'], 'hidden="1"'));
    const { notes } = await tableOf(workbook({ sheets: { R: textRow(1, HEADER) + hidden.join('') } }));
    expect(notes).toMatchObject([{ found: 'rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 40 more' }]);
  });
});

describe('a stray cell', () => {
  it.each([
    ['corner-small.xlsx', 'a workbook with a stray cell XFD100000, far to the right of any roster'],
    ['stray-300.xlsx', 'a workbook with a stray cell XFD1, far to the right of any roster'],
    ['bigrow.xlsx', 'a workbook with a stray row 999999999, below the last row that Excel has'],
  ])('of %s is named', async (file, what) => {
    expect(await refusalOf(fault(file))).toBe(
      `The file is ${what}: delete what is in it, save the workbook, and upload it again`,
    );
  });

  it('is refused wherever it is too far out, and else is a cell like others', async () => {
    const place = fc.record({
      column: fc.constantFrom('D', 'Z', 'AB', 'SF', 'SG', 'ZZ', 'XFD', 'ZZZZZZ'),
      row: fc.integer({ min: 3, max: 2_000_000 }),
    });
    await fc.assert(
      fc.asyncProperty(place, async ({ column, row }) => {
        const cell = `<row r="${row}"><c r="${column}${row}"><v>1</v></c></row>`;
        const refused = await refusalOf(workbook({ sheets: { R: ROSTER + cell } }));
        const isNear = ['D', 'Z', 'AB', 'SF'].includes(column) && row <= 1_048_576;
        expect(refused === null).toBe(isNear);
        if (refused) expect(refused.length).toBeLessThan(300);
      }),
      { numRuns: 50 },
    );
  });

  it('is no cell when nothing is in it, only a style', async () => {
    const styled = '<row r="1000000" s="1"><c r="XFD1000000" s="1"/></row>';
    expect(await cellsOf(workbook({ sheets: { R: ROSTER + styled } }))).toHaveLength(2);
  });
});

describe('a workbook', () => {
  it('is read without cell references, as a program may write it', async () => {
    const { rows } = await check(fault('x-no-r.xlsx'));
    expect(rows.map(({ filer }) => [filer?.userId, filer?.email])).toEqual([['u1', 'jane@example.com']]);
    expect(told(rows)).toEqual([]);
  });

  it('with 50,000 styled rows below the roster ends where the roster does', async () => {
    const styled = Array.from(
      { length: 50_000 },
      (_, index) => `<row r="${index + 3}" s="1" customFormat="1"><c r="A${index + 3}" s="1"/></row>`,
    );
    const { rows, checked } = await check(workbook({ sheets: { R: ROSTER + styled.join('') } }));
    expect(rows.map(({ filer }) => filer?.userId)).toEqual(['u1']);
    expect(checked.layout.problems).toEqual([]);
  });

  it('with a title in merged cells above the header says where the header is', async () => {
    expect(await refusalOf(workbook({ sheets: { R: MERGED } }))).toBe(
      'Row 1 must be the header, but row 2 looks like the header: delete the rows above it and upload the file again',
    );
  });

  it('with cells out of order is refused: what belongs where is not certain', async () => {
    const twice = '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row>';
    expect(
      await refusalOf(workbook({ sheets: { R: ROSTER.slice(0, ROSTER.indexOf('<row r="2"')) + twice } })),
    ).toMatch(/out of order in row 2, column 3: open it in Excel/);
    expect(await refusalOf(workbook({ sheets: { R: ROSTER + textRow(2, ['u2']) } }))).toMatch(
      /out of order in row 3/,
    );
  });

  it('of more than 100,000 rows is called that, however many more there are', async () => {
    const rows = Array.from(
      { length: 130_000 },
      (_, index) => `<row r="${index + 2}"><c><v>1</v></c></row>`,
    ).join('');
    expect(await refusalOf(workbook({ sheets: { R: textRow(1, HEADER) + rows } }))).toBe(
      'The file is a workbook of more than 100,000 rows: save it as CSV, and upload that',
    );
  });

  it('with large pictures is read: only its sheet is unpacked', async () => {
    const files = { 'xl/media/image1.png': new Uint8Array(250_000_000) };
    const { rows } = await check(workbook({ sheets: { R: ROSTER }, files }));
    expect(rows).toHaveLength(1);
  });

  it('that unpacks to more than it may is called that', async () => {
    const row = `<row><c t="str"><v>${'x'.repeat(30_000)}</v></c></row>`;
    const xml = `${textRow(1, HEADER)}${row.repeat(7000)}`;
    expect(await refusalOf(workbook({ sheets: { R: xml } }))).toMatch(
      /^The file is a workbook .* more than \d+ MB.*: save it as CSV, and upload that$/,
    );
  });

  const BROKEN: readonly [string, WorkbookParts][] = [
    ['nests too deep', { sheets: { R: '<a>'.repeat(100_000) } }],
    ['has a huge attribute', { sheets: { R: `<row r="${'1'.repeat(3_000_000)}"/>` } }],
    ['has a huge tag', { sheets: { R: `<row ${'a="1" '.repeat(1_000_000)}/>` } }],
    ['ends amid a tag', { sheets: { R: '<?xml version="1.0"?><worksheet><sheetData><row r="1"><c' } }],
    ['closes what it did not open', { sheets: { R: '</row></row>' } }],
    [
      'declares entities',
      {
        sheets: {
          R: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]><worksheet>&d;',
        },
      },
    ],
    [
      'lacks its sheet',
      {
        sheets: { R: '' },
        files: {
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="rId1" Type="/worksheet" Target="worksheets/none.xml"/></Relationships>',
        },
      },
    ],
  ];

  it.each(BROKEN)('that %s is refused', async (_, parts) => {
    expect(await refusalOf(workbook(parts))).toMatch(/^The file is a damaged workbook/);
  });

  it('with an external entity takes nothing from anywhere', async () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet><sheetData>${rawRow('<c t="str"><v>&b;</v></c>')}</sheetData></worksheet>`;
    expect(await cellsOf(workbook({ sheets: { R: xml } }))).toEqual([['&b;']]);
  });

  it('may share a text that is empty, also as the first', async () => {
    const cells = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>';
    const texts = ['', 'jdoe', ''];
    expect(await cellsOf(workbook({ sheets: { S: cells }, texts }))).toEqual([['', 'jdoe']]);
    const blank = workbook({ sheets: { S: cells.replaceAll('>1<', '>0<') }, texts: ['', '', ''] });
    expect((await cellsOf(blank)).flat().join('')).toBe('');
  });

  it('is read cell for cell, whatever wrote it', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 });
    const table = fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    const shape = fc.record({
      table,
      shared: fc.boolean(),
      places: fc.boolean(),
      prefix: fc.constantFrom('', 'x:'),
    });
    await fc.assert(
      fc.asyncProperty(shape, async ({ table, shared, places, prefix: p }) => {
        const texts: string[] = [];
        const cell = (value: string, column: number, row: number) => {
          const r = places ? `r="${'ABCDE'[column]}${row + 1}"` : '';
          if (!shared)
            return `<${p}c ${r} t="inlineStr"><${p}is><${p}t>${escaped(value)}</${p}t></${p}is></${p}c>`;
          texts.push(escaped(value));
          return `<${p}c ${r} t="s"><${p}v>${texts.length - 1}</${p}v></${p}c>`;
        };
        const rows = table.map(
          (cells, row) =>
            `<${p}row>${cells.map((value, column) => cell(value, column, row)).join('')}</${p}row>`,
        );
        const read = await cellsOf(workbook({ sheets: { S: rows.join('') }, texts }));
        const wellFormed = (value: string) =>
          value
            .replace(/\r\n?/g, '\n')
            .replace(/[\u0000\u0001]/g, '\u0002')
            .toWellFormed();
        const plain = (all: readonly (readonly string[])[]) =>
          all.map((cells) =>
            cells.slice(0, cells.findLastIndex((value) => value !== '') + 1).map(wellFormed),
          );
        expect(plain(read)).toEqual(plain(table).filter((cells) => cells.length > 0));
      }),
      { numRuns: 100 },
    );
  });

  it('that a library wrote is read: dates, numbers, yes and no, blank rows in between', async () => {
    const names = [
      'User ID',
      'Last Name',
      'Email',
      'PACER Created',
      'PACER Username Length',
      'NextGen Elsewhere',
    ];
    const made = { value: new Date(Date.UTC(2014, 7, 11)), type: Date, format: 'mm/dd/yyyy' };
    const [id, last, email] = [{ value: '00123' }, { value: 'Nuñez' }, { value: 'n@example.com' }];
    const number = (value: number) => ({ value, type: Number });
    const content = await writeXlsxFile(
      [
        names.map((value) => ({ value })),
        [id, last, email, made, number(8), { value: true, type: Boolean }],
        [],
        [number(123456789012), { value: "O'Neil" }, { value: 'o@example.com' }, number(41862)],
      ] as never,
      { sheet: 'Roster' },
    ).toBuffer();
    const { checked, rows } = await check(content);
    expect(await tableOf(content)).toMatchObject({
      format: 'XLSX',
      encoding: null,
      delimiter: null,
      sheet: 'Roster',
    });
    expect(
      rows.map(({ row, filer }) => [
        row,
        filer?.userId,
        filer?.pacerCreated,
        filer?.pacerUsernameLength,
        filer?.nextgenElsewhere,
      ]),
    ).toEqual([
      [2, '00123', '2014-08-11', 8, true],
      [4, '123456789012', '2014-08-11', null, null],
    ]);
    expect(checked.layout.problems).toEqual([]);
  });
});
