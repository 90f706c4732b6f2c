import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK, type Filer } from '../../../../functions/domain/filer/filer.ts';
import { fullName } from '../../../../functions/domain/filer/full-name.ts';
import { composeEmail } from '../../../../functions/email/compose.ts';
import { readName } from '../../../../functions/ingest-roster/row/read-name.ts';
import { sampleInput } from '../../../support/email/people.ts';
import { check, checkFault } from '../../../support/roster/table.ts';

const CONTEXT = { today: '2018-10-29', zone: 'America/New_York' };

/** The notice to a filer whose mailbox is shared; line breaks are spaces. */
async function emailTo(filer: Filer): Promise<{ text: string }> {
  const input = sampleInput('notice', 'mailbox-shared');
  const { text } = await composeEmail({ ...input, filer: { ...filer, userType: 'attorney' } });
  return { text: text.replaceAll(/\s+/g, ' ') };
}

/** A cell, and how a letter addresses whom it names. */
const NAMES: readonly [string, string][] = [
  ['Smith, John', 'John Smith'],
  ['John Smith', 'John Smith'],
  ['SMITH, JOHN Q', 'JOHN Q SMITH'],
  ['Smith', 'Smith'],
  ['Smith, John, Jr.', 'John Smith Jr.'],
  ['Smith, Jr., John', 'John Smith Jr.'],
  ['Smith Jr., John', 'John Smith Jr.'],
  ['Smith, John Jr.', 'John Smith Jr.'],
  ['John Smith Jr.', 'John Smith Jr.'],
  ['John Smith, Jr.', 'John Smith Jr.'],
  ['John Smith III, Esq.', 'John Smith III, Esq.'],
  ['Smith, John Esq.', 'John Smith, Esq.'],
  ['Smith, Esq.', 'Smith, Esq.'],
  ['Jane Roe, CPA', 'Jane Roe, CPA'],
  ['Roe, Jane, CPA', 'Jane Roe, CPA'],
  ['Jane Roe, J.D., LL.M.', 'Jane Roe, J.D., LL.M.'],
  ['Vera G. Esposito, J.D.', 'Vera G. Esposito, J.D.'],
  ['Salinger, J.D.', 'J.D. Salinger'],
  ['Ma, Yo-Yo', 'Yo-Yo Ma'],
  ['Law, Jude', 'Jude Law'],
  ['Church, Charlotte', 'Charlotte Church'],
  ['Garcia Lopez, Maria', 'Maria Garcia Lopez'],
  ['de la Cruz, Ana', 'Ana de la Cruz'],
  ['Rivera, NULL', 'Rivera'],
  ['Roe, n/a', 'Roe'],
];
/** What stays as it is. */
const AS_IT_IS = [
  'Northstar Mortgage, LLC',
  'Smith & Jones, P.C.',
  'Smith and Jones, LLP',
  'Bank of America, N.A.',
  'Wells Fargo Bank, N.A., as Trustee',
  'Law Offices of John Smith, Esq.',
  'City of New York, Law Department',
  'John Smith, P.A.',
  'John Smith, Trustee',
  'Jane Roe, Attorney at Law',
  'Jane Roe, Chapter 7 Trustee',
  'Vera G. Esposito, Patricia',
  'Roe, Jane, Albany',
  'Acme, Inc.',
  'Internal Revenue Service',
];

describe('readName', () => {
  it.each(NAMES)('reads %j as %j', (cell, name) => {
    const { facts, notes } = readName(cell, CONTEXT);
    expect(fullName({ ...BLANK, ...facts } as Filer)).toBe(name);
    expect(notes.map(({ code }) => code)).toEqual(/null|n\/a/i.test(cell) ? ['word-for-nothing'] : []);
  });

  it.each(AS_IT_IS)('leaves %j as it is', (lastName) => {
    expect(readName(lastName, CONTEXT).facts).toEqual({
      lastName,
      firstName: null,
      middleName: null,
      suffix: null,
    });
  });

  const word = fc.stringMatching(/^[A-Z][a-z]{2,8}$/);
  const suffix = fc.constantFrom('Jr.', 'Sr', 'III', 'Esq.', 'CPA', 'Ph.D.');
  it('loses no word of a name, and puts the suffix last', () => {
    fc.assert(
      fc.property(word, word, suffix, fc.nat(3), (first, last, end, order) => {
        const cell = [
          `${last}, ${first} ${end}`,
          `${first} ${last}, ${end}`,
          `${last}, ${first}, ${end}`,
          `${first} ${last} ${end}`,
        ][order]!;
        const name = fullName({ ...BLANK, ...readName(cell, CONTEXT).facts } as Filer);
        const words = (text: string) => text.split(/[ ,]+/).sort();
        expect(words(name)).toEqual(words(cell));
        if (readName(cell, CONTEXT).facts.firstName !== null)
          expect(name.replace(',', '')).toBe(`${first} ${last} ${end}`);
      }),
    );
  });

  it('leaves any name with the form of a company as it is', () => {
    const form = fc.constantFrom(
      'LLC',
      'L.L.C.',
      'LLP',
      'Inc.',
      'P.C.',
      'PC',
      'Corp.',
      'Ltd.',
      'N.A.',
      'PLLC',
      'Co.',
    );
    fc.assert(
      fc.property(word, word, form, (one, other, last) => {
        for (const cell of [
          `${one} ${other}, ${last}`,
          `${one} & ${other}, ${last}`,
          `${one}, ${last}`,
          `${one} ${other} ${last}`,
        ])
          expect(readName(cell, CONTEXT).facts).toMatchObject({ lastName: cell, firstName: null });
      }),
    );
  });
});

describe('faults of names', () => {
  it('names-entities-and-degrees.csv: each as a letter addresses them', async () => {
    const { filers, told } = await checkFault('names-entities-and-degrees.csv');
    expect(filers.map(fullName)).toEqual([
      'Northstar Mortgage, LLC',
      'Vera G. Esposito, J.D.',
      'Jane Roe, CPA',
      'John Smith, Esq.',
      'Smith & Jones, P.C.',
    ]);
    expect(told).toEqual([]);
  });

  it('suffix-lost.csv: father and son are told apart', async () => {
    const { filers, told } = await checkFault('suffix-lost.csv');
    expect(filers.map(fullName)).toEqual(['John A. Roe Sr.', 'John B. Roe Jr.']);
    expect(filers.map(({ sharedAddress }) => sharedAddress)).toEqual([true, true]);
    for (const filer of filers) expect((await emailTo(filer)).text).toContain(`Dear ${fullName(filer)}:`);
    expect(told).toEqual([]);
  });

  it('same-person-two-ids.csv: each account is its own filer, and each email names it', async () => {
    const { filers } = await checkFault('same-person-two-ids.csv');
    const [own, asTrustee] = filers.map(({ filerId }) => filerId);
    expect(
      filers.map(({ userId, sharedAddress, otherAccounts }) => [userId, sharedAddress, otherAccounts]),
    ).toEqual([
      ['jroe', false, [asTrustee]],
      ['jroe-trustee', false, [own]],
    ]);
    for (const filer of filers) {
      const { text } = await composeEmail({ ...sampleInput('notice', 'two-accounts'), filer });
      expect(text).toContain(`Your CM/ECF account: ${filer.userId}`);
      expect(text).not.toContain('This email is for');
    }
  });

  it('takes a third address as one more secondary one', async () => {
    const { rows } = await check(
      'uid,last_name,email,email 2,email 3\na,Roe,a@example.com,b@example.com,c@example.com; B@example.com\n',
    );
    expect(rows[0]?.filer?.secondaryEmails).toEqual(['b@example.com', 'c@example.com']);
  });
});
