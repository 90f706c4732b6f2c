import type { Temporal } from 'temporal-polyfill';
import type { Services } from '../../aws/pick.ts';
import { pivotDate } from '../../domain/plan/phases.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import { errorFields } from '../../lib/error-fields.ts';
import { type CallListServices, callList } from '../call-list.ts';
import { type CurrentCountServices, type CurrentCounts, currentCounts } from '../current-counts.ts';
import { loadPhases } from '../phases/load-phases.ts';
import type { PhasesState } from '../phases/phase-state.ts';
import type { Need } from './need.ts';
import { overviewNeeds } from './overview-needs.ts';

/** What finding out what needs attention needs. */
export type NeedServices = CallListServices &
  CurrentCountServices &
  Pick<
    Services,
    | 'arrivals'
    | 'countDeadLetters'
    | 'gate'
    | 'log'
    | 'oneOffs'
    | 'phaseMarks'
    | 'planOf'
    | 'plans'
    | 'roleGrants'
    | 'roster'
    | 'runs'
  >;

/** What needs attention, and what it follows from. */
interface LoadedNeeds {
  readonly needs: readonly Need[];
  readonly state: PhasesState;
  /** The active roster. */
  readonly roster: RosterVersion | null;
  /** By the ids of runs. */
  readonly counts: ReadonlyMap<string, CurrentCounts>;
  /** Whom to call isn't known yet. */
  readonly isIndexing: boolean;
}

/** How many of the latest uploads are looked at for one that needs a decision. */
const LATEST_VERSIONS = 10;

/** Loads everything that a person must do now: the one list of the overview and of notices to staff. */
export async function loadNeeds(
  current: CurrentPlan,
  { services, now }: { services: NeedServices; now: Temporal.Instant },
): Promise<LoadedNeeds> {
  const { plan } = current;
  const [state, roster] = await Promise.all([
    loadPhases(current, { services, now }),
    services.roster.activeVersion(),
  ]);
  const [calls, counts, versions, active, deadLetters, unreported, pendingPlan, roleGrants] =
    await Promise.all([
      roster && callList({ version: roster, pivotDate: pivotDate(plan) }, services),
      currentCounts(state.runs, services),
      services.roster.versionsBefore(null, LATEST_VERSIONS),
      services.roster.active(),
      countDeadLetters(services),
      services.arrivals.unreported(),
      services.plans.pending(),
      services.roleGrants.latest(now),
    ]);
  const known = {
    roster,
    versions,
    active,
    counts,
    deadLetters,
    unreported,
    pendingPlan,
    roleGrants,
    callList: calls,
  };
  return {
    needs: overviewNeeds({ plan, now, ...state, ...known }),
    state,
    roster,
    counts,
    isIndexing: roster !== null && calls === null,
  };
}

/** `null`: the queues don't answer. Everything else is still known. */
async function countDeadLetters({
  countDeadLetters,
  log,
}: Pick<NeedServices, 'countDeadLetters' | 'log'>): Promise<number | null> {
  return countDeadLetters().catch((error: Error) => {
    log.error('dead-letters-uncounted', errorFields(error));
    return null;
  });
}
