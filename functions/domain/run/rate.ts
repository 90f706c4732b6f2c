import type { BreakerLimits } from '../plan/plan.ts';
import { CHUNK_SIZE } from './run.ts';

/** SES's limits of the account: emails a second, and emails left in the 24-hour window. */
export interface SendQuota {
  readonly maxSendRate: number;
  readonly left: number;
  readonly max24Hours: number;
}

/** The account's limits, the part of them that this launch may use (0 to 1), and when the circuit breaker opens. */
export interface SendingLimits extends SendQuota {
  readonly accountShare: number;
  readonly breaker: BreakerLimits;
}

/** Emails are sent at no more than this part of the account's rate: its meter isn't ours. */
const MARGIN = 0.85;
/** A throttle halves the rate … */
const THROTTLED_FACTOR = 0.5;
/** … and it is back in full after this time. */
const RECOVERY_MILLISECONDS = 10 * 60_000;

/** What the gate item says about the rate. Times are epoch milliseconds. */
export interface GateRate {
  /** Factor right after the last throttle. */
  readonly factor?: number;
  readonly throttledAt?: number;
}

/**
 * The rate allowed now, in emails per second.
 * @param maxSendRate SES's `MaxSendRate` of the account, in emails per second.
 * @param accountShare The part of the account's rate that this launch may use, 0 to 1.
 */
export function allowedRate(
  gate: GateRate,
  { maxSendRate, accountShare, now }: { maxSendRate: number; accountShare: number; now: number },
): number {
  return maxSendRate * MARGIN * accountShare * recoveredFactor(gate, now);
}

/** The factor to note when SES throttles now. */
export function throttledFactor(gate: GateRate, now: number): number {
  return Math.max(0.05, recoveredFactor(gate, now) * THROTTLED_FACTOR);
}

function recoveredFactor({ factor = 1, throttledAt }: GateRate, now: number): number {
  if (throttledAt === undefined) return 1;
  const recovered = Math.max(0, now - throttledAt) / RECOVERY_MILLISECONDS;
  return Math.min(1, factor + (1 - factor) * recovered);
}

/** How many emails one reservation takes: one second's share, and at least one. */
export function shareSize(rate: number): number {
  return Math.max(1, Math.floor(rate));
}

/** From one slot to the next, rounded up: whole numbers add up without ever exceeding the rate. */
export function intervalMicroseconds(rate: number): number {
  return Math.ceil(1_000_000 / rate);
}

/** A chunk keeps its sender busy for so long after its last slot, at SES's slowest. */
const CYCLE_SECONDS = 1.2;

/**
 * How many chunks one sender must work on at once to use a rate alone: while some wait for SES's answers, others
 * fill the slots. Two more, so that the next is ready at any rate.
 */
export function chunksAtOnce(rate: number): number {
  return 2 + Math.ceil((rate * CYCLE_SECONDS) / CHUNK_SIZE);
}
