import { describe, expect, it } from 'vitest';
import { readPreflightArguments } from '../../../local/preflight/arguments.ts';
import type { AccountFacts } from '../../../local/preflight/facts.ts';
import { IDENTITY, known, notKnown, said } from '../../support/builders/preflight.ts';

describe('the test message', () => {
  it.each<[string, Partial<AccountFacts>, string[]]>([
    ['arrived, and so did a reply', {}, []],
    [
      'was not sent',
      { testMessage: known(null) },
      ['not-checked Test message: none was sent', 'not-checked Test reply: none was sent'],
    ],
    [
      'cannot be sent yet',
      { testMessage: known(null), identity: known({ ...IDENTITY, verified: false }) },
      [
        'missing Sender: test.uscourts.gov is not verified yet',
        'later Test message: it can be sent once the sender is verified',
        'later Test reply: it can be sent once the sender is verified',
      ],
    ],
    [
      'was refused',
      { testMessage: notKnown('MessageRejected') },
      [
        'not-checked Test message: couldn’t be checked: MessageRejected',
        'not-checked Test reply: couldn’t be checked: MessageRejected',
      ],
    ],
    [
      'was sent where no one can confirm it',
      { testMessage: known({ arrived: null, replyArrived: null }) },
      [
        'not-checked Test message: sent; no one has confirmed that it arrived',
        'not-checked Test reply: no one has confirmed that a reply arrives',
      ],
    ],
    [
      'did not arrive',
      { testMessage: known({ arrived: false, replyArrived: null }) },
      [
        'missing Test message: it did not arrive',
        'not-checked Test reply: no one has confirmed that a reply arrives',
      ],
    ],
    [
      'arrived, but no reply did',
      { testMessage: known({ arrived: true, replyArrived: false }) },
      ['missing Test reply: the reply did not arrive at the help desk'],
    ],
  ])('%s', (_what, facts, findings) => {
    expect(said(facts)).toEqual(findings);
  });

  it('is sent only to one address', () => {
    const read = (...args: string[]) => readPreflightArguments(['--launch', 'a.json', ...args])?.sendTest;
    expect(read()).toBeUndefined();
    expect(read('--send-test', 'clerk@nysb.uscourts.gov')).toBe('clerk@nysb.uscourts.gov');
    expect(() => read('--send-test', 'a@b.gov, c@d.gov')).toThrow(
      'Cannot check because --send-test must be one email address',
    );
  });
});
