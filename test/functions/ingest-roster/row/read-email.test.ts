import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEmail, readSecondaryEmails } from '../../../../functions/ingest-roster/row/read-email.ts';
import { takeApart } from '../../../../functions/ingest-roster/row/take-apart.ts';
import { checkFault } from '../../../support/roster/table.ts';

/** A cell, the primary address, the secondary ones, and what is told. */
const CELLS: readonly [string, string | null, readonly string[], string][] = [
  ['a@x.com', 'a@x.com', [], ''],
  ['', null, [], 'email-missing'],
  [' ; , ', null, [], 'email-missing'],
  ['N/A', null, [], 'email-missing'],
  ['(none)', null, [], 'email-missing'],
  ['jane', null, [], 'email-unusable'],
  ['a@x.com; b@y.com', 'a@x.com', ['b@y.com'], 'email-several'],
  ['a@x.com, b@y.com', 'a@x.com', ['b@y.com'], 'email-several'],
  ['a@x.com|b@y.com', 'a@x.com', ['b@y.com'], 'email-several'],
  ['a@x.com b@y.com', 'a@x.com', ['b@y.com'], 'email-several'],
  ['a@x.com or b@y.com', 'a@x.com', ['b@y.com'], 'email-several'],
  ['a@x.com/b@y.com', 'a@x.com', ['b@y.com'], 'email-several'],
  ['a@x.com; A@X.COM', 'a@x.com', [], 'email-cleaned'],
  ['a@x.com,', 'a@x.com', [], 'email-cleaned'],
  ['a@x.com;', 'a@x.com', [], 'email-cleaned'],
  ['a@x.com , ', 'a@x.com', [], 'email-cleaned'],
  ['a@x.com,;', 'a@x.com', [], 'email-cleaned'],
  ['a@x.com; b@y.com,', 'a@x.com', ['b@y.com'], 'email-several'],
  ['jane,', null, [], 'email-unusable'],
  ['a@x.com,;m', null, [], 'email-unclear'],
  [',a@x.com', null, [], 'email-unusable'],
  ['a@x.com; b@@y.com', 'a@x.com', [], 'email-unusable'],
  ['b@@y.com; a@x.com', null, [], 'email-unclear'],
  ['jane doe@x.com', null, [], 'email-unusable'],
  ['Mary Jane Doe@x.com', null, [], 'email-unusable'],
  ['jane,doe@x.com', null, [], 'email-unclear'],
  ['jane, doe@x.com', null, [], 'email-unclear'],
  ['jane;doe@x.com', null, [], 'email-unclear'],
  ['jane|doe@x.com', null, [], 'email-unclear'],
  ['jane@x.co;m', null, [], 'email-unclear'],
  ['jane@x.co, uk', null, [], 'email-unclear'],
  ['jane@x;com', null, [], 'email-unusable'],
  ['jane<doe>@x.com', null, [], 'email-unusable'],
  ['jane(doe)@x.com', null, [], 'email-unusable'],
  ['jane(doe@x.com)', null, [], 'email-unclear'],
  ['<jane@x.co>m', null, [], 'email-unclear'],
  ['<a@x.com', null, [], 'email-unusable'],
  ['c@z.com <a@x.com>', null, [], 'email-unclear'],
  ['a@x.com#mailto:b@y.com#', null, [], 'email-unusable'],
  ['Jane#mailto:a@x.com#', 'a@x.com', [], 'email-cleaned'],
  ['a@x.com <a@x.com>', 'a@x.com', [], 'email-cleaned'],
  ['Smith, John <a@x.com>', 'a@x.com', [], 'email-cleaned'],
  ['"Smith, John" <a@x.com>; b@y.com', 'a@x.com', ['b@y.com'], 'email-several'],
  ['Smith, John <a@x.com>, Jane Roe <b@y.com>', 'a@x.com', ['b@y.com'], 'email-several'],
  ['[a@x.com](mailto:a@x.com)', 'a@x.com', [], 'email-cleaned'],
  ['mailto:a@x.com?subject=Hello', 'a@x.com', [], 'email-cleaned'],
  ['E-mail address: a@x.com', 'a@x.com', [], 'email-cleaned'],
  ["'a@x.com'", 'a@x.com', [], 'email-cleaned'],
  ['\u201ca@x.com\u201d', 'a@x.com', [], 'email-cleaned'],
  ['none; a@x.com', 'a@x.com', [], 'email-cleaned'],
  ['212-555-0100; a@x.com', 'a@x.com', [], 'email-cleaned'],
  ['Jane Roe; a@x.com', 'a@x.com', [], 'email-cleaned'],
  ['a@x.com - work', 'a@x.com', [], 'email-cleaned'],
  ['a@x.com; office', 'a@x.com', [], 'email-cleaned'],
  ['a@x.com (do not use)', null, [], 'email-unclear'],
  ['a@x.com (old)', null, [], 'email-unclear'],
  ['a@x.com [bounced 10/2018]', null, [], 'email-unclear'],
  ['a@x.com (no longer at firm); b@y.com', null, [], 'email-unclear'],
  ['a@x.com (invalid)', null, [], 'email-unclear'],
  ['a@x.com (not in use)', null, [], 'email-unclear'],
  ['DO NOT USE <a@x.com>', null, [], 'email-unclear'],
  ['Former address <a@x.com>; b@y.com', null, [], 'email-unclear'],
  ['old@x.com <old@x.com>', 'old@x.com', [], 'email-cleaned'],
  ['Jane Roe <a@x.com>, b@y.com', 'a@x.com', ['b@y.com'], 'email-several'],
  ['a@x.com (preferred), b@y.com', 'a@x.com', ['b@y.com'], 'email-several'],
  ['a@x.com OLD', null, [], 'email-unusable'],
  ['old: a@x.com; new: b@y.com', null, [], 'email-unclear'],
  ['a@x.com -> b@y.com', null, [], 'email-unusable'],
  ['a@x.com+b@y.com', null, [], 'email-unusable'],
  ['ops+; jane@x.com', null, [], 'email-unclear'],
  ['j.; doe@x.com', null, [], 'email-unclear'],
  ['a@x.com & b@y.com', 'a@x.com', ['b@y.com'], 'email-several'],
  ['<a@x.com>;<b@y.com>', 'a@x.com', ['b@y.com'], 'email-several'],
  ['sip:a@x.com; smtp:b@y.com', 'b@y.com', [], 'email-cleaned'],
  ['smtp:b@y.com; SMTP:a@x.com', 'a@x.com', ['b@y.com'], 'email-several'],
];

const address = fc.emailAddress({ size: 'small' }).filter((one) => /^[a-z0-9.]+@/i.test(one));
const separator = fc.constantFrom(',', ';', '|', ', ', '; ', ' ; ', ' | ', ' ');

describe('readEmail', () => {
  it.each(CELLS)('reads %j: primary %j, secondary %j, told %j', (cell, email, secondary, told) => {
    const { facts, notes } = readEmail(cell);
    expect([facts.email, facts.extraEmails ?? []]).toEqual([email, secondary]);
    expect(notes.map(({ code }) => code).join(' ')).toBe(told);
  });

  it('never makes an address shorter that a separator is in', () => {
    fc.assert(
      fc.property(address, separator, fc.nat(), (whole, sign, nat) => {
        const at = 1 + (nat % (whole.length - 1));
        const cell = whole.slice(0, at) + sign + whole.slice(at);
        const { email = null } = readEmail(cell).facts;
        expect([null, whole.toLowerCase()]).toContain(email?.toLowerCase() ?? null);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes the first of several whole addresses, whatever separates and surrounds them', () => {
    const around = fc.constantFrom(
      (one: string) => one,
      (one: string) => `<${one}>`,
      (one: string) => `Roe, Jane <${one}>`,
      (one: string) => `Jane Roe (${one})`,
      (one: string) => `Email: ${one}`,
      (one: string) => `${one} (work)`,
    );
    const several = fc.uniqueArray(address, {
      minLength: 1,
      maxLength: 4,
      selector: (one) => one.toLowerCase(),
    });
    fc.assert(
      fc.property(several, around, fc.constantFrom('; ', ';', ' | '), (all, dressed, sign) => {
        const usable = all.filter((one) => readEmail(one).facts.email);
        fc.pre(usable.length > 0);
        const { facts } = readEmail(usable.map(dressed).join(sign));
        expect([facts.email, ...(facts.extraEmails ?? [])].map((one) => one?.toLowerCase())).toEqual(
          usable.map((one) => one.toLowerCase()),
        );
      }),
    );
  });

  it('gives no address that is not written in the cell', () => {
    const shards = fc.constantFrom(
      'a@x.com',
      'b@y.org',
      '<',
      '>',
      '(',
      ')',
      '"',
      "'",
      ',',
      ';',
      ' ',
      '#',
      '/',
      'mailto:',
      'Roe',
    );
    fc.assert(
      fc.property(fc.array(shards, { maxLength: 12 }), (some) => {
        const cell = some.join('');
        const { email } = readEmail(cell).facts;
        if (email) expect(cell).toMatch(new RegExp(`(^|[^\\w.])${email}($|[^\\w.])`, 'i'));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('readSecondaryEmails', () => {
  it.each([
    ['a@x.com; b@y.com', ['a@x.com', 'b@y.com'], ''],
    ['a@x.com; b@@y.com', ['a@x.com'], 'email-unusable'],
    ['b@@y.com; a@x.com', ['a@x.com'], 'email-unusable'],
    ['a@x.co;m; b@y.com', [], 'email-unclear'],
    ['none', [], ''],
  ])('reads %j as %j, told %j', (cell, secondaryEmails, told) => {
    const { facts, notes } = readSecondaryEmails(cell);
    expect(facts).toEqual({ secondaryEmails });
    expect(notes.map(({ code }) => code).join(' ')).toBe(told);
  });
});

describe('takeApart', () => {
  it('ends soon whatever the cell', () => {
    for (const part of ['<', '>', '<a@', '"', ', ', 'a@b ', '<>', '"<', 'mail:', '(a', '#mailto:', '/a@'])
      for (const length of [1_990, 1_000_000]) takeApart(part.repeat(length / part.length));
  });
});

describe('the fault email-cells.csv', () => {
  it('gives each filer the address that the clerk meant, or none', async () => {
    const { filers } = await checkFault('email-cells.csv');
    expect(filers.map(({ userId, email, secondaryEmails }) => [userId, email, ...secondaryEmails])).toEqual([
      ['u1', 'jane@example.com', 'office@example.org'],
      ['u2', 'john@example.com'],
      ['u3', 'ann@example.com', 'apoe@example.org'],
      ['u4', 'al@example.com'],
      ['u5', 'bo@example.com'],
      ['u6', null],
      ['u7', 'di@example.com', 'dj@example.org'],
      ['u8', 'ed@example.com'],
      ['u9', null],
      ['u10', null],
    ]);
  });

  it('tells what was taken out of what, what is unclear and what looks like a placeholder', async () => {
    const { told } = await checkFault('email-cells.csv');
    expect(told).toEqual([
      '2 email email-several warning',
      '3 email email-cleaned warning',
      '4 email email-several warning',
      '5 email email-cleaned warning',
      '6 email email-cleaned warning',
      '7 email email-unclear address',
      '8 email email-several warning',
      '9 email email-cleaned warning',
      '10 email email-placeholder address',
      '11 email email-placeholder address',
    ]);
  });
});
