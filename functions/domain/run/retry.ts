import { Temporal } from 'temporal-polyfill';
import type { State } from '../filer/state.ts';
import type { Fact } from '../send/fact.ts';
import { foldStatus, type Send } from '../send/status.ts';
import type { Attempt, Run } from './run.ts';

/** Why nothing of a run may be retried: its emails would be wrong by now. */
export function refusal(
  { runId, cancelled, expiresAt }: Pick<Run, 'runId' | 'cancelled' | 'expiresAt'>,
  now: Temporal.Instant,
): { readonly reason: 'cancelled' | 'expired'; readonly message: string } | null {
  if (cancelled !== undefined) {
    return {
      reason: 'cancelled',
      message: `The run ${runId} is cancelled (${cancelled}): nothing of it goes out.`,
    };
  }
  if (Temporal.Instant.compare(now, expiresAt) < 0) return null;
  return {
    reason: 'expired',
    message: `The run ${runId} expired at ${expiresAt}: its emails make no sense any more. Phone these filers.`,
  };
}

/**
 * The further attempt that a filer's facts call for, or `null`: only what failed or is unknown is tried again.
 * @param reason Only where the deciding fact has this reason.
 */
export function nextAttempt(facts: readonly Fact[], reason?: string): Attempt | null {
  const { status, fact } = foldStatus(facts);
  if (!fact || (status !== 'failed' && status !== 'unknown')) return null;
  if (reason !== undefined && fact.reason !== reason) return null;
  const last = Math.max(...facts.map(({ attempt }) => attempt));
  const state = facts.find((one) => one.state !== undefined)?.state as State | undefined;
  return { filerId: fact.filerId, attempt: last + 1, state: state ?? 'verify-account' };
}

/** Why a send isn't retried, in words. */
export function whyNot({ status, fact }: Send): string {
  const because = fact?.reason ? ` (${fact.reason})` : '';
  return `The send is ${status}${because}: only what failed or is unknown is tried again.`;
}
