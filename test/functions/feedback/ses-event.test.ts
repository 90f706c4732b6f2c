import { describe, expect, it } from 'vitest';
import { feedbackOf, sesEventSchema } from '../../../functions/feedback/ses-event.ts';

const TAGS = {
  'ses:configuration-set': ['crier'],
  run: ['notice-1_20180724T130000Z'],
  filer: ['0123456789abcdef'],
  attempt: ['1'],
};
const AT = '2018-07-24T13:00:07.123Z';
const RECIPIENT = [{ emailAddress: 'ana.ruiz@example.com' }];

function event(eventType: string, part: Record<string, unknown> = {}, tags: unknown = TAGS) {
  const mail = { timestamp: '2018-07-24T13:00:01.000Z', messageId: '0100-m', destination: ['x'], tags };
  return sesEventSchema.parse({ source: 'aws.ses', detail: { eventType, mail, ...part } });
}

function bounce(bounceType: string, bounceSubType: string) {
  return event('Bounce', {
    bounce: { bounceType, bounceSubType, timestamp: AT, bouncedRecipients: RECIPIENT },
  });
}

function complaint(part: Record<string, unknown>) {
  return event('Complaint', { complaint: { timestamp: AT, complainedRecipients: RECIPIENT, ...part } });
}

const EVENTS: [
  what: string,
  ReturnType<typeof event>,
  kind: string,
  reason: string | undefined,
  suppressed: string | undefined,
][] = [
  ['send', event('Send'), 'send', undefined, undefined],
  ['delivery', event('Delivery', { delivery: { timestamp: AT } }), 'delivered', undefined, undefined],
  [
    'delay',
    event('DeliveryDelay', { deliveryDelay: { timestamp: AT, delayType: 'MailboxFull' } }),
    'delayed',
    'MailboxFull',
    undefined,
  ],
  ['reject', event('Reject', { reject: { reason: 'Bad content' } }), 'rejected', 'Reject', undefined],
  ['bounce for good', bounce('Permanent', 'General'), 'bounced', 'Permanent/General', 'hard-bounce'],
  ['no such mailbox', bounce('Permanent', 'NoEmail'), 'bounced', 'Permanent/NoEmail', 'hard-bounce'],
  [
    'SES suppression list',
    bounce('Permanent', 'OnAccountSuppressionList'),
    'bounced',
    'Permanent/OnAccountSuppressionList',
    'hard-bounce',
  ],
  ['full mailbox', bounce('Transient', 'MailboxFull'), 'soft-bounced', 'Transient/MailboxFull', undefined],
  ['out of office', bounce('Transient', 'General'), 'soft-bounced', 'Transient/General', undefined],
  [
    'undetermined bounce',
    bounce('Undetermined', 'Undetermined'),
    'soft-bounced',
    'Undetermined/Undetermined',
    undefined,
  ],
  ['complaint', complaint({ complaintFeedbackType: 'abuse' }), 'complained', 'abuse', 'complaint'],
  ['complaint without a type', complaint({}), 'complained', 'complaint', 'complaint'],
  [
    'complaint taken back',
    complaint({ complaintFeedbackType: 'not-spam' }),
    'delivered',
    'not-spam',
    undefined,
  ],
];

describe('feedbackOf', () => {
  it.each(EVENTS)('reads %s', (_what, given, kind, reason, suppressed) => {
    const feedback = feedbackOf(given);
    expect(feedback?.fact).toMatchObject({
      runId: 'notice-1_20180724T130000Z',
      filerId: '0123456789abcdef',
      attempt: 1,
      kind,
      messageId: '0100-m',
    });
    expect(feedback?.fact.reason).toBe(reason);
    expect(feedback?.suppress.map(({ why }) => why.reason)).toEqual(suppressed ? [suppressed] : []);
  });

  it('keeps addresses out of the fact', () => {
    for (const [, given] of EVENTS) expect(JSON.stringify(feedbackOf(given)?.fact)).not.toContain('@');
  });

  it("passes by an email that isn't ours", () => {
    expect(feedbackOf(event('Send', {}, {}))).toBeNull();
  });
});
