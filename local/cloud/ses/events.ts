import type { Temporal } from 'temporal-polyfill';
import type { NewEvent } from '../events/buses.ts';
import { arnOf } from '../template/account.ts';
import { type BounceKind, bounce, complaint, delay, delivery, describeMail } from './event-details.ts';
import type { OutboxMail } from './outbox-mail.ts';

/** What becomes of an email at its recipient, by SES's events. */
export type Outcome =
  | 'delivered'
  | 'bounced'
  /** The mailbox forwards, and the one behind it bounced: the event names that one. */
  | 'forward-bounced'
  | 'soft-bounced'
  | 'complained'
  | 'out-of-office'
  | 'on-suppression-list'
  | 'delayed'
  | 'rejected'
  /** SES never says anything more. */
  | 'silent';

/** Types of event as SES names them. */
type SesEventType = 'Send' | 'Delivery' | 'Bounce' | 'Complaint' | 'Reject' | 'DeliveryDelay';

/** An event of SES on its way. */
export interface SesEvent {
  readonly type: SesEventType;
  readonly at: Temporal.Instant;
  readonly event: NewEvent;
}

/** Seconds from sending to each event. `Reply` is an out-of-office message. */
export type EventDelays = Readonly<Record<SesEventType | 'Reply', number>>;

/** About what SES itself takes. */
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
/** A mailbox to which others forward. */
const BEHIND = 'behind@elsewhere.example';
/** The harmless test virus that every scanner finds. */
const TEST_VIRUS = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE';

/** What becomes of an email: as the simulator's addresses say, and delivered to all others. */
export function outcomeOf({ to, raw }: Pick<OutboxMail, 'to' | 'raw'>): Outcome {
  if (Buffer.from(raw).includes(TEST_VIRUS)) return 'rejected';
  const [, name = ''] = SIMULATOR.exec(to[0] ?? '') ?? [];
  return SIMULATED[name.toLowerCase()] ?? 'delivered';
}

/** Every event that SES publishes of an email with this outcome, in order. */
export function sesEvents(
  mail: OutboxMail,
  { outcome, delays = EVENT_DELAYS }: { outcome: Outcome; delays?: EventDelays },
): SesEvent[] {
  return stepsOf(mail, outcome).map(({ type, content = {}, after = type }) => {
    const at = mail.at.add({ milliseconds: Math.round(delays[after] * 1000) });
    const { member, isTimed } = MEMBERS[type];
    const time = isTimed ? { timestamp: at.toString({ fractionalSecondDigits: 3 }) } : {};
    const detail = { eventType: type, mail: describeMail(mail), [member]: { ...time, ...content } };
    const event = { source: 'aws.ses', detailType: DETAIL_TYPES[type], detail, ...resourcesOf(mail) };
    return { type, at, event };
  });
}

/** What happens to an email, one event each. */
interface Step {
  readonly type: SesEventType;
  /** @default nothing */
  readonly content?: object;
  /** Whose delay it has. @default its type's */
  readonly after?: keyof EventDelays;
}

function stepsOf(mail: OutboxMail, outcome: Outcome): Step[] {
  const [recipient = ''] = mail.to;
  const sent: Step = { type: 'Send' };
  const delivered: Step = { type: 'Delivery', content: delivery(mail) };
  const bounced = (kind: BounceKind): Step => ({ type: 'Bounce', content: bounce(kind, recipient) });
  switch (outcome) {
    case 'silent':
      return [sent];
    case 'rejected':
      return [sent, { type: 'Reject', content: { reason: 'Bad content' } }];
    case 'delivered':
      return [sent, delivered];
    case 'delayed':
      return [sent, { type: 'DeliveryDelay', content: delay(recipient) }];
    case 'complained':
      return [sent, delivered, { type: 'Complaint', content: complaint(recipient) }];
    case 'out-of-office':
      return [sent, delivered, { ...bounced('Transient/General'), after: 'Reply' }];
    case 'soft-bounced':
      return [sent, bounced('Transient/MailboxFull')];
    case 'on-suppression-list':
      return [sent, bounced('Permanent/Suppressed')];
    case 'bounced':
      return [sent, bounced('Permanent/General')];
    case 'forward-bounced':
      return [sent, { type: 'Bounce', content: bounce('Permanent/General', BEHIND) }];
  }
}

/** The member of an event that holds what happened, and whether that has a time of its own. */
const MEMBERS: Readonly<Record<SesEventType, { readonly member: string; readonly isTimed: boolean }>> = {
  Send: { member: 'send', isTimed: false },
  Delivery: { member: 'delivery', isTimed: true },
  Bounce: { member: 'bounce', isTimed: true },
  Complaint: { member: 'complaint', isTimed: true },
  Reject: { member: 'reject', isTimed: false },
  DeliveryDelay: { member: 'deliveryDelay', isTimed: true },
};

function resourcesOf({ configurationSet }: OutboxMail): Pick<NewEvent, 'resources'> {
  return configurationSet ? { resources: [arnOf('ses', `configuration-set/${configurationSet}`)] } : {};
}
