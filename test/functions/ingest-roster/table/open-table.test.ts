import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
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
  ['UTF-32', bytes('fffe0000 63000000 6d000000'), 'text in UTF-32, not a table'],
  [
    'any bytes',
    Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 7919) % 32)),
    'not a text file',
  ],
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
