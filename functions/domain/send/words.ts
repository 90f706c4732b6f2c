import { STATE_WORDS, type State } from '../filer/state.ts';
import type { SendStatus } from './status.ts';

/** Statuses in words. */
export const STATUS_WORDS: Readonly<Record<SendStatus, string>> = {
  waiting: 'not sent yet',
  sent: 'sent, outcome still open',
  delayed: 'delayed by the mail server',
  delivered: 'delivered',
  bounced: 'bounced',
  complained: 'marked the email as spam',
  failed: 'refused by SES',
  skipped: 'not mailed',
  unknown: 'sent or not: unknown',
};

/** Why a filer in the audience got no email. */
const SKIP_WORDS: Readonly<Record<string, string>> = {
  unreachable: 'no usable address',
  'suppressed-hard-bounce': 'an earlier email bounced',
  'suppressed-complaint': 'marked an earlier email as spam',
  'suppressed-asked': 'asked not to be emailed',
  'test-stage': 'this is a test launch, and the address isn’t on its list',
  erased: 'the person’s data was erased',
  expired: 'too late: the phase had expired',
  cancelled: 'the phase was canceled',
  'had-before': 'had this email from a run that was canceled',
  'not-in-roster': 'no longer in the roster',
};

/** Why a filer got no email, in words; a reason without words is shown as it is. */
export function skipWords(reason: string): string {
  const state = STATE_WORDS[reason as State];
  return SKIP_WORDS[reason] ?? (state === undefined ? reason : inSentence(state));
}

/** A label inside a sentence. */
export function inSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** What each status asks of a person. */
export const ADVICE: Readonly<Record<SendStatus, string>> = {
  waiting: 'Nothing: it will be sent automatically.',
  sent: 'Nothing: news of it is on its way.',
  delayed: 'Nothing yet: the mail service keeps trying for some hours. Phone the filer if it can’t wait.',
  delivered: 'Nothing.',
  bounced:
    'Phone the filer, and put a working address into the roster. Crier stops emails to an address after this, until ' +
    'someone allows them again.',
  complained:
    'Phone the filer. Crier stops emails to an address after this, until someone allows them again.',
  failed: 'Try it again. If it fails again, phone the filer.',
  skipped: 'Nothing, unless the reason calls for a phone call.',
  unknown: 'Wait an hour for news of it. Then phone, or try it again: the filer may get it twice.',
};

/** Codes of bounces, complaints and failures in words. SES documents what its subtypes mean. */
const REASON_WORDS: Readonly<Record<string, string>> = {
  'Permanent/General': 'the mail server refuses this mailbox for good',
  'Permanent/NoEmail': 'there is no such mailbox',
  'Permanent/Suppressed': 'the mail service no longer mails this address, since it bounced before',
  'Permanent/OnAccountSuppressionList': 'the account’s own list keeps this address from being mailed',
  'Permanent/UnsubscribedRecipient': 'the filer unsubscribed with the mail service',
  'Transient/General': 'refused for now',
  'Transient/MailboxFull': 'the mailbox is full',
  'Transient/MessageTooLarge': 'too large for this mailbox',
  'Transient/ContentRejected': 'the mail server took offence at the content',
  'Transient/AttachmentRejected': 'the mail server took offence at an attachment',
  abuse: 'reported as spam',
  'render-failed': 'the email could not be made from the roster’s data',
  'filer-missing': 'the roster of this run has no such filer',
  'sender-stopped': 'its sender stopped in the middle of it',
  'sender-lost': 'its sender was lost again and again',
};

/** Why a send has its status, in words; a code without words is shown as it is. */
export function sendReasonWords(status: SendStatus, reason: string): string {
  return status === 'skipped' ? skipWords(reason) : (REASON_WORDS[reason] ?? reason);
}
