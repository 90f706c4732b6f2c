import { inSentence } from '../../lib/letter-case.ts';
import { STATE_WORDS, type State } from '../filer/state.ts';
import { sesRefusal } from './ses-refusals.ts';
import type { SendStatus } from './status.ts';

/** Statuses in words. */
export const STATUS_WORDS: Readonly<Record<SendStatus, string>> = {
  waiting: 'waiting',
  sent: 'sent',
  delayed: 'delayed',
  delivered: 'delivered',
  bounced: 'bounced',
  complained: 'marked as spam',
  failed: 'failed',
  skipped: 'not sent',
  unknown: 'unconfirmed',
};

/** The status of one send in words: nothing bounced where SES itself wouldn't deliver. */
export function sendStatusWords(status: SendStatus, reason: string | null | undefined): string {
  return status === 'bounced' && sesRefusal(reason) ? 'not delivered' : STATUS_WORDS[status];
}

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
  'had-before': 'already received this email, from a canceled run',
  'not-in-roster': 'no longer in the roster',
};

/** Why a filer got no email, in words; a reason without words is shown as it is. */
export function skipWords(reason: string): string {
  const state = STATE_WORDS[reason as State];
  return SKIP_WORDS[reason] ?? (state === undefined ? reason : inSentence(state));
}

/** What each status asks of a person. */
const ADVICE: Readonly<Record<SendStatus, string>> = {
  waiting: 'Nothing: it will be sent automatically.',
  sent: 'Nothing: a delivery report should follow.',
  delayed: 'Nothing yet: the email service will keep trying for some hours. Call the filer if it can’t wait.',
  delivered: 'Nothing.',
  bounced:
    'Call the filer, and add a working address to the roster. Crier sends no more emails to this address until ' +
    'someone allows them again.',
  complained: 'Call the filer. Crier sends no more emails to this address until someone allows them again.',
  failed: 'Retry it. If it fails again, call the filer.',
  skipped: 'Call the filer if the reason calls for it.',
  unknown:
    'Wait an hour for a delivery report. Then call the filer, or retry the email: the filer may get it twice.',
};

const SETTLED =
  'Nothing more to do: a call, another address, or the filer’s state has settled it, or they left the roster.';

/** An outcome with what became of it since. */
interface Outcome {
  readonly status: SendStatus;
  /** The code of why, when there is one. */
  readonly reason: string | null;
  /** A person, an upload or the filer’s state has dealt with it. @default not known to be */
  readonly isSettled?: boolean;
}

/** What an outcome asks of a person. */
export function adviceOf({ status, reason, isSettled = false }: Outcome): string {
  if (isSettled) return SETTLED;
  return reason === 'Reject'
    ? 'Call the filer, and tell operations staff: Amazon SES found malware in this email. The address can still be emailed.'
    : ADVICE[status];
}

/** Codes of bounces, complaints and failures in words. SES documents what its subtypes mean. */
const REASON_WORDS: Readonly<Record<string, string>> = {
  'Permanent/General': 'the mail server permanently refuses this mailbox',
  'Permanent/NoEmail': 'there is no such mailbox',
  'Transient/General': 'refused for now',
  'Transient/MailboxFull': 'the mailbox is full',
  'Transient/MessageTooLarge': 'too large for this mailbox',
  'Transient/ContentRejected': 'the mail server rejected the content',
  'Transient/AttachmentRejected': 'the mail server rejected an attachment',
  abuse: 'reported as spam',
  'render-failed': 'the email couldn’t be created from the roster’s data',
  'filer-missing': 'this filer isn’t in the run’s roster',
  'sender-stopped': 'the sender stopped before it was done',
  'sender-lost': 'the sender stopped repeatedly',
};

/** Why a send has its status, in words; a code without words is shown as it is. `null`: its meaning says it. */
export function sendReasonWords(status: SendStatus, reason: string): string | null {
  if (status === 'bounced' && sesRefusal(reason)) return null;
  return status === 'skipped' ? skipWords(reason) : (REASON_WORDS[reason] ?? reason);
}
