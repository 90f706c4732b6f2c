import { Temporal } from 'temporal-polyfill';
import { preflight } from '../../functions/domain/run/preflight.ts';

/** How long preflight reckons for a phase, of a launch that has the account's rate to itself. */
export function secondsAt(filers: number, maxSendRate: number): number {
  const now = Temporal.Instant.from('2026-01-01T00:00:00Z');
  const limits = { maxSendRate, left: filers, max24Hours: filers, accountShare: 1 };
  return preflight(filers, { limits, now, expiresAt: '2027-01-01T00:00:00Z' }).seconds;
}
