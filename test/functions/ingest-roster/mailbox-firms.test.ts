import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseOf, check, told } from '../../support/roster/table.ts';

const roster = (firms: readonly string[]) =>
  `uid,last_name,firm,email\n${firms.map((firm, index) => `u${index},Roe,"${firm}",Desk@example.com\n`).join('')}`;

describe('a mailbox that many filers have', () => {
  it('is warned about at each of them when they are of three firms', async () => {
    const { checked, rows } = await check(roster(['Roe LLP', 'Doe LLP', 'Poe LLP', '']));
    expect(told(rows)).toEqual([2, 3, 4, 5].map((row) => `${row} email mailbox-of-many warning`));
    expect(checked.hasProblems).toBe(true);
    expect(rows.every(({ filer }) => filer?.email === 'Desk@example.com')).toBe(true);
  });

  it('is not warned about when it is a firm’s own, however its name is spelt', async () => {
    const one = [
      'Roe & Doe LLP',
      'Roe and Doe, L.L.P.',
      'ROE & DOE',
      'Law Offices of Roe & Doe',
      '',
      'Roe & Doe, P.C.',
    ];
    const { checked, rows } = await check(roster([...one, ...one]));
    expect(told(rows)).toEqual([]);
    expect(checked.hasProblems).toBe(false);
  });

  it('is warned about exactly from three firms on', async () => {
    const firm = fc.constantFrom('Alpha', 'Bravo', 'Charlie', 'Delta', '');
    await fc.assert(
      fc.asyncProperty(fc.array(firm, { minLength: 1, maxLength: 8 }), async (firms) => {
        const named = new Set(firms.filter((one) => one !== '')).size;
        const { rows } = await check(roster(firms));
        expect(told(rows)).toHaveLength(named >= 3 ? firms.length : 0);
      }),
      { numRuns: 50 },
    );
  });

  it('counts the filers of the roster that an update builds on', async () => {
    const base = await baseOf(
      roster(['Alpha', 'Bravo', 'Charlie']).replace('u2,Roe,"Charlie",Desk', 'u2,Roe,"Charlie",own'),
    );
    const { rows } = await check('uid,email\nu2,desk@example.com\n', { kind: 'update', base });
    expect(told(rows)).toEqual(['2 email mailbox-of-many warning']);
  });
});
