import { describe, expect, it } from 'vitest';
import { readTestAddresses, suppressedProblem } from '../../../../functions/domain/send/test-addresses.ts';

const LIMITS = { own: 'me@elsewhere.gov', domains: ['uscourts.gov'], recipients: 'everyone' } as const;
const ELEVEN = Array.from({ length: 11 }, (_, n) => `clerk${n}@uscourts.gov`).join('\n');

const READ: [typed: string, addresses: string[]][] = [
  ['me@elsewhere.gov', ['me@elsewhere.gov']],
  [
    ' A@nysb.uscourts.gov,\r\nb@uscourts.gov; c@uscourts.gov ',
    ['A@nysb.uscourts.gov', 'b@uscourts.gov', 'c@uscourts.gov'],
  ],
  ['a@uscourts.gov A@USCOURTS.GOV', ['A@USCOURTS.GOV']],
];

const REFUSED: [typed: string, problem: string][] = [
  [' \n', 'Enter at least one email address.'],
  [ELEVEN, 'Enter at most 10 addresses. You entered 11.'],
  ['a@uscourts.gov ann', 'Not an email address: ann.'],
  ['a@uscourts.gov\r\nBcc:x@uscourts.gov', 'Not an email address: Bcc:x@uscourts.gov.'],
  ['ann@firm.com', 'Tests can go only to addresses at uscourts.gov: remove ann@firm.com.'],
  ['ann@notuscourts.gov', 'Tests can go only to addresses at uscourts.gov: remove ann@notuscourts.gov.'],
  [
    'a@b.org b@b.org c@b.org d@b.org',
    'Tests can go only to addresses at uscourts.gov: remove a@b.org, b@b.org, c@b.org, 1 more.',
  ],
];

describe('readTestAddresses', () => {
  it.each(READ)('reads %j', (typed, addresses) => {
    expect(readTestAddresses(typed, LIMITS)).toEqual({ ok: true, addresses });
  });

  it.each(REFUSED)('refuses %j', (typed, problem) => {
    expect(readTestAddresses(typed, LIMITS)).toEqual({ ok: false, problem });
  });

  it('keeps to the list of a test stage, except for the own address', () => {
    const limits = { ...LIMITS, recipients: ['a@uscourts.gov'] };
    expect(readTestAddresses('a@uscourts.gov ME@elsewhere.gov', limits).ok).toBe(true);
    expect(readTestAddresses('a@uscourts.gov b@uscourts.gov', limits)).toEqual({
      ok: false,
      problem:
        'This is a test launch, and these addresses aren’t on its list of recipients. Remove them: b@uscourts.gov.',
    });
  });

  it('needs no own address', () => {
    expect(readTestAddresses('a@uscourts.gov', { ...LIMITS, own: null }).ok).toBe(true);
    expect(readTestAddresses('me@elsewhere.gov', { ...LIMITS, own: null }).ok).toBe(false);
  });
});

describe('suppressedProblem', () => {
  it('says which address is suppressed, and why', () => {
    const why = { detail: '', at: '2018-07-24T12:00:00Z', runId: '', filerId: '' };
    expect(suppressedProblem(new Map())).toBeNull();
    expect(suppressedProblem(new Map([['a@uscourts.gov', { ...why, reason: 'complaint' }]]))).toBe(
      'Crier no longer emails a@uscourts.gov (marked an earlier email as spam). Remove it.',
    );
  });
});
