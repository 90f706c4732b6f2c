/** What SES says, and what Crier does with it: the table of docs/feedback.md. `-`: nothing. */
export interface EventRow {
  readonly event: string;
  readonly eventType: string;
  /** The part of the event that is named like it. */
  readonly part: Record<string, unknown>;
  readonly fact: string;
  readonly reason: string;
  readonly status: string;
  readonly suppressed: string;
  readonly secondary: boolean;
}

const AT = '2018-07-24T13:00:07.123Z';
/** Nothing in these says that the person wants no email. */
const BAD_MAILBOX = ['General', 'NoEmail', 'Suppressed', 'EmailValidationSuppressed'].map(
  (one) => `Permanent/${one}`,
);
const RECIPIENT = [{ emailAddress: 'ana.ruiz@example.com' }];

function row(
  event: string,
  [eventType, part]: [string, object],
  outcome: [string, string, string, string?],
): EventRow {
  const [fact, reason, status, suppressed = '-'] = outcome;
  return {
    event,
    eventType,
    part: part as Record<string, unknown>,
    fact,
    reason,
    status,
    suppressed,
    secondary: BAD_MAILBOX.includes(reason),
  };
}

function bounce(bounceType: string, bounceSubType: string): EventRow {
  const part = { bounce: { bounceType, bounceSubType, timestamp: AT, bouncedRecipients: RECIPIENT } };
  const reason = `${bounceType}/${bounceSubType}`;
  const outcome: [string, string, string, string?] =
    bounceType === 'Permanent'
      ? ['bounced', reason, 'bounced', 'hard-bounce']
      : ['soft-bounced', reason, 'delayed'];
  return row(`Bounce ${reason}`, ['Bounce', part], outcome);
}

function complaint(what: string, given: object, outcome: [string, string, string, string?]): EventRow {
  const part = { complaint: { timestamp: AT, complainedRecipients: RECIPIENT, ...given } };
  return row(`Complaint ${what}`, ['Complaint', part], outcome);
}

function delay(delayType: string): EventRow {
  const part = { deliveryDelay: { timestamp: AT, delayType, delayedRecipients: RECIPIENT } };
  return row(`DeliveryDelay ${delayType}`, ['DeliveryDelay', part], ['delayed', delayType, 'delayed']);
}

export const EVENTS: readonly EventRow[] = [
  row('Send', ['Send', { send: {} }], ['send', '-', 'sent']),
  row('Delivery', ['Delivery', { delivery: { timestamp: AT } }], ['delivered', '-', 'delivered']),
  ...[
    'InternalFailure',
    'General',
    'MailboxFull',
    'SpamDetected',
    'RecipientServerError',
    'IPFailure',
    'TransientCommunicationFailure',
    'BYOIPHostNameLookupUnavailable',
    'Undetermined',
    'SendingDeferral',
  ].map(delay),
  row('Reject', ['Reject', { reject: { reason: 'Bad content' } }], ['rejected', 'Reject', 'bounced']),
  ...[
    'General',
    'NoEmail',
    'Suppressed',
    'EmailValidationSuppressed',
    'OnAccountSuppressionList',
    'OnTenantSuppressionList',
    'UnsubscribedRecipient',
  ].map((subType) => bounce('Permanent', subType)),
  ...[
    'General',
    'MailboxFull',
    'MessageTooLarge',
    'ContentRejected',
    'AttachmentRejected',
    'CustomTimeoutExceeded',
  ].map((subType) => bounce('Transient', subType)),
  bounce('Undetermined', 'Undetermined'),
  complaint('without a type', { complaintSubType: null }, [
    'complained',
    'complaint',
    'complained',
    'complaint',
  ]),
  ...['abuse', 'auth-failure', 'fraud', 'other', 'virus'].map((type) =>
    complaint(type, { complaintFeedbackType: type }, ['complained', type, 'complained', 'complaint']),
  ),
  complaint('not-spam', { complaintFeedbackType: 'not-spam' }, ['delivered', 'not-spam', 'delivered']),
  ...['OnAccountSuppressionList', 'OnTenantSuppressionList'].map((complaintSubType) =>
    complaint(complaintSubType, { complaintSubType }, [
      'complained',
      complaintSubType,
      'complained',
      'complaint',
    ]),
  ),
  ...['Open', 'Click', 'Subscription', 'Rendering Failure'].map((type) =>
    row(type, [type, {}], ['-', '-', '-']),
  ),
];
