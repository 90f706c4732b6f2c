import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostsShown, isWithin } from '../../../functions/lib/shown-hosts.ts';

const COURT = ['uscourts.gov'];
const strangersIn = (text: string) => hostsShown(text).filter((host) => !isWithin(host, COURT));

describe('hostsShown', () => {
  it.each([
    'bit.ly/abc',
    'EVIL.COM',
    'evil.com.',
    'evil.com:8080',
    '(evil.com)',
    '“evil.com”',
    'evil.com’s page',
    '-evil.com-',
    'see_evil.com',
    'www.evil',
    '1.2.3.4',
    'a@evil.com',
    '"a b"@evil.com',
    'a@[1.2.3.4]',
    'mailto:a@evil.com',
    'HTTPS://EVIL.COM',
    'xhttps://evil.com',
    'hxxps://evil.com',
    'hxxp://evil[.]com',
    'ftp://evil.com',
    'file://evil/share',
    '\\\\evil\\share',
    '//evil.com',
    'https:evil.com',
    'https:\\\\evil.com',
    'https:///evil.com',
    'https://evil',
    'https://%zz/',
    'https://2130706433/',
    'https://[::1]/',
    'https://uscourts.gov@evil.com',
    'https://uscourts.gov%40evil.com',
    'https://uscourts.gov\\@evil.com',
    'https://evil.com#uscourts.gov',
    'https://evil.com?@uscourts.gov',
    'https://evil%2Ecom/',
    'https://uscourts.gov.evil.com',
    'uscourts.gov.evil.com',
    'https://notuscourts.gov',
    'https://uscourts.gov。evil.com',
    'https://uscоurts.gov',
    'uscоurts.gov',
    'xn--uscurts-7bh.gov',
    'https://uscourts.gоv',
    'bücher.de',
    'ｅｖｉｌ．ｃｏｍ',
    '𝐞𝐯𝐢𝐥.𝐜𝐨𝐦',
    'evil․com',
    'evil。com',
  ])('attack: a link is written as %j; it is found', (text) => {
    expect(strangersIn(text)).not.toEqual([]);
    expect(strangersIn(`Please see ${text} today`)).not.toEqual([]);
  });

  it.each([
    'Monday to Friday, 8:30 a.m. to 5 p.m. (ET)',
    'File under Fed. R. Bankr. P. 9006(a)(1), 28 U.S.C. or Local Rule 5.3.1.',
    'One Bowling Green, New York, N.Y. 10004',
    'Smith, M.D.Ph.D.',
    'St.John and J.Doe',
    'and/or 24/7, 10/22/2018',
    'C:\\Users\\clerk',
    'See https://ecf.nysb.uscourts.gov/cgi-bin/login.pl or www.nysb.uscourts.gov/form.zip.',
    'Write to john.do@nysb.uscourts.gov, USCOURTS.GOV:443 or pacer.uscourts.gov.',
  ])('lets %j be', (text) => expect(strangersIn(text)).toEqual([]));

  const HOSTS = ['evil.com', 'bit.ly', 'xn--80ak6aa92e.com', 'uscourts.gov.evil.zip', 'пример.рф'];
  const INVISIBLE = ['\u200b', '\u200c', '\u200d', '\u2060', '\u00ad', '\u034f', '\ufe0f', '\u{e0061}'];

  it('attack: invisible characters are strewn over a link; it is found', () => {
    const strewn = fc
      .tuple(
        fc.constantFrom(...HOSTS, 'https://evil', 'a@evil.com'),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...INVISIBLE)), { maxLength: 6 }),
      )
      .map(([host, marks]) =>
        marks.reduce((text, [at, mark]) => {
          const place = at % (text.length + 1);
          return text.slice(0, place) + mark + text.slice(place);
        }, host),
      );
    fc.assert(
      fc.property(strewn, (text) => {
        expect(strangersIn(text), JSON.stringify(text)).not.toEqual([]);
      }),
    );
  });

  it('attack: a link hides between any signs, in any case, behind a port, path, user or fragment; it is found', () => {
    const sign = fc.constantFrom(
      ' ',
      '(',
      ')',
      '"',
      "'",
      ',',
      ';',
      '!',
      '—',
      '…',
      '\n',
      '[',
      ']',
      '*',
      '<',
      '>',
      '|',
      '\t',
    );
    const head = fc.constantFrom(
      '',
      'https://',
      'HTTP://',
      '//',
      'https://uscourts.gov@',
      'mailto:a@',
      'a@',
      'www.',
      'https:\\\\',
    );
    const tail = fc.constantFrom(
      '',
      '.',
      ':443',
      ':8080/x',
      '/uscourts.gov',
      '?q=uscourts.gov',
      '#uscourts.gov',
      '/%2e%2e',
    );
    const host = fc
      .constantFrom(...HOSTS)
      .chain((each) =>
        fc.constantFrom(each, each.toUpperCase(), each.replaceAll('.', '．'), each.replaceAll('.', '。')),
      );
    fc.assert(
      fc.property(sign, head, host, tail, sign, (before, start, name, end, after) => {
        const text = `See${before}${start}${name}${end}${after}now`;
        expect(strangersIn(text), JSON.stringify(text)).not.toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('answers any text in a time that grows with its length', () => {
    for (const part of ['a', 'a.', 'a-', 'a@b.', 'https://', '\\', 'a:', 'x.com ', '(.)', '\u200b']) {
      const started = performance.now();
      hostsShown(part.repeat(100_000 / part.length));
      expect(performance.now() - started, part).toBeLessThan(5_000);
    }
  });
});
