import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK, type Filer } from '../../../../functions/domain/filer/filer.ts';
import { fullName } from '../../../../functions/domain/filer/full-name.ts';
import { withoutLink } from '../../../../functions/domain/filer/linkless-name.ts';
import { readCell } from '../../../../functions/ingest-roster/row/read-cell.ts';
import { hostsShown } from '../../../../functions/lib/shown-hosts.ts';

const CONTEXT = { today: '2018-10-29', zone: 'America/New_York' };
const LINKS = [
  'bit.ly/x',
  'Smith www.evil.com',
  'https://evil.example.com',
  'jane@example.com',
  'evil\u200b.com',
  'evil．com',
  '1.2.3.4',
  'Smith://',
  'Smith:/\u200b/',
];
const NAMES: readonly [string, string][] = [
  ['Smith', 'Smith'],
  ["O'Neil-Smith", "O'Neil-Smith"],
  ['John A. Roe, Jr.', 'John A. Roe, Jr.'],
  ['St. John', 'St. John'],
  ['Amy J.Ng', 'Amy J. Ng'],
  ['J.R.Li', 'J. R. Li'],
];

describe('withoutLink', () => {
  it.each(LINKS)('finds the link in %j', (name) => expect(withoutLink(name)).toBeNull());
  it.each(NAMES)('reads %j as %j', (name, read) => expect(withoutLink(name)).toBe(read));
});

describe('a name with a link', () => {
  it.each(['last_name', 'name'] as const)('refuses the row in %s', (column) => {
    for (const cell of LINKS.slice(0, 4)) {
      const { facts, notes } = readCell(column, cell, CONTEXT);
      expect(facts).toEqual({});
      expect(notes).toContainEqual(expect.objectContaining({ code: 'name-link', severity: 'error' }));
    }
  });

  it('is unknown as a first or middle name or a suffix', () => {
    for (const column of ['first_name', 'middle_name', 'suffix'] as const) {
      const { facts, notes } = readCell(column, 'bit.ly/x', CONTEXT);
      expect(Object.values(facts)).toEqual([null]);
      expect(notes).toMatchObject([{ code: 'name-link', severity: 'warning' }]);
    }
  });

  it('never comes out of any cell', () => {
    const shard = fc.constantFrom(
      'Smith',
      'J.',
      'ng',
      'Ng',
      '.',
      '@',
      'com',
      'www',
      '/',
      ' ',
      ',',
      'bit.ly',
      '://',
      'http',
      '\u200b',
      'Esq',
      '．',
      'LLC',
    );
    fc.assert(
      fc.property(fc.array(shard, { maxLength: 8 }), (shards) => {
        const cell = shards.join('');
        for (const column of ['name', 'last_name'] as const) {
          const { facts } = readCell(column, cell, CONTEXT);
          if (facts.lastName) expect(hostsShown(fullName({ ...BLANK, ...facts } as Filer))).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
