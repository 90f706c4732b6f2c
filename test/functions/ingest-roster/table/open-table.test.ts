import { gzipSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { check, refusalOf, tableOf, told } from '../../../support/roster/table.ts';

const CSV = 'cmecf_user_id,last_name,email\njdoe,Doe,jdoe@example.com\n';
const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const zip = (...names: string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, Buffer.from('x')])));

const NO_TABLES: readonly [string, string | Uint8Array, string][] = [
  ['nothing', '', 'empty'],
  ['blank lines', '\r\n\r\n  \n', 'empty'],
  ['a byte order mark alone', '\ufeff', 'empty'],
  ['a PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj', 'a PDF document, not a table'],
  ['a PNG', bytes('89504e470d0a1a0a0000000d49484452'), 'an image (PNG), not a table'],
  ['a JPEG', bytes('ffd8ffe000104a46494600010100'), 'an image (JPEG), not a table'],
  ['a GIF', 'GIF89a\u0001\u0000', 'an image (GIF), not a table'],
  [
    'an old workbook',
    bytes('d0cf11e0a1b11ae10000000000000000'),
    'an old Excel workbook (.xls), or one with a password, not a table',
  ],
  ['gzip', gzipSync(CSV), 'a compressed file (gzip), not a table'],
  ['a zip', zip('roster.csv'), 'a zip archive, not a table'],
  ['a Word document', zip('[Content_Types].xml', 'word/document.xml'), 'a Word document, not a table'],
  ['a binary workbook', zip('xl/workbook.bin'), 'a binary Excel workbook (.xlsb), not a table'],
  ['an OpenDocument file', zip('mimetype', 'content.xml'), 'an OpenDocument file, not a table'],
  ['a damaged zip', zip('xl/workbook.xml').subarray(0, 40), 'a damaged zip archive or workbook, not a table'],
  ['a damaged workbook', zip('xl/workbook.xml'), 'a damaged workbook, or one with a password, not a table'],
  [
    'a web page',
    '<!DOCTYPE html>\n<html><table><tr><td>jdoe</td></tr></table></html>',
    'a web page (HTML), not a table',
  ],
  [
    'a table of a web page',
    '\n  <table border=1><tr><td>jdoe</td></tr></table>',
    'a web page (HTML), not a table',
  ],
  ['XML', '<?xml version="1.0"?><roster/>', 'an XML document, not a table'],
  ['JSON', '[{"cmecf_user_id": "jdoe"}]', 'a JSON document, not a table'],
  ['RTF', '{\\rtf1\\ansi', 'a text document (RTF), not a table'],
  ['UTF-32', bytes('fffe0000 63000000 6d000000'), 'a text in UTF-32, not a table'],
  ['any bytes', Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 7919) % 32)), 'not a text'],
];

describe('openTable', () => {
  it.each(NO_TABLES)('refuses %s by what it is', async (_, content, what) => {
    expect(await refusalOf(content)).toBe(`The file is ${what}: upload a CSV, or an Excel workbook (.xlsx)`);
  });

  it.each([
    ['commas', CSV, ','],
    ['semicolons', CSV.replaceAll(',', ';'), ';'],
    ['tabs', CSV.replaceAll(',', '\t'), '\t'],
    ['pipes', CSV.replaceAll(',', '|'), '|'],
    ['semicolons, with commas in cells', 'cmecf_user_id;last_name;email\nj,d,o,e;Doe;j@example.com\n', ';'],
    ['what Excel says in its first line', `sep=;\r\n${CSV.replaceAll(',', ';')}`, ';'],
  ])('finds %s', async (_, content, delimiter) => {
    const table = await tableOf(content);
    expect(table.delimiter).toBe(delimiter);
    const [header] = (await Array.fromAsync(table.rows())).flat();
    expect(header).toMatchObject({ row: 1, cells: ['cmecf_user_id', 'last_name', 'email'] });
  });

  it('reads a row that is in another encoding than the file, and says so', async () => {
    const mixed = Buffer.concat([
      Buffer.from(`${CSV}jnun,Nuñez Muñoz,jnun@example.com\njose,`),
      bytes('d16fe9'),
      Buffer.from(',jose@example.com\n'),
    ]);
    const { rows } = await check(mixed);
    expect((await tableOf(mixed)).encoding).toBe('UTF-8, some rows Windows-1252');
    expect(rows.map(({ filer }) => filer?.lastName)).toEqual(['Doe', 'Nuñez Muñoz', 'Ñoé']);
    expect(told(rows)).toEqual(['4 - encoding-mixed warning']);
  });

  it('reads Windows-1252 far behind the first bytes', async () => {
    const ascii = `${CSV}${Array.from({ length: 5000 }, (_, index) => `u${index},Doe,u${index}@example.com\n`).join('')}`;
    const { checked, rows } = await check(
      Buffer.concat([Buffer.from(`${ascii}last,Nu`), bytes('f1'), Buffer.from('ez,last@example.com')]),
    );
    expect(rows.at(-1)?.filer?.lastName).toBe('Nuñez');
    expect(checked.rows).toBe(5002);
  });
});

describe('readXlsx', () => {
  const header = [
    'User ID',
    'Last Name',
    'Email',
    'PACER Created',
    'PACER Username Length',
    'NextGen Elsewhere',
  ].map((value) => ({ value }));

  async function workbook(rows: readonly (readonly unknown[])[]): Promise<Uint8Array> {
    return writeXlsxFile([header, ...rows] as never, { sheet: 'Roster' }).toBuffer();
  }

  it('reads dates, numbers, yes and no, and blank rows in between', async () => {
    const made = { value: new Date(Date.UTC(2014, 7, 11)), type: Date, format: 'mm/dd/yyyy' };
    const content = await workbook([
      [
        { value: '00123' },
        { value: 'Nuñez' },
        { value: 'n@example.com' },
        made,
        { value: 8, type: Number },
        { value: true, type: Boolean },
      ],
      [],
      [
        { value: 123456789012, type: Number },
        { value: "O'Neil" },
        { value: 'o@example.com' },
        { value: 41862, type: Number },
      ],
    ]);
    const { checked, rows } = await check(content);
    expect(await tableOf(content)).toMatchObject({ format: 'XLSX', encoding: null, delimiter: null });
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

  it('says which sheets it does not read', async () => {
    const sheets = ['Roster', 'Notes & more'].map((sheet) => ({
      sheet,
      data: [header, [{ value: 'jdoe' }, { value: 'Doe' }, { value: 'j@example.com' }]],
    }));
    const { checked } = await check(await writeXlsxFile(sheets as never).toBuffer());
    expect(checked.layout.problems).toMatchObject([{ code: 'sheet-ignored', found: 'Notes & more' }]);
  });

  it('refuses more than 100,000 rows, and says what to do', async () => {
    const rows = Array.from({ length: 100_001 }, () => [{ value: 'u' }]);
    expect(await refusalOf(await writeXlsxFile([header.slice(0, 1), ...rows] as never).toBuffer())).toBe(
      'The file is a workbook of more than 100000 rows: save it as CSV, and upload that',
    );
  });

  /** A workbook of one row, with other XML in place of its second cell. */
  async function withCell(xml: string): Promise<Uint8Array> {
    const files = unzipSync(
      await workbook([[{ value: 'jdoe' }, { value: 'Doe' }, { value: 'j@example.com' }]]),
    );
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!).replace(/<c r="B2".*?<\/c>/, xml);
    return zipSync({ ...files, 'xl/worksheets/sheet1.xml': strToU8(sheet) });
  }

  it('names the cell of which nothing can be made', async () => {
    expect(await refusalOf(await withCell('<c r="B2" t="s"><v>99</v></c>'))).toBe(
      "The file is a workbook whose cell in row 2, column 2 can't be read: open it in Excel, save it anew or as CSV, and upload that",
    );
  });

  it('tells a formula that failed', async () => {
    const { rows } = await check(await withCell('<c r="B2" t="e"><f>X!A1</f><v>#REF!</v></c>'));
    expect(told(rows)).toContain('2 Last Name spreadsheet-error error');
  });

  it('never unpacks what would fill the memory', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(300 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusalOf(bomb)).toMatch(/more than 100000 rows/);
  });
});
