import type { BreakerLimits } from '../plan/plan.ts';
import type { Fact } from './fact.ts';
import { FACTS, foldStatus } from './status.ts';

/** Why the circuit breaker holds a run. docs/runbook.md says what each asks of a person. */
type BreakerReason = 'breaker-bounces' | 'breaker-complaints' | 'breaker-failures';

/** What the breaker counts in a run: one filer's send each. */
interface BreakerCount {
  /** SES took them. */
  readonly taken: number;
  /** Hard bounces: the mailbox refused permanently. */
  readonly bounced: number;
  readonly complained: number;
}

/**
 * Counts sends for the breaker.
 * @param from Instant from which on facts count: when a person last lifted the breaker's hold.
 */
export function countForBreaker(sends: Iterable<readonly Fact[]>, from?: string): BreakerCount {
  let taken = 0;
  let bounced = 0;
  let complained = 0;
  for (const facts of sends) {
    const counted = facts.filter(({ at }) => from === undefined || Date.parse(at) >= Date.parse(from));
    const { status, fact } = foldStatus(counted);
    if (!fact || !FACTS[fact.kind].proof) continue;
    taken++;
    if (status === 'complained') complained++;
    // SES counts the bounce, though a secondary address got the email.
    else if (counted.some(({ kind }) => kind === 'bounced')) bounced++;
  }
  return { taken, bounced, complained };
}

/** Which limit of the plan a run is over, if any: first the one that endangers the whole account most. */
export function overLimit(
  { taken, bounced, complained }: BreakerCount,
  limits: BreakerLimits,
): Exclude<BreakerReason, 'breaker-failures'> | null {
  if (taken < limits.afterSends) return null;
  if (complained * 100 > limits.complaintPercent * taken) return 'breaker-complaints';
  return bounced * 100 > limits.bouncePercent * taken ? 'breaker-bounces' : null;
}

/** How many failures a share ends with; `begins`: something else came before them, so they are counted from zero. */
export function failuresAtEnd(kinds: readonly Fact['kind'][]): { count: number; begins: boolean } {
  const last = kinds.findLastIndex((kind) => kind !== 'failed' && kind !== 'unknown');
  return { count: kinds.length - 1 - last, begins: last >= 0 };
}
