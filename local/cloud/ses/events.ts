import type { Temporal } from 'temporal-polyfill';
import type { NewEvent } from '../events/buses.ts';
import { ACCOUNT, arnOf } from '../template/account.ts';
import type { OutboxMail } from './outbox-mail.ts';

/** What becomes of an email at its recipient. */
export type Outcome =
  | 'delivered'
  | 'bounced'
  | 'soft-bounced'
  | 'complained'
  | 'out-of-office'
  | 'on-suppression-list'
  | 'delayed'
  | 'rejected'
  /** SES never says anything more. */
  | 'silent';

export type SesEventType = 'Send' | 'Delivery' | 'Bounce' | 'Complaint' | 'Reject' | 'DeliveryDelay';

/** An event of SES on its way. */
export interface SesEvent {
  readonly type: SesEventType;
  readonly at: Temporal.Instant;
  readonly event: NewEvent;
}

/** Seconds between the sending and each event. */
export type EventDelays = Readonly<Record<SesEventType | 'Reply', number>>;

/** A reply is an out-of-office message. */
export const EVENT_DELAYS: EventDelays = {
  Send: 1,
  Reject: 1,
  Delivery: 4,
  Bounce: 4,
  Reply: 8,
  Complaint: 60,
  DeliveryDelay: 300,
};

const DETAIL_TYPES: Readonly<Record<SesEventType, string>> = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
  Reject: 'Email Rejected',
  DeliveryDelay: 'Email Delivery Delayed',
};

/** The addresses of SES's mailbox simulator; `bounce+anything@` is one of them as well. */
const SIMULATOR = /^(\w+)(\+[^@]*)?@simulator\.amazonses\.com$/i;
const SIMULATED: Readonly<Record<string, Outcome>> = {
  success: 'delivered',
  bounce: 'bounced',
  complaint: 'complained',
  ooto: 'out-of-office',
  suppressionlist: 'on-suppression-list',
};
/** The harmless virus that every scanner knows. */
const TEST_VIRUS = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE';

/** What becomes of an email, as the simulator's addresses say; everybody else gets it. */
export function outcomeOf({ to, raw }: Pick<OutboxMail, 'to' | 'raw'>): Outcome {
  if (Buffer.from(raw).includes(TEST_VIRUS)) return 'rejected';
  const [, name = ''] = SIMULATOR.exec(to[0] ?? '') ?? [];
  return SIMULATED[name.toLowerCase()] ?? 'delivered';
}

/** Every event that SES publishes of an email with this outcome. */
export function sesEvents(
  mail: OutboxMail,
  outcome: Outcome,
  delays: EventDelays = EVENT_DELAYS,
): SesEvent[] {
  const event = (type: SesEventType, content: object, seconds: number = delays[type]): SesEvent => {
    const at = mail.at.add({ milliseconds: Math.round(seconds * 1000) });
    const name = NAMES[type];
    const timestamp = at.toString({ fractionalSecondDigits: 3 });
    const detail = {
      eventType: type,
      mail: describe(mail),
      ...(name && { [name]: { timestamp, ...content } }),
      ...(type === 'Send' && { send: {} }),
      ...(type === 'Reject' && { reject: content }),
    };
    return {
      type,
      at,
      event: { source: 'aws.ses', detailType: DETAIL_TYPES[type], detail, ...resourcesOf(mail) },
    };
  };
  const [recipient = ''] = mail.to;
  const sent = event('Send', {});
  const delivered = event('Delivery', deliveryTo(mail));
  switch (outcome) {
    case 'silent':
      return [sent];
    case 'rejected':
      return [sent, event('Reject', { reason: 'Bad content' })];
    case 'delivered':
      return [sent, delivered];
    case 'delayed':
      return [sent, event('DeliveryDelay', delayTo(recipient))];
    case 'complained':
      return [sent, delivered, event('Complaint', complaintOf(recipient))];
    case 'out-of-office':
      return [sent, delivered, event('Bounce', bounce('Transient', 'General', recipient), delays.Reply)];
    case 'soft-bounced':
      return [sent, event('Bounce', bounce('Transient', 'MailboxFull', recipient))];
    case 'on-suppression-list':
      return [sent, event('Bounce', bounce('Permanent', 'Suppressed', recipient))];
    case 'bounced':
      return [sent, event('Bounce', bounce('Permanent', 'General', recipient))];
  }
}

const NAMES: Readonly<Partial<Record<SesEventType, string>>> = {
  Delivery: 'delivery',
  Bounce: 'bounce',
  Complaint: 'complaint',
  DeliveryDelay: 'deliveryDelay',
};

/** What every event says of the email itself. */
function describe({ at, from, to, messageId, raw, tags, configurationSet }: OutboxMail): object {
  const headers = headersOf(raw);
  const named = (name: string) => headers.find((header) => header.name.toLowerCase() === name)?.value;
  const domain = from.split('@').at(-1) ?? '';
  return {
    timestamp: at.toString({ fractionalSecondDigits: 3 }),
    source: from,
    sourceArn: arnOf('ses', `identity/${domain}`),
    sendingAccountId: ACCOUNT,
    messageId,
    destination: to,
    headersTruncated: false,
    headers,
    commonHeaders: { from: [named('from')], to: [named('to')], subject: named('subject'), messageId },
    tags: {
      'ses:operation': ['SendRawEmail'],
      ...(configurationSet && { 'ses:configuration-set': [configurationSet] }),
      'ses:source-ip': ['127.0.0.1'],
      'ses:from-domain': [domain],
      'ses:caller-identity': ['local'],
      ...Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
    },
  };
}

/** The header lines of a message, unfolded. */
export function headersOf(raw: Uint8Array): { name: string; value: string }[] {
  const text = Buffer.from(raw).toString('latin1');
  const [head = ''] = text.split(/\r?\n\r?\n/, 1);
  return head
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .map((line) => {
      const colon = line.indexOf(':');
      return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
    });
}

function resourcesOf({ configurationSet }: OutboxMail): Pick<NewEvent, 'resources'> {
  return configurationSet ? { resources: [arnOf('ses', `configuration-set/${configurationSet}`)] } : {};
}

function deliveryTo({ to }: OutboxMail): object {
  const smtpResponse = '250 2.6.0 Message received';
  return {
    processingTimeMillis: 4000,
    recipients: to,
    smtpResponse,
    reportingMTA: 'local.smtp-out.amazonses.com',
  };
}

function bounce(bounceType: string, bounceSubType: string, emailAddress: string): object {
  const permanent = bounceType === 'Permanent';
  const failure = {
    action: 'failed',
    status: permanent ? '5.1.1' : '4.2.2',
    diagnosticCode: permanent ? 'smtp; 550 5.1.1 user unknown' : 'smtp; 452 4.2.2 mailbox full',
  };
  const isReply = bounceType === 'Transient' && bounceSubType === 'General';
  return {
    feedbackId: `${emailAddress.length.toString(16)}-local-000000`,
    bounceType,
    bounceSubType,
    bouncedRecipients: [{ emailAddress, ...(!isReply && failure) }],
    reportingMTA: 'dns; local.smtp-out.amazonses.com',
  };
}

function complaintOf(emailAddress: string): object {
  return {
    feedbackId: `${emailAddress.length.toString(16)}-local-000000`,
    complaintSubType: null,
    complainedRecipients: [{ emailAddress }],
    complaintFeedbackType: 'abuse',
  };
}

function delayTo(emailAddress: string): object {
  return {
    delayType: 'TransientCommunicationFailure',
    delayedRecipients: [
      { emailAddress, status: '4.4.1', diagnosticCode: 'smtp; 421 4.4.1 Unable to connect' },
    ],
  };
}
