import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK, type Filer } from '../../../../functions/domain/filer/filer.ts';
import { fullName } from '../../../../functions/domain/filer/full-name.ts';
import { readCell } from '../../../../functions/ingest-roster/row/read-cell.ts';
import { check, told } from '../../../support/roster/table.ts';

const CONTEXT = { today: '2018-10-29', zone: 'America/New_York' };

/** A cell of whole names, how a letter addresses the filer, and how severe the remark is. */
const NAMES: readonly [string, string, string][] = [
  ['Smith, John (deceased)', 'John Smith', 'address'],
  ['Smith (Deceased), John', 'John Smith', 'address'],
  ['Smith, John, Jr. [retired]', 'John Smith Jr.', 'address'],
  ['Smith, John - DO NOT USE', 'John Smith', 'address'],
  ['SMITH, JOHN -- INACTIVE 2016', 'JOHN SMITH', 'address'],
  ['SMITH, JOHN *DECEASED*', 'JOHN SMITH', 'address'],
  ['DECEASED - Smith, John', 'John Smith', 'address'],
  ['Smith, John, Deceased', 'John Smith', 'address'],
  ['John Smith Inactive', 'John Smith', 'address'],
  ["Smith, John (Dec'd 3/2017)", 'John Smith', 'address'],
  ['Smith, John {duplicate of jsmith2}', 'John Smith', 'address'],
  ['Smith, John (no longer with firm)', 'John Smith', 'address'],
  ['Smith, John (left (2016))', 'John Smith', 'address'],
  ['Smith, John (deceased', 'John Smith', 'address'],
  ["Smith, John \u2013 don't mail", 'John Smith', 'address'],
  ['Smith, John (Jack)', 'John Smith', 'warning'],
  ['Smith (n\u00e9e Roe), Jane', 'Jane Smith', 'warning'],
  ['Smith, John (admitted pro hac vice)', 'John Smith', 'warning'],
  ['Smith, John [NEW]', 'John Smith', 'warning'],
  ['Acme LLC - DO NOT USE', 'Acme LLC', 'address'],
  ['Acme (USA) Inc. (inactive)', 'Acme Inc.', 'address'],
];
/** No remarks. */
const AS_THEY_ARE = [
  'Acme (USA) Inc.',
  'Law Offices of Roe (Albany)',
  'Dead, Alfred',
  'Left, Andrew',
  'Roe - Doe, Jane',
  'Close, Glenn',
  "O'Neil-Smith, Ann",
];

describe('a remark beside a name', () => {
  it.each(NAMES)('of %j leaves %j (%s)', (cell, name, severity) => {
    const { facts, notes } = readCell('name', cell, CONTEXT);
    expect(fullName({ ...BLANK, ...facts } as Filer)).toBe(name);
    expect(notes).toMatchObject([{ code: 'name-remark', severity }]);
  });

  it.each(AS_THEY_ARE)('is not found in %j', (cell) => {
    expect(readCell('name', cell, CONTEXT).notes).toEqual([]);
  });

  it('is found in each column of a name', () => {
    for (const column of ['last_name', 'first_name', 'middle_name', 'suffix'] as const) {
      const { facts, notes } = readCell(column, 'Roe (deceased)', CONTEXT);
      expect(Object.values(facts)).toEqual(['Roe', true]);
      expect(notes).toMatchObject([{ code: 'name-remark', severity: 'address' }]);
    }
  });

  it('alone is no first name, and refuses the row as a last name', () => {
    expect(readCell('first_name', '(deceased)', CONTEXT).facts.firstName).toBeNull();
    const { notes } = readCell('last_name', 'DO NOT USE', CONTEXT);
    expect(notes.map(({ code }) => code)).toEqual(['last-name-missing', 'name-remark']);
  });

  // "Edd" after a comma is a doctor of education.
  const word = fc
    .stringMatching(/^[A-Z][a-z]{2,8}$/)
    .filter((one) => readCell('name', one, CONTEXT).notes.length === 0)
    .filter((one) => readCell('name', `Aaa, ${one}`, CONTEXT).facts.firstName === one);
  const remark = fc.constantFrom(
    '(deceased)',
    '[retired]',
    '{inactive}',
    '- DO NOT USE',
    '*DECEASED*',
    'INACTIVE',
  );
  it('never gets into a letter, wherever it is', () => {
    fc.assert(
      fc.property(word, word, remark, fc.nat(3), (first, last, note, order) => {
        const cell = [
          `${last}, ${first} ${note}`,
          `${first} ${last} ${note}`,
          `${last} ${note.startsWith('-') ? '' : note}, ${first} ${note}`,
          `${last}, ${first}, ${note}`,
        ][order]!;
        const { facts } = readCell('name', cell, CONTEXT);
        expect(fullName({ ...BLANK, ...facts } as Filer)).toBe(`${first} ${last}`);
        expect(facts.isNameWarning).toBe(true);
      }),
    );
  });
});

describe('a filer whom a remark warns of', () => {
  it.each([
    'uid,name,email\na,"Roe, Jane (deceased)",jane@example.com',
    'uid,email,last_name\na,jane@example.com,Roe - DO NOT USE',
  ])('is not emailed: %j', async (table) => {
    const { rows } = await check(`${table}\n`);
    expect(rows[0]?.filer?.email).toBeNull();
    expect(told(rows)).toEqual([expect.stringMatching(/^2 (last_)?name name-remark address$/)]);
  });

  it('is emailed once a person says that the address is read', async () => {
    const { rows } = await check(
      'uid,name,email,email_confirmed\na,"Roe, Jane (retired)",jane@example.com,yes\n',
    );
    expect(rows[0]?.filer).toMatchObject({ email: 'jane@example.com', firstName: 'Jane', lastName: 'Roe' });
    expect(told(rows)).toEqual(['2 name name-remark warning']);
    expect(Object.keys(rows[0]?.filer ?? {})).not.toContain('isNameWarning');
  });
});
