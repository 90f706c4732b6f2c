import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { fixtures } from '#fixtures';
import { FALLBACK_STATE } from '../../../../functions/domain/filer/rules.ts';
import { nextAttempt, resendAttempt } from '../../../../functions/domain/run/retry.ts';
import type { Fact, FactKind } from '../../../../functions/domain/send/fact.ts';
import { facts } from '../../../support/builders/facts.ts';

describe('nextAttempt', () => {
  it.each<[what: string, facts: Fact[], attempt: number | null]>([
    ['failed', facts([1, 'failed']), 2],
    ['unknown', facts([1, 'unknown']), 2],
    ['unknown and then known to be out', facts([1, 'unknown'], [1, 'send']), null],
    ['sent', facts([1, 'sent']), null],
    ['bounced', facts([1, 'sent'], [1, 'bounced']), null],
    ['skipped', facts([1, 'skipped']), null],
    ['failed twice', facts([1, 'failed'], [2, 'failed']), 3],
    ['unknown, then failed', facts([1, 'unknown'], [2, 'failed']), 3],
    ['failed, then sent', facts([1, 'failed'], [2, 'sent']), null],
    ['unknown, then skipped as sent without a fact of it', facts([1, 'unknown'], [2, 'skipped']), 3],
    ['without facts', [], null],
  ])('of a send that is %s', (_what, given, attempt) => {
    expect(nextAttempt(given)?.attempt ?? null).toBe(attempt);
  });

  it('asks for the reason of the deciding fact', () => {
    const given = facts([1, 'failed', 'render-failed']);
    expect(nextAttempt(given, 'render-failed')).toEqual({ filerId: 'f', attempt: 2, state: fixtures.todo });
    expect(nextAttempt(given, 'ses-MessageRejected')).toBeNull();
  });
});

const AT = '2018-07-24T13:00:00Z';

const RESENDS: [what: string, facts: [FactKind, number][], minutes: number, resent: boolean][] = [
  ['an unknown one, not yet an hour old', [['unknown', 1]], 59, false],
  ['an unknown one after an hour', [['unknown', 1]], 60, true],
  [
    'one that SES reported',
    [
      ['unknown', 1],
      ['send', 1],
    ],
    90,
    false,
  ],
  [
    'one that bounced',
    [
      ['unknown', 1],
      ['bounced', 1],
    ],
    90,
    false,
  ],
  ['one that failed', [['failed', 1]], 90, false],
  ['one that was sent', [['sent', 1]], 90, false],
  [
    'one that is unknown again',
    [
      ['unknown', 1],
      ['unknown', 2],
    ],
    180,
    false,
  ],
  [
    'one that a person retried',
    [
      ['failed', 1],
      ['unknown', 2],
    ],
    180,
    false,
  ],
  ['nobody', [], 90, false],
];

describe('resendAttempt', () => {
  it.each(RESENDS)('of %s', (_what, kinds, minutes, resent) => {
    const facts = kinds.map(([kind, attempt]): Fact => ({ runId: 'r', filerId: 'f', attempt, kind, at: AT }));
    const attempt = resendAttempt(facts, Temporal.Instant.from(AT).add({ minutes }));
    expect(attempt).toEqual(resent ? { filerId: 'f', attempt: 2, state: FALLBACK_STATE } : null);
  });
});
