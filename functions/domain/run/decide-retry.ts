import { Temporal } from 'temporal-polyfill';
import type { Fact } from '../send/fact.ts';
import { foldStatus, type Send } from '../send/status.ts';
import { nextAttempt } from './retry.ts';
import type { Attempt, Run } from './run.ts';

/** Why sends aren't tried again: a code, and a sentence for people. */
interface RetryRefusal {
  readonly retry: false;
  readonly reason: 'cancelled' | 'expired' | 'no-such-send' | 'not-retryable' | 'nothing-to-retry';
  readonly message: string;
}

/** Whether sends are tried again, and by which attempts. */
export type RetryDecision =
  | {
      readonly retry: true;
      /** What one command tries: at most {@link MAX_RETRIES}. */
      readonly attempts: readonly Attempt[];
      /** How many sends failed or are unknown. */
      readonly found: number;
      /** What they were before, for the audit log: `2 failed`, `1 unknown`. */
      readonly before: readonly string[];
    }
  | RetryRefusal;

/** Whose sends are to be tried again: of one filer, or with this reason only. */
interface RetryChoice {
  readonly runId: string;
  readonly filerId?: string | undefined;
  readonly reason?: string | undefined;
}

/** Sends that one command retries: more would fit neither its audit log entry nor its time. */
export const MAX_RETRIES = 1000;

/** Why nothing of a run may be retried, or `null`: its emails would be wrong by now. */
export function runRefusal(
  { runId, cancelled, expiresAt }: Pick<Run, 'runId' | 'cancelled' | 'expiresAt'>,
  now: Temporal.Instant,
): RetryRefusal | null {
  if (cancelled !== undefined) {
    return refused(
      'cancelled',
      `The run ${runId} is canceled (${cancelled}): none of its emails will be sent.`,
    );
  }
  if (Temporal.Instant.compare(now, expiresAt) < 0) return null;
  return refused(
    'expired',
    `The run ${runId} has expired: its emails would be out of date. Call these filers.`,
  );
}

/** Decides on one filer's send, by all its facts. */
export function decideOne(
  facts: readonly Fact[],
  { runId, filerId, reason }: RetryChoice & { readonly filerId: string },
): RetryDecision {
  if (facts.length === 0) return refused('no-such-send', `The send log of ${runId} has no filer ${filerId}.`);
  const attempt = nextAttempt(facts, reason);
  const send = foldStatus(facts);
  if (attempt) return decideAll([{ attempt, status: send.status }], { runId });
  return refused('not-retryable', whyNot(send));
}

/** A send that may be tried again, by what attempt. */
export interface RetryableSend {
  readonly attempt: Attempt;
  readonly status: Send['status'];
}

/** Decides on every send of a run. @param found Each filer's {@link nextAttempt}. */
export function decideAll(found: readonly RetryableSend[], { runId, reason }: RetryChoice): RetryDecision {
  if (found.length > 0) {
    const byStatus = [...Map.groupBy(found, ({ status }) => status)].sort();
    return {
      retry: true,
      attempts: found.slice(0, MAX_RETRIES).map(({ attempt }) => attempt),
      found: found.length,
      before: byStatus.map(([status, sends]) => `${sends.length} ${status}`),
    };
  }
  const which = reason === undefined ? '' : ` with the reason ${reason}`;
  return refused('nothing-to-retry', `No email of ${runId} has failed or is unknown${which}.`);
}

function whyNot({ status, fact }: Send): string {
  const because = fact?.reason ? ` (${fact.reason})` : '';
  return `This email’s status is ${status}${because}: only failed or unknown emails can be retried.`;
}

function refused(reason: RetryRefusal['reason'], message: string): RetryRefusal {
  return { retry: false, reason, message };
}
