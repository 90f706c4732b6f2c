import { Temporal } from 'temporal-polyfill';
import { allowedRate, type SendingLimits } from './rate.ts';

/** Why a run doesn't fit, before its first email. */
export type PreflightReason = 'daily-quota' | 'too-slow';

/** Whether a run fits, and how many seconds it takes at the allowed rate. */
export type Preflight =
  | { readonly fits: true; readonly seconds: number }
  | { readonly fits: false; readonly reason: PreflightReason; readonly seconds: number };

/** Reckons whether a run's emails fit into the account's daily quota and before its expiry. */
export function preflight(
  mailable: number,
  {
    limits,
    now,
    expiresAt,
  }: { limits: Omit<SendingLimits, 'breaker'>; now: Temporal.Instant; expiresAt: string },
): Preflight {
  const rate = allowedRate({}, { ...limits, now: now.epochMilliseconds });
  const seconds = Math.ceil(mailable / rate);
  const left = limits.left * limits.accountShare;
  if (mailable > left) return { fits: false, reason: 'daily-quota', seconds };
  const finished = now.add({ seconds });
  const inTime = Temporal.Instant.compare(finished, expiresAt) <= 0;
  return inTime ? { fits: true, seconds } : { fits: false, reason: 'too-slow', seconds };
}
