import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN_NAMES, columnOf, synonymsOf } from '../../../../functions/ingest-roster/row/columns.ts';
import { check, refusalOf, told } from '../../../support/roster/table.ts';

const ROW = 'jdoe,Doe,jdoe@example.com';

const REFUSED: readonly { name: string; text: string; refused: string; update?: boolean }[] = [
  {
    name: 'a missing column, with what was meant',
    text: `cmecf_user_id,lastnam,email\n${ROW}\n`,
    refused:
      'No "last_name" column. Is "lastnam" the last_name column? The header is "cmecf_user_id", "lastnam" and "email"',
  },
  {
    name: 'a doubled column',
    text: `user id,last_name,email,UID\n${ROW},x\n`,
    refused:
      'The columns "user id" and "UID" all mean cmecf_user_id: only one can. Delete or rename the others and upload the file again',
  },
  {
    name: 'a header below other rows',
    text: `Roster of the court,,\n,,\ncmecf_user_id,last_name,email\n${ROW}\n`,
    refused:
      'Row 1 must be the header, but row 3 looks like the header: delete the rows above it and upload the file again',
  },
  { name: 'no rows', text: 'cmecf_user_id,last_name,email\n', refused: 'The file has a header and no rows' },
  {
    name: 'only blank rows',
    text: 'cmecf_user_id,last_name,email\n,,\n\n',
    refused: 'The file has a header and no rows',
  },
  {
    name: 'an update with the key alone',
    text: 'cmecf_user_id\njdoe\n',
    update: true,
    refused: 'The update has only the key column. Add at least one column with what changes',
  },
];

const FORBIDDEN = [
  ['password', 'a password'],
  ['PACER Password', 'a password'],
  ['Passwd', 'a password'],
  ['pwd', 'a password'],
  ['Pass-word', 'a password'],
  ['Date of Birth', 'a date of birth'],
  ['DOB', 'a date of birth'],
  ['birth_date', 'a date of birth'],
  ['Birthday', 'a date of birth'],
  ['SSN', 'a social security number'],
  ['ssn_last4', 'a social security number'],
  ['Social Security Number', 'a social security number'],
  ['Soc. Sec. No.', 'a social security number'],
];

describe('readHeader', () => {
  for (const { name, text, refused, update } of REFUSED) {
    it(`refuses ${name}`, async () => {
      expect(await refusalOf(text, update ? { kind: 'update' } : {})).toBe(refused);
    });
  }

  it.each(FORBIDDEN)('refuses a column "%s" as %s', async (header, what) => {
    const refused = await refusalOf(`cmecf_user_id,last_name,email,${header}\n${ROW},x\n`);
    expect(refused).toBe(
      `The column "${header}" looks like ${what}: a roster must not contain it. Delete the column and upload the file again`,
    );
  });

  it('finds every column under every name, whatever the case and the signs', () => {
    const spellings = COLUMN_NAMES.flatMap((column) =>
      [column, ...synonymsOf(column)].map((spelling) => ({ column, spelling })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...spellings),
        fc.constantFrom(' ', '_', '-', '', ' - '),
        fc.boolean(),
        ({ column, spelling }, sign, upper) => {
          const header = spelling.replaceAll(/[ _-]/g, sign);
          expect(columnOf(upper ? header.toUpperCase() : header)).toBe(column);
        },
      ),
    );
  });

  it('has no spelling that means two columns', () => {
    const all = COLUMN_NAMES.flatMap((column) =>
      [column, ...synonymsOf(column)].map((spelling) => [spelling, column]),
    );
    for (const [spelling = '', column] of all) expect(columnOf(spelling)).toBe(column);
  });

  it('lists ignored columns and near misses, and takes the columns in any order', async () => {
    const { checked, rows } = await check(
      'Bar Tab,E-MAIL,link statsu,Last Name,,Login_ID\n1,j@example.com,linked,Doe,,jdoe\n',
    );
    expect(checked.layout.problems.map(({ column, code, expected }) => [column, code, expected])).toEqual([
      ['Bar Tab', 'column-ignored', "nothing: Crier doesn't use this column"],
      ['link statsu', 'column-ignored', 'Is "link statsu" the link_status column?'],
    ]);
    expect(rows[0]?.filer).toMatchObject({
      userId: 'jdoe',
      lastName: 'Doe',
      email: 'j@example.com',
      linkStatus: 'unlinked',
    });
    expect(told(rows)).toEqual([]);
  });

  it('takes one name column for two', async () => {
    const names = [
      'Smith, John',
      'John Smith',
      'Smith, Jr., John',
      'John Q. Smith Jr.',
      'Cher',
      'Smith Jr, John',
      'Muñoz, María José',
    ];
    const { rows } = await check(
      `uid,name,email\n${names.map((name, index) => `u${index},"${name}",u@example.com`).join('\n')}\n`,
    );
    expect(rows.map(({ filer }) => [filer?.lastName, filer?.firstName, filer?.suffix])).toEqual([
      ['Smith', 'John', null],
      ['Smith', 'John', null],
      ['Smith', 'John', 'Jr.'],
      ['Smith', 'John Q.', 'Jr.'],
      ['Cher', null, null],
      ['Smith', 'John', 'Jr'],
      ['Muñoz', 'María José', null],
    ]);
  });
});
