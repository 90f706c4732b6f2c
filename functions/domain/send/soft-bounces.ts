import type { Fact } from './fact.ts';
import { foldStatus } from './status.ts';

/** After soft bounces in this many phases, one after the other, a filer is phoned. */
export const MAX_SOFT_BOUNCES = 3;

/**
 * Whether a mailbox keeps refusing emails for now: phase after phase, without one that it took. A phase that says
 * nothing either way (no email, or no news of it yet) doesn't count.
 * @param phases The filer's facts of each run, the newest run first.
 */
export function keepsBouncing(phases: readonly (readonly Fact[])[]): boolean {
  let bounces = 0;
  for (const facts of phases) {
    const { status, fact } = foldStatus(facts);
    if (status === 'delivered') break;
    if (fact?.kind === 'soft-bounced') bounces++;
  }
  return bounces >= MAX_SOFT_BOUNCES;
}
