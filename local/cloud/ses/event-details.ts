import { ACCOUNT, arnOf } from '../template/account.ts';
import type { OutboxMail } from './outbox-mail.ts';

/** SES's type and subtype of a bounce. */
export type BounceKind =
  | 'Permanent/General'
  | 'Permanent/Suppressed'
  | 'Transient/MailboxFull'
  /** An out-of-office reply. */
  | 'Transient/General';

/** What every event says about the email itself. */
export function describeMail({ at, from, to, messageId, raw, tags, configurationSet }: OutboxMail): object {
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

/** The details of a delivery. */
export function delivery({ to }: OutboxMail): object {
  return {
    processingTimeMillis: 4000,
    recipients: to,
    smtpResponse: '250 2.6.0 Message received',
    reportingMTA: 'local.smtp-out.amazonses.com',
  };
}

const FAILURES = {
  Permanent: { status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
  Transient: { status: '4.2.2', diagnosticCode: 'smtp; 452 4.2.2 mailbox full' },
};

/** The details of a bounce. */
export function bounce(kind: BounceKind, emailAddress: string): object {
  const [bounceType, bounceSubType] = kind.split('/') as [keyof typeof FAILURES, string];
  const failure = kind === 'Transient/General' ? {} : { action: 'failed', ...FAILURES[bounceType] };
  return {
    feedbackId: feedbackIdOf(emailAddress),
    bounceType,
    bounceSubType,
    bouncedRecipients: [{ emailAddress, ...failure }],
    reportingMTA: 'dns; local.smtp-out.amazonses.com',
  };
}

/** The details of a complaint. */
export function complaint(emailAddress: string): object {
  return {
    feedbackId: feedbackIdOf(emailAddress),
    complaintSubType: null,
    complainedRecipients: [{ emailAddress }],
    complaintFeedbackType: 'abuse',
  };
}

/** The details of a delay. */
export function delay(emailAddress: string): object {
  const reason = { status: '4.4.1', diagnosticCode: 'smtp; 421 4.4.1 Unable to connect' };
  return {
    delayType: 'TransientCommunicationFailure',
    delayedRecipients: [{ emailAddress, ...reason }],
  };
}

function feedbackIdOf(emailAddress: string): string {
  return `${emailAddress.length.toString(16)}-local-000000`;
}
