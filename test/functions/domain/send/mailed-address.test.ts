import { describe, expect, it } from 'vitest';
import { mailedAddress, ownMailboxes } from '../../../../functions/domain/send/mailed-address.ts';
import type { Suppression } from '../../../../functions/domain/send/suppression.ts';
import { aFiler } from '../../../support/builders/filer.ts';

const FILER = 'ffffffffffffffff';
const RUN = 'notice-1_20180724T130000Z';
const filer = aFiler({
  filerId: FILER,
  email: 'wade@example.com',
  secondaryEmails: ['WADE@example.com', 'first@example.com', 'second@example.com'],
});
const why = (of: Partial<Suppression> = {}): Suppression => ({
  reason: 'hard-bounce',
  detail: 'Permanent/General',
  at: '2018-07-24T13:05:00.000Z',
  runId: RUN,
  filerId: FILER,
  ...of,
});
const evidence = { filer, runId: RUN, named: [], suppressed: new Map<string, Suppression>() };
const secondary = { to: 'secondary', filerId: FILER } as const;

describe('mailedAddress', () => {
  it("is the roster's, whatever the event names", () => {
    for (const named of [[], ['ann@example.org'], ['first@example.com']]) {
      expect(mailedAddress({ filerId: FILER }, { ...evidence, named })).toBe('wade@example.com');
    }
  });

  it.each([
    [
      'where the event says that it went',
      ['ann@example.org', 'Second@Example.com'],
      [],
      'second@example.com',
    ],
    ['the first, if it names none of them', ['wade@example.com', 'ann@example.org'], [], 'first@example.com'],
    [
      'not one that was suppressed before',
      [],
      [['first@example.com', why({ runId: 'other' })]],
      'second@example.com',
    ],
    ['the same when the event comes again', [], [['first@example.com', why()]], 'first@example.com'],
  ] as const)('of the other addresses, is %s', (_what, named, list, address) => {
    expect(mailedAddress(secondary, { ...evidence, named, suppressed: new Map(list) })).toBe(address);
  });

  it("can't be told when others had every address suppressed", () => {
    const suppressed = new Map(
      filer.secondaryEmails.map((address) => [address, why({ filerId: '0000000000000000' })]),
    );
    expect(mailedAddress(secondary, { ...evidence, suppressed })).toBeNull();
  });
});

describe('ownMailboxes', () => {
  it("are the filer's as the roster writes them", () => {
    const named = ['ann@example.org', 'FIRST@example.com', 'Wade@example.com '];
    expect(ownMailboxes(filer, named)).toEqual(['first@example.com', 'wade@example.com']);
    expect(ownMailboxes({ email: null, secondaryEmails: [] }, named)).toEqual([]);
  });
});
