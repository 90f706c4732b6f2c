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

/** Why somebody in the audience got no email. A reason without words is shown as it is. */
const SKIP_WORDS: Readonly<Record<string, string>> = {
  unreachable: 'no usable address',
  'suppressed-hard-bounce': 'an earlier email bounced',
  'suppressed-complaint': 'marked an earlier email as spam',
  conflict: 'conflict in the roster',
  'awaiting-court': 'waits for the court',
  expired: 'too late: the phase had expired',
  cancelled: 'the phase was cancelled',
  'had-before': 'had this email from a run that was cancelled',
  'not-in-roster': 'no longer in the roster',
};

export function skipWords(reason: string): string {
  return SKIP_WORDS[reason] ?? reason;
}
