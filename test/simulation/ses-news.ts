import type { Accepted } from './others.ts';
import type { SesNews } from './simulation.ts';

const TIMESTAMP = '2018-07-24T13:05:00.000Z';

/** Mailboxes that no email went to: one to which others forward, and one that an unknown run emailed. */
export const BEHIND = 'behind@elsewhere.example';
export const RESTORED = 'restored@elsewhere.example';
export const UNKNOWN_RUN = 'notice-9_20180101T000000Z';

/** An event of SES, shortened to what the functions read. */
interface EventType {
  readonly eventType: string;
  /** What it becomes in the log; left out: nothing. */
  readonly kind?: string;
  /** Tags of its own. */
  readonly tags?: Readonly<Record<string, unknown>>;
  readonly detail?: (to: string) => Readonly<Record<string, unknown>>;
}

const EVENTS = {
  Send: { eventType: 'Send', kind: 'send' },
  Delivery: {
    eventType: 'Delivery',
    kind: 'delivered',
    detail: () => ({ delivery: { timestamp: TIMESTAMP } }),
  },
  DeliveryDelay: {
    eventType: 'DeliveryDelay',
    kind: 'delayed',
    detail: () => ({ deliveryDelay: { timestamp: TIMESTAMP, delayType: 'MailboxFull' } }),
  },
  Bounce: { eventType: 'Bounce', kind: 'bounced', detail: (to) => ({ bounce: bounce('Permanent', to) }) },
  /** The mailbox forwards, and the one behind it bounced. */
  ForwardBounce: {
    eventType: 'Bounce',
    kind: 'bounced',
    detail: () => ({ bounce: bounce('Permanent', BEHIND) }),
  },
  BareBounce: {
    eventType: 'Bounce',
    kind: 'bounced',
    detail: () => ({ bounce: { ...bounce('Permanent', ''), timestamp: 'soon' } }),
  },
  UnknownRun: {
    eventType: 'Bounce',
    tags: { run: [UNKNOWN_RUN] },
    detail: () => ({ bounce: bounce('Permanent', `"Filer" <${RESTORED}>`) }),
  },
  UnknownAttempt: {
    eventType: 'Complaint',
    tags: { attempt: ['999'] },
    detail: () => ({ complaint: { complainedRecipients: [{ emailAddress: BEHIND }] } }),
  },
  UnreadableTags: { eventType: 'Delivery', tags: { attempt: ['1e3'], filer: [{}] } },
  /** For good as well, and no reason to try another address. */
  Unsubscribed: {
    eventType: 'Bounce',
    kind: 'bounced',
    detail: (to) => ({ bounce: { ...bounce('Permanent', to), bounceSubType: 'UnsubscribedRecipient' } }),
  },
  SoftBounce: {
    eventType: 'Bounce',
    kind: 'soft-bounced',
    detail: (to) => ({ bounce: bounce('Transient', to) }),
  },
  Complaint: {
    eventType: 'Complaint',
    kind: 'complained',
    detail: (to) => ({ complaint: { timestamp: TIMESTAMP, complainedRecipients: [{ emailAddress: to }] } }),
  },
  Reject: { eventType: 'Reject', kind: 'rejected', detail: () => ({ reject: { reason: 'Bad content' } }) },
} as const satisfies Readonly<Record<string, EventType>>;

export type NewsType = keyof typeof EVENTS;

/** What SES says about an email that it took. */
export function newsOf(type: NewsType, mail: Accepted): SesNews {
  const event: EventType = EVENTS[type];
  const { messageId, run, filer, attempt, to } = mail;
  const tags = { run: [run], filer: [filer], attempt: [attempt], ...event.tags };
  const body = {
    source: 'aws.ses',
    detail: {
      eventType: event.eventType,
      mail: { timestamp: TIMESTAMP, messageId, tags },
      ...event.detail?.(to),
    },
  };
  const label = `${type} ${filer.slice(0, 4)}`;
  return { body: JSON.stringify(body), label, run, filer, attempt, messageId, kind: event.kind ?? null };
}

function bounce(bounceType: string, to: string): Readonly<Record<string, unknown>> {
  return {
    timestamp: TIMESTAMP,
    bounceType,
    bounceSubType: 'General',
    bouncedRecipients: [{ emailAddress: to }],
  };
}
