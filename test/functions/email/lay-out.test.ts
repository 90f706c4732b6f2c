import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeEmail } from '../../../functions/email/compose.ts';
import { layOut, MARKS, WIDTH } from '../../../functions/email/lay-out.ts';
import { SAMPLES } from '../../support/email/people.ts';

describe('layOut', () => {
  it('wraps, indents and underlines', () => {
    const text = [
      `${MARKS.heading}A title`,
      MARKS.boxStart,
      'In the box.',
      MARKS.boxEnd,
      `- ${'word '.repeat(20)}${MARKS.break}  https://www.nysb.uscourts.gov/nextgen`,
      `10. ${'word '.repeat(20)}`,
    ].join('\n\n');
    expect(layOut(text)).toBe(
      [
        'A title',
        '-------',
        '',
        '    In the box.',
        '',
        `- ${'word '.repeat(13)}word`,
        '  word word word word word word',
        '    https://www.nysb.uscourts.gov/nextgen',
        '',
        `10. ${'word '.repeat(13)}word`,
        '    word word word word word word',
        '',
      ].join('\n'),
    );
  });

  it('keeps every word and no line too long, but for words that are', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefgh.,-'), minLength: 1, maxLength: 90 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        const lines = layOut(words.join(' ')).split('\n');
        expect(lines.join(' ').split(' ').filter(Boolean)).toEqual(words);
        for (const line of lines) expect(line.length <= WIDTH || !line.trim().includes(' ')).toBe(true);
      }),
    );
  });

  it.each(SAMPLES)('wraps the letter at 74: $kind to $who, $place', async ({ input }) => {
    const lines = (await composeEmail(input)).text.split('\n');
    const long = lines.filter((line) => line.length > WIDTH);
    expect(long.every((line) => /^\s*https:\S+$/.test(line))).toBe(true);
    expect(Math.max(...lines.map((line) => line.length))).toBeGreaterThan(70);
  });
});
