import type { SendStatus } from '../../domain/send/status.ts';
import { STATUS_WORDS, sendReasonWords } from '../../domain/send/words.ts';
import { capitalized } from '../../lib/letter-case.ts';
import type { Tone } from '../../queries/tone.ts';
import { Tag } from './tag.tsx';

const TONES: Readonly<Record<SendStatus, Tone>> = {
  waiting: 'plain',
  sent: 'busy',
  delayed: 'wait',
  delivered: 'good',
  bounced: 'bad',
  complained: 'bad',
  failed: 'bad',
  skipped: 'plain',
  unknown: 'wait',
};

/** `Delivered`: the status of a send as a label. */
export function SendTag({ status }: { readonly status: SendStatus }) {
  return <Tag tone={TONES[status]}>{statusLabel(status)}</Tag>;
}

/** `Delivered`, `Unconfirmed`. */
export function statusLabel(status: SendStatus): string {
  return capitalized(STATUS_WORDS[status]);
}

/** Why a send came to its status; a reason that has no text is shown as it is. */
export function sendReason(status: SendStatus, reason: string): string {
  return capitalized(sendReasonWords(status, reason));
}
