import type { Lineage } from '../iam/caller.ts';
import { LIMITS } from '../limits.ts';
import type { LocalFunction } from './functions.ts';

/**
 * Whether Lambda would end a loop: a function is invoked by what it caused itself, again and again, and isn't allowed to.
 * Lambda sees that through SQS, S3 and its own Invoke; here it is seen through SQS and Invoke.
 */
export function isLoop(
  { id, endsLoops }: Pick<LocalFunction, 'id' | 'endsLoops'>,
  lineage: Lineage,
): boolean {
  return endsLoops && lineage.filter((one) => one === id).length >= LIMITS.lambdaLoop.most;
}
