import type { Temporal } from 'temporal-polyfill';
import { pivotDate } from '../domain/plan/phases.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { CurrentPlan } from '../domain/plan/stored-plan.ts';
import { activatedCounts, type ProgressDay, progressDays } from '../domain/run/progress-days.ts';
import { loadNeeds } from '../queries/needs/load-needs.ts';
import type { Need } from '../queries/needs/need.ts';
import type { PhaseState } from '../queries/phases/phase-state.ts';
import { readinessHistory } from '../queries/readiness-history.ts';
import type { NotifyServices } from './services.ts';

/** What notices to staff tell. */
export interface NoticeFacts {
  readonly plan: Plan;
  readonly now: Temporal.Instant;
  /** What needs attention, as the console's overview lists it. */
  readonly needs: readonly Need[];
  readonly phases: readonly PhaseState[];
  /** How filers moved, oldest day first. */
  readonly days: readonly ProgressDay[];
}

/** Loads what the console's overview shows. @throws Error when it can't be read: half of it would reassure */
export async function loadFacts(
  current: CurrentPlan,
  { services, now }: { services: NotifyServices; now: Temporal.Instant },
): Promise<NoticeFacts> {
  const { plan } = current;
  const [{ needs, state }, history, active] = await Promise.all([
    loadNeeds(current, { services, now }),
    readinessHistory(pivotDate(plan), services),
    services.roster.active(),
  ]);
  const days = progressDays(activatedCounts(history, active), plan.court.zone);
  return { plan, now, needs, phases: state.phases, days };
}
