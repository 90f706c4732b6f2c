import type { Temporal } from 'temporal-polyfill';
import { actorLabel, personIds } from '../../domain/actor.ts';
import { STATE_WORDS } from '../../domain/filer/state.ts';
import { sumByState } from '../../domain/filer/state-counts.ts';
import { PIVOT } from '../../domain/plan/dated.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import { pivotAt, pivotDate } from '../../domain/plan/phases.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import { dateHistory } from '../../domain/run/date-history.ts';
import { goalOf, OPEN_STATES } from '../../domain/run/goal.ts';
import { isLaunchOver } from '../../domain/run/launch-over.ts';
import { activatedCounts, progressDays } from '../../domain/run/progress-days.ts';
import type { Run } from '../../domain/run/run.ts';
import type { RunCounts } from '../../domain/run/run-counts.ts';
import { notSentWords, tallyOf } from '../../domain/run/tally.ts';
import { capitalized } from '../../lib/letter-case.ts';
import { linkTo } from '../../lib/link-to.ts';
import { currentCounts } from '../../queries/current-counts.ts';
import { launchRecord } from '../../queries/launch-record.ts';
import { loadPhases } from '../../queries/phases/load-phases.ts';
import { readinessHistory } from '../../queries/readiness-history.ts';
import type { ConsoleServices } from '../services.ts';
import { datesLabels } from './dates-labels.ts';
import { loadCalls } from './load-calls.ts';
import { approvalsIn, pauseLabels, whyOfUpload } from './record-labels.ts';
import { reportPhases } from './report-phases.ts';
import type { ReportDates, ReportProgress, ReportView } from './report-view.ts';
import { runFigures, sumFigures } from './run-figures.ts';

interface ReportOptions {
  readonly services: ConsoleServices;
  readonly now: Temporal.Instant;
}

/** Loads everything that the report says, by counts: no roster is read, and of the send log small runs alone. */
export async function loadReport(
  current: CurrentPlan,
  { services, now }: ReportOptions,
): Promise<ReportView> {
  const state = await loadPhases(current, { services, now });
  const [counts, record, progress] = await Promise.all([
    currentCounts(state.runs, services),
    launchRecord(services),
    loadProgress(current, services),
  ]);
  const { plan } = current;
  const { zone, name: court } = plan.court;
  const { entries, plans, isCut } = record;
  const [people, calls] = await Promise.all([
    services.sessions.names(personIds([...plans, ...entries.map(({ act }) => act)])),
    loadCalls(plan, { entries, services }),
  ]);
  const names = {
    people,
    phases: new Map([
      ...state.runs.flatMap((run) => [run.phaseId, run.runId].map((id) => [id, phaseName(run)] as const)),
      ...state.phases.map((phase) => [phase.id, phaseName(phase)] as const),
    ]),
  };
  const phases = reportPhases(state, counts);
  return {
    launch: plan.name,
    court,
    zone,
    now,
    isOver: isLaunchOver({ plan, runs: state.runs, now }),
    ahead: phases.filter(({ figures }) => figures === null).length,
    dates: dateHistory(plans, state.runs).map(
      (span): ReportDates => ({
        at: span.since,
        what: 'Dates set',
        by: capitalized(actorLabel(span.by, people)),
        why: whyOfUpload(entries, span.key),
        dates: datesLabels(span.plan),
        emails: emailsOf(span.runs, counts),
      }),
    ),
    phases,
    totals: sumFigures(phases.flatMap(({ figures }) => figures ?? [])),
    countedAt: latest([...counts.values()]),
    progress,
    notSent: notSentIn([...counts.values()]),
    calls,
    pauses: pauseLabels(entries, { ...names, gate: state.gate }),
    approvals: approvalsIn(entries, names),
    isCut,
  };
}

function emailsOf(runs: readonly Run[], counts: ReadonlyMap<string, RunCounts>): number {
  const known = runs.flatMap(({ runId }) => counts.get(runId) ?? []);
  return sumFigures(known.map(runFigures)).sent;
}

function notSentIn(counts: readonly RunCounts[]): string[] {
  const sums: Record<string, number> = {};
  for (const { notSentBy } of counts.map(tallyOf)) {
    for (const [reason, filers] of Object.entries(notSentBy)) sums[reason] = (sums[reason] ?? 0) + filers;
  }
  return notSentWords({ notSentBy: sums });
}

function latest(counts: readonly RunCounts[]): string | null {
  return (
    counts
      .map(({ asOf }) => asOf)
      .sort()
      .at(-1) ?? null
  );
}

async function loadProgress(
  { plan }: CurrentPlan,
  services: Pick<ConsoleServices, 'roster' | 'readiness'>,
): Promise<ReportProgress | null> {
  const [history, active] = await Promise.all([
    readinessHistory(pivotDate(plan), services),
    services.roster.active(),
  ]);
  const counts = activatedCounts(history, active);
  const last = counts.at(-1);
  if (!last?.isActive) return null;
  const days = progressDays(counts, plan.court.zone);
  const pivot = pivotAt(plan);
  return {
    goal: goalOf(days.at(-1)!.states),
    points: counts.map(({ uploadedAt: at, byState }) => ({ at, states: sumByState(byState) })),
    days,
    pivot: pivot && { name: PIVOT.label, at: pivot.toInstant().toString() },
    left: OPEN_STATES.flatMap((state) => {
      const { reachable = 0, unreachable = 0 } = last.byState[state] ?? {};
      const filers = reachable + unreachable;
      if (filers === 0) return [];
      return [{ reason: STATE_WORDS[state], filers, unreachable, href: linkTo('/filers', { state }) }];
    }).toSorted((one, other) => other.filers - one.filers),
  };
}
