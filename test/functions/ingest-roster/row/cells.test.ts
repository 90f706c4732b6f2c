import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shown } from '../../../../functions/domain/roster/problem.ts';
import { cleanText, cleanToken } from '../../../../functions/ingest-roster/row/clean-text.ts';
import { likelyTypo } from '../../../../functions/ingest-roster/row/likely-typo.ts';
import { parseAddress } from '../../../../functions/ingest-roster/row/parse-address.ts';
import { parseDate } from '../../../../functions/ingest-roster/row/parse-date.ts';
import { guard, unguard } from '../../../../functions/lib/formula-guard.ts';

const GOOD = [
  ["jane.o'neil@example.com", "jane.o'neil@example.com"],
  ['jane+court@example.com', 'jane+court@example.com'],
  ['jane@studio.photography', 'jane@studio.photography'],
  ['jane@law.international', 'jane@law.international'],
  ['Jane@EXAMPLE.com', 'Jane@example.com'],
  ['jane@münchen.de', 'jane@xn--mnchen-3ya.de'],
  ['jane@xn--mnchen-3ya.de', 'jane@xn--mnchen-3ya.de'],
  ['a!#$%&*/=?^_`{|}~-b@example.com', 'a!#$%&*/=?^_`{|}~-b@example.com'],
  ['jane@a.b.c.example.co.uk', 'jane@a.b.c.example.co.uk'],
];

const BAD = [
  'a..b@example.com',
  '.a@example.com',
  'a.@example.com',
  'a@b@example.com',
  'a@example.com.',
  'a@example..com',
  'a@.example.com',
  'jane doe@example.com',
  'jane@exam ple.com',
  'jane@example',
  'jane@example.c',
  'jane@-example.com',
  'jane@exa_mple.com',
  'jane@[192.0.2.1]',
  'jane@192.0.2.1',
  'jane\u0001@example.com',
  'jané@example.com',
  '@example.com',
  'jane@',
  'jane',
  '"jane doe"@example.com',
  `${'x'.repeat(65)}@example.com`,
  `jane@${'x'.repeat(64)}.com`,
  `jane@${'x.'.repeat(130)}com`,
];

describe('parseAddress', () => {
  for (const [text = '', address] of GOOD) {
    it(`takes ${text}`, () => expect(parseAddress(text)).toEqual({ ok: true, address }));
  }
  for (const text of BAD) {
    it(`refuses ${shown(text)}`, () => expect(parseAddress(text)).toMatchObject({ ok: false }));
  }
  it('takes no address apart into another one', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const parsed = parseAddress(address);
        if (parsed.ok) expect(parsed.address.toLowerCase()).toBe(address.toLowerCase());
      }),
    );
  });
});

const TYPOS: readonly [string, string | null][] = [
  ['gmial.com', 'gmail.com'],
  ['gmail.con', 'gmail.com'],
  ['yaho.com', 'yahoo.com'],
  ['hotmial.com', 'hotmail.com'],
  ['outlok.com', 'outlook.com'],
  ['smith.con', 'smith.com'],
  ['nysb.uscourt.gov', 'nysb.uscourts.gov'],
  ['usdoj.gv', 'usdoj.gov'],
  ['gmail.com', null],
  ['ymail.com', null],
  ['mail.com', null],
  ['me.com', null],
  ['loeb.com', null],
  ['nysb.uscourts.gov', null],
  ['example.com', null],
];

describe('likelyTypo', () => {
  for (const [domain, meant] of TYPOS) {
    it(`${domain}: ${meant ?? 'nothing to say'}`, () => expect(likelyTypo(domain)).toBe(meant));
  }
});

const DATES: readonly [string, string][] = [
  ['2014-08-11', '2014-08-11'],
  ['2014/8/11', '2014-08-11'],
  ['8/11/2014', '2014-08-11'],
  ['08-11-2014', '2014-08-11'],
  ['08/11/2014 12:00:00 AM', '2014-08-11'],
  ['2014-08-11T00:00:00Z', '2014-08-11'],
  ['2014-08-11 00:00:00.000', '2014-08-11'],
  ['2014-08', '2014-08'],
  ['8/2014', '2014-08'],
  ['2014', '2014'],
  ['41862', '2014-08-11'],
  ['41862.5', '2014-08-11'],
  ['2016-02-29', '2016-02-29'],
  ['2018-07-24', '2018-07-24'],
  ['2018-07', '2018-07'],
  ['2015-02-29', 'date-impossible'],
  ['2014-02-30', 'date-impossible'],
  ['13/11/2014', 'date-impossible'],
  ['2014-00', 'date-impossible'],
  ['0000', 'date-impossible'],
  ['2018-07-25', 'date-future'],
  ['2018-08', 'date-future'],
  ['2019', 'date-future'],
  ['43306', 'date-future'],
  ['8/11/14', 'date-two-digit-year'],
  ['Aug 11, 2014', '2014-08-11'],
  ['August 11th, 2014', '2014-08-11'],
  ['Monday, August 11, 2014', '2014-08-11'],
  ['11-AUG-2014', '2014-08-11'],
  ['11 August 2014', '2014-08-11'],
  ['11AUG2014', '2014-08-11'],
  ['2014-Aug-11', '2014-08-11'],
  ['Aug 11 2014 12:00AM', '2014-08-11'],
  ['Mon Aug 11 00:00:00 EDT 2014', '2014-08-11'],
  ['Mon Aug 11 2014 00:00:00 GMT-0400 (Eastern Daylight Time)', '2014-08-11'],
  ['20140811', '2014-08-11'],
  ['20140811T120000', '2014-08-11'],
  ['Aug 2014', '2014-08'],
  ['2017-10-22T02:00:00Z', '2017-10-21'],
  ['2017-10-22 10:00 EDT', '2017-10-22'],
  ['2017-10-22 10:00 PM PDT', '2017-10-23'],
  ['10/22/2017 00:30 EDT', '2017-10-22'],
  ['10/22/2017 12:30 AM CDT', '2017-10-22'],
  ['2017-10-22 00:00:00 EST', '2017-10-22'],
  ['2017-10-21 23:30 HST', '2017-10-22'],
  ['2017-10-21 23:30:00 AKDT', '2017-10-22'],
  ['22 Oct 2017', '2017-10-22'],
  ['October 22nd, 2017', '2017-10-22'],
  ['Mon, 22 Oct 2017 10:00:00 -0400', '2017-10-22'],
  ['2017.10.22', '2017-10-22'],
  ['20171022T120000Z', '2017-10-22'],
  ['5 Sept. 2017', '2017-09-05'],
  ['2017-10-22T02:00:00.000+00:00', '2017-10-21'],
  ['2017-10-21 23:30:00 -0700', '2017-10-22'],
  ['2017-10-22 02:00 UTC', '2017-10-21'],
  ['20171022T020000Z', '2017-10-21'],
  ['10/22/2017 1:30 AM GMT+0000', '2017-10-21'],
  ['1900-01-01', 'date-placeholder'],
  ['1/1/1970', 'date-placeholder'],
  ['1/0/1900', 'date-placeholder'],
  ['0000-00-00', 'date-placeholder'],
  ['12/31/9999', 'date-placeholder'],
  ['1970-01-01T00:00:00Z', 'date-placeholder'],
  ['1969-12-31T19:00:00-05:00', 'date-placeholder'],
  ['01-JAN-1900', 'date-placeholder'],
  ['25569', 'date-placeholder'],
  ['Feb 30 2014', 'date-impossible'],
  ['20141311', 'date-impossible'],
  ['11-AUG-14', 'date-two-digit-year'],
  ['Aug 11, 14', 'date-two-digit-year'],
  ['Aug-14', 'date-unreadable'],
  ['12345', 'date-unreadable'],
  ['yesterday', 'date-unreadable'],
];

describe('parseDate', () => {
  for (const [cell, expected] of DATES) {
    it(`reads ${cell} as ${expected}`, () => {
      const parsed = parseDate(cell, { today: '2018-07-24', zone: 'America/New_York' });
      expect(parsed.ok ? parsed.date : parsed.code).toBe(expected);
    });
  }
});

describe('cleanText', () => {
  it.each([
    ["  Jane   O'Neil ", "Jane O'Neil", false],
    ['Nuñez', 'Nuñez', false],
    ['Nun\u0303ez', 'Nuñez', false],
    ['Jane\u00a0Doe', 'Jane Doe', true],
    ['Jane\u2028Doe', 'Jane Doe', true],
    ['Jane\u000bDoe', 'Jane Doe', true],
    ['Jane\r\nDoe', 'Jane Doe', true],
    ['J\u200bane\ufeff', 'Jane', true],
    ['Ja\u0000ne', 'Jane', true],
    ['\u202eJane', 'Jane', true],
    ['می\u200cخواهم', 'می\u200cخواهم', false],
    ['', '', false],
  ])('%j becomes %j', (cell, text, changed) =>
    expect(cleanText(cell)).toEqual({ text, changed, mended: false }),
  );

  it('leaves no joiner in a token', () =>
    expect(cleanToken('j\u200cdoe')).toEqual({ text: 'jdoe', changed: true, mended: false }));

  it.each([
    ["'00123", '00123'],
    ['\u201900123', '00123'],
    ["'jsmith", 'jsmith'],
    ["o'neil", "o'neil"],
    ["'00123'", "'00123'"],
    ["jsmith'", "jsmith'"],
    ["'", "'"],
  ])("reads the key %s, maybe with a spreadsheet's sign for text, as %s", (cell, text) =>
    expect(cleanToken(cell)).toEqual({ text, changed: cell !== text, mended: false }),
  );

  it('cleans whatever comes, once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cell) => {
        const { text } = cleanText(cell);
        expect(cleanText(text)).toEqual({ text, changed: false, mended: false });
        expect(text).not.toMatch(/[\p{Cc}\u2028\u2029\u00a0\u200b]/u);
      }),
    );
  });
});

describe('guard', () => {
  const risky = fc.string({ unit: fc.constantFrom(..."'=+-@\t\r\n,;|a ＝＋－＠".split('')) });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', "'=1", "''=1", 'a;=1', 'a\n=1'])(
    'defuses %j',
    (cell) => {
      expect(guard(cell)).toMatch(/^(a[;\n])?'/);
      expect(unguard(guard(cell))).toBe(cell);
    },
  );

  it('gives any cell back, and starts none with what runs', () => {
    fc.assert(
      fc.property(fc.oneof(risky, fc.string({ unit: 'binary' })), (cell) => {
        expect(unguard(guard(cell))).toBe(cell);
        for (const part of guard(cell).split(/[,;|\t\r\n]/)) expect(part).not.toMatch(/^[=+\-@＝＋－＠]/);
      }),
    );
  });
});
