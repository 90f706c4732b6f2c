import { describe, expect, it } from 'vitest';
import { cellsOf, check, refusalOf, told } from '../../../support/roster/table.ts';
import { HEADER, rawRow, textRow, type WorkbookParts, workbook } from '../../../support/roster/workbook.ts';

/** The cell of a workbook of one cell. */
async function cellOf(cell: string, parts: WorkbookParts = {}): Promise<string | undefined> {
  return (await cellsOf(workbook({ ...parts, sheets: { S: rawRow(cell) } })))[0]?.[0];
}

describe('a cell', () => {
  it.each([
    ['without a reference', '<c t="inlineStr"><is><t>u1</t></is></c>', 'u1'],
    [
      'of runs, without how to pronounce it',
      '<c t="inlineStr"><is><r><t>Nu</t></r><r><t>ñez</t></r><rPh><t>x</t></rPh></is></c>',
      'Nuñez',
    ],
    [
      'of runs with how to pronounce each',
      '<c t="inlineStr"><is><r><t>山</t></r><rPh><t>ヤマ</t></rPh><r><t>田</t></r><rPh><t>ダ</t></rPh><phoneticPr fontId="1"/></is></c>',
      '山田',
    ],
    ['of spaces that XML keeps', '<c t="inlineStr"><is><t xml:space="preserve"> u1 </t></is></c>', ' u1 '],
    [
      'of a shared formula with its result',
      '<c t="str"><f t="shared" si="0" ref="A1:A9">LOWER(B1)</f><v>u1</v></c>',
      'u1',
    ],
    ['of a shared formula without its text', '<c t="str"><f t="shared" si="0"/><v>u2</v></c>', 'u2'],
    ['of an array formula of a number', '<c><f t="array" ref="A1">ROW()</f><v>7</v></c>', '7'],
    ['of a formula that says yes', '<c t="b"><f>A1=B1</f><v>0</v></c>', 'FALSE'],
    ['of a name that is not known', '<c t="e"><f>VLOKUP(A1)</f><v>#NAME?</v></c>', '#NAME?'],
    ['of a formula that newer Excels know', '<c t="e" vm="1"><f>A1:A3</f><v>#SPILL!</v></c>', '#SPILL!'],
    ['of an empty text', '<c t="inlineStr"><is><t/></is></c>', undefined],
    ['of a time alone', '<c t="d"><v>T09:30:00</v></c>', 'T09:30:00'],
    ['of an emoji', '<c t="str"><v>_xD83D__xDE00_</v></c>', '\u{1f600}'],
    ['of a negative number', '<c><v>-12</v></c>', '-12'],
    ['of a number in floating point', '<c><v>0.1</v></c>', '0.1'],
    ['of characters that XML can not hold', '<c t="str"><v>a_x000D_b_x005F_x000D_</v></c>', 'a\rb_x000D_'],
    ['of entities', '<c t="str"><v>Roe &amp; &lt;Doe&gt; &#233;</v></c>', 'Roe & <Doe> é'],
    ['of a CDATA section', '<c t="str"><v><![CDATA[a<b]]></v></c>', 'a<b'],
    [
      'with t="e" inside its text',
      '<c t="inlineStr"><is><t>say t="e" twice t="e"</t></is></c>',
      'say t="e" twice t="e"',
    ],
    ['of a failed formula', '<c t="e"><f>X!A1</f><v>#REF!</v></c>', '#REF!'],
    ['of a formula without its result', '<c><f>A1</f></c>', '#CALC!'],
    ['of a formula whose result is no text', '<c t="str"><f>A1</f><v></v></c>', undefined],
    ['that is true', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['of a day in ISO', '<c t="d"><v>2014-08-11</v></c>', '2014-08-11'],
    ['of twelve digits', '<c><v>1.23456789012E+11</v></c>', '123456789012'],
    ['of a whole number that a program wrote', '<c><v>1234.0</v></c>', '1234'],
    ['of more digits than Excel keeps', '<c><v>1234567890123450</v></c>', '1.23456789012345E+15'],
    ['of a style that is not there', '<c s="99"><v>7</v></c>', '7'],
    ['with prefixes', '<x:c t="str"><x:v>u1</x:v></x:c>', 'u1'],
  ])('%s is read', async (_, xml, text) => {
    expect(await cellOf(xml)).toBe(text);
  });

  const FORMATS = [
    ['00000000', '1234', '00001234'],
    ['00000', '123456', '123456'],
    ['00\\-0000', '1234', '00-1234'],
    ['00-0000', '123', '00-0123'],
    ['"AB"0000', '7', 'AB0007'],
    ['000-00-0000;@', '12345678', '012-34-5678'],
    ['00000', '-5', '-5'],
    ['00000', '1.5', '1.5'],
    ['0', '7', '7'],
    ['0.00', '7', '7'],
    ['#,##0', '1234', '1234'],
    ['00%', '7', '7'],
    ['[$-409]d\\-mmm\\-yy;@', '43395', '2018-10-22'],
    ['m/d/yyyy h:mm', '43395.5', '2018-10-22T12:00:00'],
    ['[Red]yyyy', '43395', '2018-10-22'],
    ['[h]:mm', '0.5', '12:00:00'],
    ['"day"0', '43395', '43395'],
    ['General', '43395', '43395'],
    ['General\\d', '43395', '43395'],
    ['000000', '0', '000000'],
    ['000000', '42', '000042'],
    ['"#"00000', '42', '#00042'],
    ['0000\\-000', '1234567', '1234-567'],
    ['[<=9999999]000\\-0000;\\(000\\)\\ 000\\-0000', '5550100', '555-0100'],
    ['_(00000_)', '42', '00042'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '43395', '2018-10-22'],
    ['mm/dd/yy;@', '43395', '2018-10-22'],
    ['dd\\.mm\\.yyyy', '43395', '2018-10-22'],
    ['@', '43395', '43395'],
    ['0.00E+00', '43395', '43395'],
    ['# ?/?', '7', '7'],
    ['$#,##0.00', '7', '7'],
    ['yyyy-mm-dd', '60', '1900-02-29'],
    ['yyyy-mm-dd', '1', '1900-01-01'],
    ['yyyy-mm-dd', '59', '1900-02-28'],
    ['yyyy-mm-dd', '61', '1900-03-01'],
    ['yyyy-mm-dd', '0', '1900-01-00'],
    ['yyyy-mm-dd', '99999999', '99999999'],
    ['yyyy-mm-dd', '-1', '-1'],
  ] as const;

  it.each(FORMATS)('of the format %s shows %s as %s', async (code, value, text) => {
    const format = code.replaceAll('"', '&quot;');
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="${format}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>`;
    expect(await cellOf(`<c s="1"><v>${value}</v></c>`, { styles })).toBe(text);
  });

  it.each([
    '3-Mar',
    'Mar-14',
    '12-Mar-18',
    '12-Mar-2018',
    '3/12/2018',
    '3/12/18',
    '2018-03-12',
    '2018-03-12T00:30:00',
  ])('that was an id and became the date %s refuses its row', async (id) => {
    const { rows } = await check(
      `uid,last_name,email,bar_id\n${id},Roe,a@example.com,\nu2,Doe,b@example.com,${id}\n`,
    );
    expect(told(rows)).toEqual(['2 uid id-became-date error', '3 bar_id id-became-date warning']);
  });

  it.each(['mar-14', 'MAR3', '3mar', 'u/1/2', '99-1234', '12-345', 'May', '2018', '1-2-3'])(
    'that is an id like %s stays one',
    async (id) => {
      const { rows } = await check(`uid,last_name,email,bar_id\n${id},Roe,a@example.com,${id}\n`);
      expect(rows[0]?.filer).toMatchObject({ userId: id, barId: id });
    },
  );

  it('that was an id and became a date in the workbook refuses its row', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="16"/></cellXfs>';
    const row = '<row r="2"><c r="A2" s="1"><v>43171</v></c><c r="B2" t="str"><v>Roe</v></c></row>';
    const { rows } = await check(workbook({ styles, sheets: { R: textRow(1, HEADER) + row } }));
    expect(told(rows)).toContain('2 cmecf_user_id id-became-date error');
  });

  it.each([14, 22, 45, 57])('of the built-in format %i is a date', async (id) => {
    const styles = `<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="${id}"/></cellXfs>`;
    expect(await cellOf('<c s="0"><v>43395</v></c>', { styles })).toBe('2018-10-22');
  });

  it.each(['1', 'true'])('counts days from 1904 when the workbook says %s', async (value) => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    const settings = `date1904="${value}"`;
    expect(await cellOf('<c s="0"><v>41933</v></c>', { styles, settings })).toBe('2018-10-22');
    expect(await cellOf('<c s="0"><v>0</v></c>', { styles, settings })).toBe('1904-01-01');
  });

  it('in the middle of a row may lack its reference: it follows the previous one', async () => {
    const row =
      '<row r="2"><c r="A2" t="str"><v>u1</v></c><c t="str"><v>Roe</v></c><c r="C2" t="str"><v>a@example.com</v></c></row>';
    const { rows } = await check(workbook({ sheets: { R: textRow(1, HEADER) + row } }));
    expect(rows[0]?.filer).toMatchObject({ userId: 'u1', lastName: 'Roe', email: 'a@example.com' });
    const behind = row.replace('<c r="C2"', '<c r="B2"');
    expect(await refusalOf(workbook({ sheets: { R: textRow(1, HEADER) + behind } }))).toMatch(
      /out of order in row 2, column 3/,
    );
  });

  it.each([
    ['1904', 'date1904="1"', '41709'],
    ['1900', '', '43171'],
  ])('that was the id 3-12 and became a date counted from %s refuses its row', async (_, settings, value) => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="16"/></cellXfs>';
    const row = `<row r="2"><c r="A2" s="1"><v>${value}</v></c><c r="B2" t="str"><v>Roe</v></c></row>`;
    const { rows } = await check(workbook({ styles, settings, sheets: { R: textRow(1, HEADER) + row } }));
    expect(rows[0]?.problems[0]).toMatchObject({ code: 'id-became-date', found: '2018-03-12' });
  });

  it('of a failed formula refuses its row as a key, and is no address', async () => {
    const failed = (reference: string) => `<c r="${reference}" t="e"><f>X!A1</f><v>#N/A</v></c>`;
    const text = (reference: string, value: string) => `<c r="${reference}" t="str"><v>${value}</v></c>`;
    const sheet = `${textRow(1, HEADER)}<row r="2">${failed('A2')}${text('B2', 'Roe')}${text('C2', 'a@example.com')}</row><row r="3">${text('A3', 'u2')}${text('B3', 'Roe')}${failed('C3')}</row>`;
    const { rows } = await check(workbook({ sheets: { R: sheet } }));
    expect(told(rows)).toEqual([
      '2 cmecf_user_id spreadsheet-error error',
      '3 email spreadsheet-error address',
    ]);
    expect(rows[1]?.filer?.email).toBeNull();
  });

  it('of shared texts in runs, with how to pronounce them, is read without that', async () => {
    const texts =
      '<si><r><rPr><b/></rPr><t xml:space="preserve">de la </t></r><r><t>Cruz</t></r></si>' +
      '<si><t>山田</t><rPh sb="0" eb="1"><t>ヤマ</t></rPh><phoneticPr fontId="1"/></si><si/><si><t/></si>';
    const cells = [0, 1, 2, 3, 0].map((index) => `<c t="s"><v>${index}</v></c>`);
    expect(await cellsOf(workbook({ texts, sheets: { S: rawRow(...cells) } }))).toEqual([
      ['de la Cruz', '山田', '', '', 'de la Cruz'],
    ]);
  });

  it('of a number that no shared text has is named', async () => {
    for (const value of ['99', '-1', 'x', '1.5']) {
      const row = `${textRow(1, HEADER)}<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>${value}</v></c></row>`;
      expect(await refusalOf(workbook({ sheets: { R: row } }))).toBe(
        "The file is a workbook whose cell in row 2, column 2 can't be read: open it in Excel, save it again or as CSV, and upload that",
      );
    }
  });

  it('of a shared text that is too long is kept as far as it may reach', async () => {
    const texts = ['x'.repeat(32_767)];
    expect((await cellOf('<c t="s"><v>0</v></c>', { texts }))?.length).toBe(10_001);
  });
});
