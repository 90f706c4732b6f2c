import type { SendStatus } from '../../domain/send/status.ts';
import { STATUS_WORDS, sendReasonWords, sendStatusWords } from '../../domain/send/words.ts';
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

interface SendTagProps {
  readonly status: SendStatus;
  /** The code of the fact that decided. */
  readonly reason: string | null | undefined;
}

/** `Delivered`: the status of a send as a label. */
export function SendTag({ status, reason }: SendTagProps) {
  return <Tag tone={TONES[status]}>{capitalized(sendStatusWords(status, reason))}</Tag>;
}

/** `Delivered`, `Unconfirmed`. */
export function statusLabel(status: SendStatus): string {
  return capitalized(STATUS_WORDS[status]);
}

/** Why a send came to its status, after its meaning; a reason that has no text is shown as it is. */
export function sendReason(status: SendStatus, reason: string | null | undefined): string | null {
  const words = reason == null ? null : sendReasonWords(status, reason);
  return words && capitalized(words);
}

/** The same, as another sentence. */
export function reasonSentence(status: SendStatus, reason: string | null | undefined): string {
  const why = sendReason(status, reason);
  return why ? ` ${why}.` : '';
}
