import { describe, expect, it } from 'vitest';
import { baseOf, check } from '../../support/roster/table.ts';

const HEADER = 'uid,first name,middle name,last name,suffix,bar id,email,cmecf status';

/** For each row: who else of the same person, and whether other people have the mailbox. */
async function sharingOf(rows: readonly string[]): Promise<[others: string, isShared: boolean][]> {
  const { rows: decided } = await check([HEADER, ...rows, ''].join('\n'));
  const filers = decided.map(({ filer }) => filer!);
  const names = new Map(filers.map(({ filerId, userId }) => [filerId, userId]));
  return filers.map(({ otherAccounts, sharedAddress }) => [
    otherAccounts.map((id) => names.get(id)).join(' '),
    sharedAddress,
  ]);
}

const MANY = Array.from({ length: 11 }, (_, at) => `u${at},Docket,,Clerk,,,d@example.com,`);

describe('whose accounts are one person’s', () => {
  it.each<[what: string, rows: string[], sharing: [string, boolean][]]>([
    [
      'same name and mailbox, however they are written',
      ['a,José,Q.,Roe,Esq.,123,J@example.com,', 'b,JOSE,Q,ROE,,,j@EXAMPLE.com,'],
      [
        ['b', false],
        ['a', false],
      ],
    ],
    [
      'another name at the mailbox',
      ['a,Jane,,Roe,,,j@example.com,', 'b,Jane,,Roe,,,j@example.com,', 'c,Luc,,Roe,,,j@example.com,'],
      [
        ['b', true],
        ['a', true],
        ['', true],
      ],
    ],
    [
      'the same name at another mailbox',
      ['a,Jane,,Roe,,,j@example.com,', 'b,Jane,,Roe,,,k@example.com,'],
      [
        ['', false],
        ['', false],
      ],
    ],
    [
      'the same name at a mailbox that differs by a dot',
      [
        'a,Jane,,Roe,,,j.roe@example.com,',
        'b,Jane,,Roe,,,jroe@example.com,',
        'c,Luc,,Roe,,,jroe@example.com,',
      ],
      [
        ['', false],
        ['', true],
        ['', true],
      ],
    ],
    [
      'father and son',
      ['a,John,,Roe,Sr.,,j@example.com,', 'b,John,,Roe,Jr.,,j@example.com,'],
      [
        ['', true],
        ['', true],
      ],
    ],
    [
      'different bar ids',
      ['a,John,,Roe,,1,j@example.com,', 'b,John,,Roe,,2,j@example.com,', 'c,John,,Roe,,,j@example.com,'],
      [
        ['', true],
        ['', true],
        ['', true],
      ],
    ],
    [
      'an account out of use',
      ['a,Jane,,Roe,,,j@example.com,', 'b,Jane,,Roe,,,j@example.com,inactive'],
      [
        ['', false],
        ['a', false],
      ],
    ],
    [
      'no address',
      ['a,Jane,,Roe,,,,', 'b,Jane,,Roe,,,,'],
      [
        ['', false],
        ['', false],
      ],
    ],
    [
      'no first name',
      ['a,,,Roe,,,j@example.com,', 'b,,,Roe,,,j@example.com,'],
      [
        ['', true],
        ['', true],
      ],
    ],
    ['a name that an office shares', MANY, MANY.map((): [string, boolean] => ['', true])],
  ])('%s', async (_, rows, sharing) => {
    expect(await sharingOf(rows)).toEqual(sharing);
  });

  it('counts those whom an update leaves as they are', async () => {
    const base = `${HEADER}\na,Jane,,Roe,,,j@example.com,\nb,Jane,,Roe,,,k@example.com,\n`;
    const known = await baseOf(base);
    const { checked, rows } = await check('uid,email\nb,j@example.com\n', { kind: 'update', base: known });
    const moved = rows[0]!.filer!;
    const [left] = (await Array.fromAsync(known.filers())).filter(({ userId }) => userId === 'a');
    expect(moved.otherAccounts).toEqual([left!.filerId]);
    expect(checked.ledger.mailboxUse(left!)).toEqual({
      sharedAddress: false,
      otherAccounts: [moved.filerId],
    });
  });
});
