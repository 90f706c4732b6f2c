import type { SendStatus } from '../../domain/send/status.ts';
import { STATUS_WORDS, sendReasonWords } from '../../domain/send/words.ts';
import type { Html } from './html.ts';
import { type Tone, toneTag } from './tag.ts';

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

/** `Delivered`: a status as a label. */
export function statusTag(status: SendStatus): Html {
  return toneTag(TONES[status], statusName(status));
}

/** `Delivered`, `Sent or not: unknown`. */
export function statusName(status: SendStatus): string {
  return capital(STATUS_WORDS[status]);
}

/** Why it came so, in words; a code that has none is shown as it is. */
export function sendReason(status: SendStatus, reason: string): string {
  return capital(sendReasonWords(status, reason));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
