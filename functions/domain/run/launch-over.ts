import { Temporal } from 'temporal-polyfill';
import { phasesOf, pivotAt } from '../plan/phases.ts';
import type { Plan } from '../plan/plan.ts';
import type { Run } from './run.ts';

/**
 * Whether nothing can be sent by this plan any more: every phase of it, and every run, is past its expiry, and nothing is
 * under way. What isn't known counts as still to come.
 * @param plan `null`: there is none, or it isn't known.
 */
export function isLaunchOver({
  plan,
  runs,
  now,
}: {
  plan: Plan | null;
  runs: readonly Pick<Run, 'completedAt' | 'expiresAt'>[];
  now: Temporal.Instant;
}): boolean {
  if (!plan || plan.phases.length === 0) return false;
  const pivot = pivotAt(plan);
  const phases = phasesOf(plan);
  // Phases without a time are still to come.
  if (!pivot || phases.length < plan.phases.length) return false;
  const isPast = (at: Temporal.Instant | string) => Temporal.Instant.compare(at, now) < 0;
  return (
    isPast(pivot.toInstant()) &&
    phases.every(({ expiresAt }) => isPast(expiresAt.toInstant())) &&
    runs.every(({ completedAt, expiresAt }) => completedAt !== undefined && isPast(expiresAt))
  );
}
