import { Temporal } from 'temporal-polyfill';
import { sumByState, unreachableIn } from '../../domain/filer/state-counts.ts';
import { goLiveAt, goLiveDate } from '../../domain/plan/phases.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import type { RunCounts } from '../../domain/run/run-counts.ts';
import { dateWords } from '../../lib/court-time.ts';
import { readinessHistory } from '../../queries/readiness-history.ts';
import type { ConsoleApp } from '../http/context.ts';
import { renderPage } from '../http/show.ts';
import { loadAudience, loadFit, mailableOf } from '../phases/phase-audience.ts';
import { phaseName } from '../phases/phase-name.ts';
import { loadPhases, type PhaseState, type PhasesState } from '../phases/phase-state.ts';
import type { ConsoleServices } from '../services.ts';
import { overviewNeeds } from './overview-needs.ts';
import { type Milestone, type OverviewView, overviewPage } from './overview-page.tsx';
import type { PhaseLine } from './phase-timeline.tsx';
import type { ReadinessView } from './readiness.tsx';

/** The first page: how long still, how ready filers are, what was sent, what comes next, and what needs a person. */
export function registerOverview(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/', async (c) => {
    const { plan: current, now } = c.var;
    const view = current && (await loadOverview(current, { services, now }));
    return renderPage(c, overviewPage(view), services);
  });
}

/** So many of the latest uploads are looked at for one that waits for a decision. */
const LATEST_VERSIONS = 10;

async function loadOverview(
  current: CurrentPlan,
  { services, now }: { services: ConsoleServices; now: Temporal.Instant },
): Promise<OverviewView> {
  const { plan } = current;
  const [state, roster, counts, versions, active, readiness, deadLetters] = await Promise.all([
    loadPhases(current, { services, now }),
    services.roster.activeVersion(),
    services.counts.counts(),
    services.roster.versionsBefore(null, LATEST_VERSIONS),
    services.roster.active(),
    loadReadiness(goLiveDate(plan), services),
    countDeadLetters(services),
  ]);
  return {
    zone: plan.court.zone,
    now,
    certainty: plan.goLive.certainty,
    milestones: milestonesOf(current, now),
    phases: await linesOf(state, { current, counts, services }),
    needs: overviewNeeds({ plan, now, ...state, roster, versions, active, counts, deadLetters }),
    filers: roster?.filers ?? null,
    readiness,
  };
}

/** The overview is shown all the same when the queues don't answer. */
async function countDeadLetters({
  countDeadLetters,
  log,
}: Pick<ConsoleServices, 'countDeadLetters' | 'log'>): Promise<number | null> {
  return countDeadLetters().catch((error: Error) => {
    log.error('dead-letters-uncounted', { error: error.name });
    return null;
  });
}

async function linesOf(
  { phases, gate }: PhasesState,
  {
    current,
    counts,
    services,
  }: { current: CurrentPlan; counts: ReadonlyMap<string, RunCounts>; services: ConsoleServices },
): Promise<PhaseLine[]> {
  const next = phases.find(({ status }) => status.kind === 'planned' || status.kind === 'released');
  const forecast = next && (await forecastOf(next, { current, gate, services }));
  return phases.map((phase) => {
    const { id, at, status, standing, marks } = phase;
    const { run } = standing;
    return {
      id,
      name: phaseName(phase),
      at,
      status,
      emails: run?.audience?.mailable ?? (run ? null : (marks.prepared?.filers ?? null)),
      result: run ? (counts.get(run.runId) ?? null) : null,
      next: phase === next ? (forecast ?? null) : null,
    };
  });
}

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

async function loadReadiness(
  goLive: string | null,
  services: Pick<ConsoleServices, 'roster' | 'readiness'>,
): Promise<ReadinessView> {
  const [history, active] = await Promise.all([readinessHistory(goLive, services), services.roster.active()]);
  const activated = new Set(
    active.acts.flatMap(({ action, version }) => (action === 'activate' ? [version] : [])),
  );
  // What was rejected says nothing of filers.
  const inForce = history.filter(({ version, isActive }) => isActive || activated.has(version));
  const current = inForce.find(({ isActive }) => isActive);
  const upToCurrent = current ? inForce.slice(0, inForce.indexOf(current) + 1) : inForce;
  return {
    points: upToCurrent.map(({ uploadedAt: at, byState, version }) => ({
      at,
      version,
      states: sumByState(byState),
      unreachable: unreachableIn(byState),
    })),
    isCounted: current !== undefined,
    otherDay: current?.isForOtherDay ? dayWords(current.goLiveDate) : null,
  };
}

function dayWords(goLive: string | null): string {
  return goLive ? dateWords(goLive) : 'a day to be announced';
}

function milestonesOf({ plan }: CurrentPlan, now: Temporal.Instant): Milestone[] {
  const goLive = goLiveAt(plan);
  const { zone } = plan.court;
  if (!goLive || !plan.outages) return [];
  const outage = Temporal.PlainDateTime.from(plan.outages.filing.from).toZonedDateTime(zone);
  const isClosed = Temporal.Instant.compare(now, outage.toInstant()) >= 0;
  return [
    { name: isClosed ? 'Filing closed' : 'Filing closes', at: outage.toInstant().toString() },
    { name: 'Go-live', at: goLive.toInstant().toString() },
  ];
}
