import { sendStatusWords, skipWords } from '../../../functions/domain/send/words.ts';
import type { SendLine } from './read.ts';

/** A filer who can't be reached by email, or whose entry the clerk must settle. */
export interface PersonToSee {
  readonly name: string;
  readonly userId: string;
  readonly phone: string;
  readonly email: string;
  /** What is the matter, in words. */
  readonly what: string;
}

/** Whom the last phase that ran didn't reach: people to call, and entries of the roster to settle. */
export function peopleToSee(lines: readonly SendLine[]): PersonToSee[] {
  const last = lines.at(-1)?.run.runId;
  return lines
    .filter(({ run, send }) => run.runId === last && needsPerson(send.status))
    .map(({ filer, send, state }) => ({
      name: [filer.firstName, filer.lastName].filter(Boolean).join(' '),
      userId: filer.userId,
      phone: filer.phone ?? '',
      email: filer.email ?? '',
      what:
        send.status === 'skipped'
          ? skippedBecause(send.fact?.reason ?? '', state)
          : sendStatusWords(send.status, send.fact?.reason),
    }));
}

function needsPerson(status: SendLine['send']['status']): boolean {
  return ['bounced', 'complained', 'failed', 'unknown', 'skipped'].includes(status);
}

/** A conflict says what contradicts what: the clerk needs no second look-up. */
function skippedBecause(reason: string, { state, reason: why }: SendLine['state']): string {
  return reason === state ? why : skipWords(reason);
}
