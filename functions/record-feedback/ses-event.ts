import * as z from 'zod';
import type { Fact, FactKind } from '../domain/send/fact.ts';
import type { Suppression } from '../domain/send/suppression.ts';

// Shapes: docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
const instant = z.iso.datetime({ offset: true });
const tag = z.tuple([z.string()]).rest(z.string());

const mail = z.object({
  timestamp: instant,
  messageId: z.string(),
  tags: z.record(z.string(), tag).optional(),
});
const recipients = z.array(z.object({ emailAddress: z.string() })).optional();

const detail = z.discriminatedUnion('eventType', [
  z.object({ eventType: z.literal('Send'), mail }),
  z.object({ eventType: z.literal('Delivery'), mail, delivery: z.object({ timestamp: instant }) }),
  z.object({
    eventType: z.literal('DeliveryDelay'),
    mail,
    deliveryDelay: z.object({ timestamp: instant, delayType: z.string() }),
  }),
  z.object({
    eventType: z.literal('Bounce'),
    mail,
    bounce: z.object({
      timestamp: instant,
      bounceType: z.string(),
      bounceSubType: z.string(),
      bouncedRecipients: recipients,
    }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    mail,
    complaint: z.object({
      timestamp: instant,
      complaintSubType: z.string().nullish(),
      complaintFeedbackType: z.string().nullish(),
      complainedRecipients: recipients,
    }),
  }),
  z.object({ eventType: z.literal('Reject'), mail, reject: z.object({ reason: z.string() }) }),
  // These mean nothing here: Crier counts no openings or clicks, and SES renders nothing for it.
  z.object({ eventType: z.enum(['Open', 'Click', 'Subscription', 'Rendering Failure']), mail }),
]);
type Detail = z.infer<typeof detail>;

/** Parses an event of SES as EventBridge brings it. */
export const sesEventSchema = z.object({ source: z.literal('aws.ses'), detail });
/** An event of SES, as far as it is read. */
type SesEvent = z.infer<typeof sesEventSchema>;

/** What an event says: a fact of a send, and addresses to suppress. */
interface Feedback {
  readonly fact: Fact;
  readonly suppress: readonly { readonly address: string; readonly why: Suppression }[];
}

/** @returns `null` when the event says nothing of a send: it lacks our tags, or is of a kind that isn't recorded. */
export function feedbackOf({ detail }: SesEvent): Feedback | null {
  const send = sendOf(detail);
  if (!send) return null;
  const reading = readDetail(detail);
  if (!reading) return null;
  const { kind, at, reason, suppress } = reading;
  const fact: Fact = { ...send, kind, at, messageId: detail.mail.messageId, ...(reason && { reason }) };
  const why = suppress && {
    reason: suppress.reason,
    detail: reason ?? '',
    at,
    runId: send.runId,
    filerId: send.filerId,
  };
  return { fact, suppress: why ? suppress.addresses.map((address) => ({ address, why })) : [] };
}

function sendOf({ mail: { tags } }: Detail): Pick<Fact, 'runId' | 'filerId' | 'attempt'> | null {
  const runId = tags?.run?.[0];
  const filerId = tags?.filer?.[0];
  const attempt = Number(tags?.attempt?.[0]);
  return runId && filerId && Number.isInteger(attempt) ? { runId, filerId, attempt } : null;
}

interface Reading {
  readonly kind: FactKind;
  readonly at: string;
  /** A code; SES's free text may hold an address. */
  readonly reason?: string;
  readonly suppress?: { readonly reason: Suppression['reason']; readonly addresses: readonly string[] };
}

function readDetail(detail: Detail): Reading | null {
  switch (detail.eventType) {
    case 'Send':
      return { kind: 'send', at: detail.mail.timestamp };
    case 'Delivery':
      return { kind: 'delivered', at: detail.delivery.timestamp };
    case 'DeliveryDelay':
      return { kind: 'delayed', at: detail.deliveryDelay.timestamp, reason: detail.deliveryDelay.delayType };
    case 'Reject':
      return { kind: 'rejected', at: detail.mail.timestamp, reason: 'Reject' };
    case 'Bounce':
      return readBounce(detail);
    case 'Complaint':
      return readComplaint(detail);
    default:
      return null;
  }
}

/** Only a permanent bounce is for good; a full mailbox or an out-of-office reply is not. */
function readBounce({ bounce }: Extract<Detail, { eventType: 'Bounce' }>): Reading {
  const { timestamp, bounceType, bounceSubType, bouncedRecipients = [] } = bounce;
  const reason = `${bounceType}/${bounceSubType}`;
  if (bounceType !== 'Permanent') return { kind: 'soft-bounced', at: timestamp, reason };
  const addresses = bouncedRecipients.map(({ emailAddress }) => emailAddress);
  return { kind: 'bounced', at: timestamp, reason, suppress: { reason: 'hard-bounce', addresses } };
}

function readComplaint({ complaint }: Extract<Detail, { eventType: 'Complaint' }>): Reading {
  const { timestamp, complaintFeedbackType, complaintSubType, complainedRecipients = [] } = complaint;
  const reason = complaintSubType ?? complaintFeedbackType ?? 'complaint';
  // "Not spam" takes an earlier complaint back: no reason to stop mailing.
  if (complaintFeedbackType === 'not-spam') return { kind: 'delivered', at: timestamp, reason };
  const addresses = complainedRecipients.map(({ emailAddress }) => emailAddress);
  return { kind: 'complained', at: timestamp, reason, suppress: { reason: 'complaint', addresses } };
}
