import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../../../functions/domain/send/status.ts';
import { adviceOf, sendReasonWords, sendStatusWords } from '../../../../functions/domain/send/words.ts';
import { attentionText, filerText } from '../../../../local/ops/send-text.ts';

const FACT = { runId: 'notice-1_x', filerId: 'f', attempt: 1, at: '2018-07-24T13:00:00Z' } as const;

const CASES: [kind: 'bounced' | 'rejected', reason: string, status: string, meaning: string][] = [
  ['bounced', 'Permanent/General', 'bounced', 'The mailbox permanently refused the email.'],
  [
    'bounced',
    'Permanent/Suppressed',
    'not delivered',
    'Amazon SES would not deliver it: an earlier email to this address bounced.',
  ],
  [
    'bounced',
    'Permanent/OnAccountSuppressionList',
    'not delivered',
    'Amazon SES would not deliver it: the address is on the account’s suppression list.',
  ],
  ['rejected', 'Reject', 'not delivered', 'Amazon SES would not deliver it: it found malware in the email.'],
];

describe('an email that SES took', () => {
  it.each(CASES)('and %s with %s is called %s', (kind, reason, status, meaning) => {
    const send = { status: 'bounced', attempt: 1, fact: { ...FACT, kind, reason } } as const;
    expect([sendStatusWords('bounced', reason), meaningOf(send)]).toEqual([status, meaning]);
    const isSaid = sendReasonWords('bounced', reason) === null;
    expect(isSaid).toBe(status === 'not delivered');
    const report = { ...send, ...FACT, reason, meaning, facts: [], secondaryAttempt: null };
    expect(filerText([report], 'UTC')).toContain(`${FACT.runId}: ${status} (attempt 1). ${meaning}`);
    expect(attentionText({ sends: [report], next: null }, 'UTC')).toMatch(
      new RegExp(`f +1 +${status} +${reason}\n`),
    );
  });
});

describe('adviceOf', () => {
  it('says that an address stays usable in whose email Amazon SES found malware', () => {
    expect(adviceOf({ status: 'bounced', reason: 'Reject' })).toContain('The address can still be emailed.');
    expect(adviceOf({ status: 'bounced', reason: 'Permanent/General' })).toContain(
      'Crier sends no more emails to this address',
    );
  });
});
