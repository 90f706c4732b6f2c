import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../../functions/ingest-roster/row/clean-text.ts';
import { mendText } from '../../../../functions/ingest-roster/row/mend-text.ts';
import { check, told } from '../../../support/roster/table.ts';

/** UTF-8 as it looks when it is read in another encoding. */
function misread(text: string, encoding: 'windows-1252' | 'macintosh', times = 1): string {
  let damaged = text;
  for (let time = 0; time < times; time++) damaged = new TextDecoder(encoding).decode(Buffer.from(damaged));
  return damaged;
}

const NAMES = [
  'Muñoz',
  'José',
  'O’Brien',
  'Łukasz',
  'Dvořák',
  'Nguyễn',
  'Gößmann',
  'Æsa',
  '“Bud”',
  'Иван',
  '田中',
  'Zoë–Ann',
  'Ñandú',
];

describe('mendText', () => {
  it.each(NAMES)('gives %s back, however it was misread', (name) => {
    for (const times of [1, 2, 3]) expect(mendText(misread(name, 'windows-1252', times)).text).toBe(name);
    if (/^[\u0000-\u017f\u2010-\u2026]+$/.test(name))
      expect(mendText(misread(name, 'macintosh')).text).toBe(name);
  });

  it.each([
    ['O&#39;Brien', "O'Brien"],
    ['O&#x27;Brien', "O'Brien"],
    ['Smith &amp; Jones', 'Smith & Jones'],
    ['Smith &amp;amp; Jones', 'Smith & Jones'],
    ['Mu&ntilde;oz', 'Muñoz'],
    ['O&rsquo;Brien', 'O’Brien'],
    ['MuÃ±oz García', 'Muñoz García'],
    ['&lt;none&gt;', '<none>'],
  ])('reads %s as %s', (damaged, text) => expect(mendText(damaged)).toEqual({ text, isMended: true }));

  it.each([
    ...NAMES,
    'AT&T',
    'Smith & Jones; Doe',
    'R&D;',
    'JOSÉ’S',
    '“JOSÉ”',
    'SÃO PAULO',
    'JOÃO',
    'Ângela',
    'ÉÈÊ',
    'Zoë’s',
    '½ Price',
    '«Él»',
    'Š’ž',
  ])('leaves %s alone', (text) => expect(mendText(text)).toEqual({ text, isMended: false }));

  it('leaves any name in Latin letters alone, and repairs it when it was misread', () => {
    const letters = fc.string({
      unit: fc.constantFrom(..."aeiounsÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿ .-'"),
      maxLength: 30,
    });
    fc.assert(
      fc.property(letters, (name) => {
        expect(mendText(name).text).toBe(name);
        expect(mendText(misread(name, 'windows-1252')).text).toBe(name);
      }),
      { numRuns: 500 },
    );
  });

  it('comes to an end with any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void cleanText(text)));
  });
});

describe('damaged text', () => {
  it('of mojibake.csv is repaired with a warning where it is certain, otherwise only warned about', async () => {
    const { rows } = await check(
      readFileSync(new URL('../../../support/fixtures/faults/mojibake.csv', import.meta.url)),
    );
    expect(rows.map(({ filer }) => `${filer?.firstName} ${filer?.lastName}`)).toEqual([
      'José Muñoz',
      "Ann O'Brien",
      'Sean & Co O’Brien',
      'Jos? Mu?oz',
    ]);
    expect(told(rows)).toEqual([
      '2 last_name text-mended warning',
      '2 first_name text-mended warning',
      '3 last_name text-mended warning',
      '4 last_name text-mended warning',
      '4 first_name text-mended warning',
      '5 last_name text-damaged warning',
      '5 first_name text-damaged warning',
    ]);
  });

  it('is warned about in names: lost letters, and what could be no letter', async () => {
    const names = ['Mu?oz', '?lvarez', 'Mu\ufffdoz', 'Mu├▒oz', 'MuÃ oz', 'Oâ€Brien'];
    const { rows } = await check(
      `uid,last_name,email\n${names.map((name, index) => `u${index},${name},u${index}@example.com`).join('\n')}\n`,
    );
    expect(rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual(
      names.map(() => ['text-damaged']),
    );
    expect(rows.every(({ filer }) => filer !== null)).toBe(true);
  });

  it('of an address is never repaired: which one was meant is not certain', async () => {
    const { rows } = await check('uid,last_name,email\nu1,Roe,josÃ©@example.com\n');
    expect(rows[0]?.filer?.email).toBeNull();
  });
});
