import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { FactKind } from '../domain/send/fact.ts';
import type { Suppression } from '../domain/send/suppression.ts';
import { type EventSubject, subjectOf } from './event-subject.ts';
import { plainAddress } from './plain-address.ts';

// Shapes: docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
const part = z.record(z.string(), z.unknown());
/** Its kind is read strictly, and so is each value below: what other mail servers wrote is in there too. */
const eventSchema = z.object({
  source: z.literal('aws.ses'),
  detail: z.object({
    eventType: z.enum([
      'Send',
      'Delivery',
      'DeliveryDelay',
      'Bounce',
      'Complaint',
      'Reject',
      // These mean nothing here: Crier counts no openings or clicks, and SES renders nothing for it.
      'Open',
      'Click',
      'Subscription',
      'Rendering Failure',
    ]),
    mail: part,
    delivery: part.catch({}),
    deliveryDelay: part.catch({}),
    bounce: part.catch({}),
    complaint: part.catch({}),
  }),
});
type Detail = z.infer<typeof eventSchema>['detail'];

/** What an event of SES says about an email. Everything in it has a bounded length, and the form that it should have. */
export interface SesNews {
  readonly about: EventSubject;
  readonly kind: FactKind;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  /** A code; SES's free text may hold an address. */
  readonly reason?: string;
  readonly messageId?: string;
  /** Why the address that was emailed is suppressed; left out: it isn't. */
  readonly suppress?: Suppression['reason'];
  /** The addresses that the event names: first where SES says that the email went, then those that were reported. */
  readonly named: readonly string[];
}

/**
 * Reads an event of SES as EventBridge brings it.
 * @param now The time for events whose own can't be right.
 * @returns `null` for a kind of event that isn't recorded.
 * @throws Error when it isn't an event that SES is known to publish.
 */
export function readSesEvent(event: unknown, now: Temporal.Instant): SesNews | null {
  const { detail } = eventSchema.parse(event);
  const reading = readDetail(detail);
  if (!reading) return null;
  const { kind, at, reason, suppress, reported } = reading;
  const { mail } = detail;
  const { messageId } = mail;
  return {
    about: subjectOf(mail.tags),
    kind,
    at: instantOf(at, now),
    ...(reason !== undefined && { reason }),
    ...(typeof messageId === 'string' && MESSAGE_ID.test(messageId) && { messageId }),
    ...(suppress && { suppress }),
    named: [...addressesIn(mail.destination), ...addressesIn(reported)],
  };
}

interface Reading extends Pick<SesNews, 'kind' | 'reason' | 'suppress'> {
  readonly at: unknown;
  /** SES's list of recipients. */
  readonly reported?: unknown;
}

function readDetail({ eventType, mail, ...detail }: Detail): Reading | null {
  switch (eventType) {
    case 'Send':
      return { kind: 'send', at: mail.timestamp };
    case 'Delivery':
      return { kind: 'delivered', at: detail.delivery.timestamp };
    case 'DeliveryDelay': {
      const { timestamp, delayType } = detail.deliveryDelay;
      return { kind: 'delayed', at: timestamp, reason: codeOf(delayType) };
    }
    case 'Reject':
      return { kind: 'rejected', at: mail.timestamp, reason: 'Reject' };
    case 'Bounce':
      return readBounce(detail.bounce);
    case 'Complaint':
      return readComplaint(detail.complaint);
    default:
      return null;
  }
}

/** Only a permanent bounce counts; a full mailbox or an out-of-office reply doesn't. */
function readBounce({ timestamp, bounceType, bounceSubType, bouncedRecipients }: Detail['bounce']): Reading {
  if (typeof bounceType !== 'string') {
    throw new Error('Cannot record a bounce because its type must be a text: it is not');
  }
  const reason = `${codeOf(bounceType)}/${codeOf(bounceSubType)}`;
  const common = { at: timestamp, reason, reported: bouncedRecipients };
  return bounceType === 'Permanent'
    ? { ...common, kind: 'bounced', suppress: 'hard-bounce' }
    : { ...common, kind: 'soft-bounced' };
}

function readComplaint({
  timestamp,
  complaintFeedbackType,
  complaintSubType,
  complainedRecipients,
}: Detail['complaint']): Reading {
  const type = complaintSubType ?? complaintFeedbackType;
  const reason = type == null ? 'complaint' : codeOf(type);
  const common = { at: timestamp, reason, reported: complainedRecipients };
  // "Not spam" takes an earlier complaint back: no reason to stop mailing.
  if (complaintFeedbackType === 'not-spam') return { ...common, kind: 'delivered' };
  return { ...common, kind: 'complained', suppress: 'complaint' };
}

/** In the headers of later emails, so nothing else may be in it. */
const MESSAGE_ID = /^[\w-]{1,100}$/;
const CODE = /^[A-Za-z][\w-]{0,63}$/;

/** A code as SES writes them; `other` for anything else, such as what a stranger's complaint gives as its type. */
function codeOf(value: unknown): string {
  return typeof value === 'string' && CODE.test(value) ? value : 'other';
}

/** SES takes no more in one email. */
const MAX_RECIPIENTS = 50;

/** The addresses in a list of texts or of SES's recipients. */
function addressesIn(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.slice(0, MAX_RECIPIENTS).flatMap((one: unknown) => {
    const text =
      typeof one === 'object' && one !== null ? (one as { emailAddress?: unknown }).emailAddress : one;
    return plainAddress(text) ?? [];
  });
}

const EARLIEST = Temporal.Instant.from('2000-01-01T00:00:00Z');
/** Clocks differ; by more than a day it is another mistake. */
const MAX_AHEAD = Temporal.Duration.from({ hours: 24 });

function instantOf(value: unknown, now: Temporal.Instant): string {
  const at = readInstant(value);
  const isLikely =
    at &&
    Temporal.Instant.compare(at, EARLIEST) >= 0 &&
    Temporal.Instant.compare(at, now.add(MAX_AHEAD)) <= 0;
  return (isLikely ? at : now).toString({ fractionalSecondDigits: 3 });
}

function readInstant(value: unknown): Temporal.Instant | null {
  if (typeof value !== 'string' || value.length > 40) return null;
  try {
    return Temporal.Instant.from(value);
  } catch {
    return null;
  }
}
