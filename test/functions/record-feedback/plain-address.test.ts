import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainAddress } from '../../../functions/record-feedback/plain-address.ts';

describe('plainAddress', () => {
  it.each<[unknown, string | null]>([
    ['a@b.gov', 'a@b.gov'],
    [' A.B+c@B.Gov ', 'A.B+c@B.Gov'],
    ['"Filer" <a@b.gov>', 'a@b.gov'],
    ['Filer <a@b.gov> (bounced)', 'a@b.gov'],
    ['<a@b.gov>', 'a@b.gov'],
    ['"a <x@y.gov>" <a@b.gov>', 'a@b.gov'],
    ['rfc822; a@b.gov', 'a@b.gov'],
    ['RFC822;a@b.gov', 'a@b.gov'],
    ['mailto:a@b.gov', 'a@b.gov'],
    ['"a.b"@b.gov', '"a.b"@b.gov'],
    ['', null],
    ['<>', null],
    ['a@', null],
    ['a b@c.gov', null],
    ['a@b@c.gov', null],
    ['a@b.gov, c@d.gov', null],
    ['a@b.gov\r\nBcc: x@y.gov', null],
    [`${'a'.repeat(65)}@b.gov`, null],
    [`a@${'b'.repeat(2_000)}`, null],
    [undefined, null],
    [null, null],
    [7, null],
    [{}, null],
  ])('%j: %j', (text, address) => {
    expect(plainAddress(text)).toBe(address);
  });

  it('finds one in any decoration, and nothing longer than an address is', () => {
    const name = fc.stringMatching(/^[A-Za-z .'-]{0,30}$/);
    const decorations = [
      (one: string) => `"${one}" <a@b.gov>`,
      (one: string) => `${one} <a@b.gov>`,
      (one: string) => `${one}<a@b.gov>`,
    ];
    fc.assert(
      fc.property(name, fc.constantFrom(...decorations), (one, decorate) => {
        expect(plainAddress(decorate(one))).toBe('a@b.gov');
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000 }), (text) => {
        expect((plainAddress(text) ?? '').length).toBeLessThanOrEqual(320);
      }),
    );
  });
});
