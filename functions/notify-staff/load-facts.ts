import type { Temporal } from 'temporal-polyfill';
import type { Need } from '../console/overview/need.ts';
import { overviewNeeds } from '../console/overview/overview-needs.ts';
import { loadPhases } from '../console/phases/load-phases.ts';
import type { PhaseState } from '../console/phases/phase-state.ts';
import { pivotDate } from '../domain/plan/phases.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { CurrentPlan } from '../domain/plan/stored-plan.ts';
import { activatedCounts, type ProgressDay, progressDays } from '../domain/run/progress-days.ts';
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

/** How many of the latest uploads are looked at for one that needs a decision, as on the overview. */
const LATEST_VERSIONS = 10;

/** Loads what the console's overview shows. @throws Error when any of it can't be read: half of it would reassure */
export async function loadFacts(
  current: CurrentPlan,
  { services, now }: { services: NotifyServices; now: Temporal.Instant },
): Promise<NoticeFacts> {
  const { plan } = current;
  const [state, roster, counts, versions, active, deadLetters, unreported, history] = await Promise.all([
    loadPhases(current, { services, now }),
    services.roster.activeVersion(),
    services.counts.counts(),
    services.roster.versionsBefore(null, LATEST_VERSIONS),
    services.roster.active(),
    services.countDeadLetters(),
    services.arrivals.unreported(),
    readinessHistory(pivotDate(plan), services),
  ]);
  const kinds = unreported.map(({ kind }) => kind);
  const facts = { plan, now, ...state, roster, versions, active, counts, deadLetters, unreported: kinds };
  return {
    plan,
    now,
    needs: overviewNeeds(facts),
    phases: state.phases,
    days: progressDays(activatedCounts(history, active), plan.court.zone),
  };
}
