import { describe, expect, it } from 'vitest';
import type { CallGroup, CallList, ToCall } from '../../../../functions/queries/call-list.ts';
import { callNeeds } from '../../../../functions/queries/needs/call-needs.ts';

const NOW = '2018-10-24T12:00:00Z';

function toCall(group: CallGroup, rest: Partial<ToCall> = {}): ToCall {
  return { group, state: 'needs-upgrade', since: NOW, isSettled: false, ...rest } as ToCall;
}

function calls(...filers: ToCall[]): { callList: CallList } {
  return { callList: { filers, isCut: false } };
}

describe('callNeeds', () => {
  it.each([
    [
      'bounces that no one has dealt with',
      calls(toCall('bounced'), toCall('bounced', { isSettled: true })),
      '1 filer whose emails bounced or were stopped',
      '/filers/phone-list?why=bounced',
    ],
    [
      'filers without an address',
      calls(toCall('no-address'), toCall('no-address')),
      '2 filers without a usable address',
      '/filers/phone-list?why=no-address',
    ],
    [
      'mailboxes that keep refusing',
      calls(toCall('soft-bounces')),
      '1 filer whose mailbox keeps refusing emails',
      '/filers/phone-list?why=soft-bounces',
    ],
    [
      'failed links',
      calls(toCall('state', { state: 'link-failed' })),
      '1 filer: Linking failed',
      '/filers/phone-list?why=state',
    ],
    [
      'filers who await the court',
      calls(...Array.from({ length: 49 }, () => toCall('court', { state: 'awaiting-court' }))),
      '49 filers: Awaiting court approval',
      '/filers/phone-list?view=court',
    ],
  ])('names %s, with the way there', (_name, given, title, href) => {
    const needs = callNeeds(given);
    expect(needs.map((need) => [need.title, need.href])).toEqual([[title, href]]);
    expect(needs[0]!.action).toMatch(/^[A-Z]/);
    expect(needs[0]!.text).toMatch(/^\S.*[.]$/);
  });

  it('speak of one filer, and of several', () => {
    const textOf = (...filers: ToCall[]) => callNeeds(calls(...filers))[0]!.text;
    expect(textOf(toCall('bounced'))).toBe('Call, or correct the address.');
    expect(textOf(toCall('bounced'), toCall('bounced'))).toBe('Call them, or correct their addresses.');
  });

  it('say since when the oldest has waited', () => {
    const older = toCall('bounced', { since: '2018-10-01T12:00:00Z' });
    expect(callNeeds(calls(toCall('bounced'), older))[0]!.since).toBe('2018-10-01T12:00:00Z');
  });
});
