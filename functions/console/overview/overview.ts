import { Temporal } from 'temporal-polyfill';
import { PIVOT, pivotOf, WINDOWS } from '../../domain/plan/dated.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import { pivotAt, pivotDate, windowAt } from '../../domain/plan/phases.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import { filersIn } from '../../domain/roster/roster-version.ts';
import { isLaunchOver } from '../../domain/run/launch-over.ts';
import type { CurrentCounts } from '../../queries/current-counts.ts';
import { loadNeeds } from '../../queries/needs/load-needs.ts';
import { approvalLabel, claimOf } from '../../queries/phases/phase-labels.ts';
import {
  emailsOf,
  nextPhase,
  type PhaseState,
  type PhasesState,
  shownAt,
  shownRun,
} from '../../queries/phases/phase-state.ts';
import type { ConsoleApp } from '../http/context.ts';
import { renderPage } from '../http/show.ts';
import { loadAudience, loadFit, mailableOf } from '../phases/phase-audience.ts';
import type { ConsoleServices } from '../services.ts';
import { loadReadiness } from './load-readiness.ts';
import { type Milestone, type OverviewView, overviewPage } from './overview-page.tsx';
import type { PhaseLine } from './phase-timeline.tsx';

/** The first page of the console. */
export function registerOverview(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/', async (c) => {
    const { plan: current, now } = c.var;
    const view = current && (await loadOverview(current, { services, now }));
    return renderPage(c, overviewPage(view), services);
  });
}

async function loadOverview(
  current: CurrentPlan,
  { services, now }: { services: ConsoleServices; now: Temporal.Instant },
): Promise<OverviewView> {
  const { plan } = current;
  const [{ needs, state, roster, counts, isIndexing }, readiness] = await Promise.all([
    loadNeeds(current, { services, now }),
    loadReadiness(pivotDate(plan), services),
  ]);
  return {
    zone: plan.court.zone,
    now,
    certainty: pivotOf(plan).certainty,
    milestones: milestonesOf(current, { phases: state.phases, now }),
    isOver: isLaunchOver({ plan, runs: state.runs, now }),
    phases: await linesOf(state, { current, counts, services }),
    needs,
    isIndexing,
    filers: roster && filersIn(roster),
    readiness,
  };
}

interface LineOptions {
  readonly current: CurrentPlan;
  /** By the ids of runs. */
  readonly counts: ReadonlyMap<string, CurrentCounts>;
  readonly services: ConsoleServices;
}

async function linesOf(
  { phases, gate }: PhasesState,
  { current, counts, services }: LineOptions,
): Promise<PhaseLine[]> {
  const next = nextPhase(phases);
  // A paused run has an audience already, and its result is shown instead.
  const forecast =
    next && next.status.kind !== 'held' ? await forecastOf(next, { current, gate, services }) : null;
  return phases.map((phase) => {
    const { id, kind, status, twoPersonApproval } = phase;
    const run = shownRun(phase);
    return {
      id,
      kind,
      name: phaseName(phase),
      at: shownAt(phase),
      status,
      twoPersonApproval,
      approval: phase === next && status.kind === 'planned' ? approvalLabel(phase) : null,
      emails: emailsOf(phase),
      result: run ? (counts.get(run.runId) ?? null) : null,
      next: phase === next ? forecast : null,
    };
  });
}

/** How many emails a phase sends as the roster is now, and how long they take. */
async function forecastOf(
  phase: PhaseState,
  { current, gate, services }: { current: CurrentPlan; gate: PhasesState['gate']; services: ConsoleServices },
): Promise<NonNullable<PhaseLine['next']>> {
  const emails = mailableOf(await loadAudience(phase, { current, services }));
  if (emails === null) return { emails, seconds: null };
  const { at: from, expiresAt } = phase;
  const fit = await loadFit(emails, { current, gate, from, expiresAt, services });
  return { emails, seconds: fit?.preflight.seconds ?? null };
}

/** What the launch counts down to: nothing before the pivot has a date. */
function milestonesOf(
  { plan }: CurrentPlan,
  { phases, now }: Pick<PhasesState, 'phases'> & { now: Temporal.Instant },
): Milestone[] {
  const pivot = pivotAt(plan);
  if (!pivot) return [];
  const starts = WINDOWS.flatMap(([, row]) => {
    const window = windowAt(plan, row);
    const at = window?.from.toInstant();
    // Once it is over, nothing counts down to it.
    if (!row.starts || !at || Temporal.Instant.compare(now, window!.to.toInstant()) >= 0) return [];
    const isPast = Temporal.Instant.compare(now, at) >= 0;
    return [{ name: isPast ? row.starts.past : row.starts.ahead, at: at.toString(), unconfirmed: null }];
  });
  const at = pivot.toInstant();
  const open = phases.find(isUnconfirmed);
  const unconfirmed = open && Temporal.Instant.compare(now, at) >= 0 ? claimOf(open.kind) : null;
  return [...starts, { name: PIVOT.label, at: at.toString(), unconfirmed }];
}

/** Whether a phase still needs someone to confirm what its emails say. */
function isUnconfirmed({ needsConfirmation, status }: PhaseState): boolean {
  return needsConfirmation && (status.kind === 'planned' || status.kind === 'waiting');
}
