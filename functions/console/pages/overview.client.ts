import { Temporal } from 'temporal-polyfill';
import type { Gate } from '../../delivery/gate.client.ts';
import { type Run, runIdOf } from '../../delivery/run.ts';
import type { StoredPlan } from '../../launch/launch.client.ts';
import { goLiveAt, type Phase, phasesOf } from '../../launch/phases.ts';
import { reasonsOf } from '../../ops/hold.client.ts';
import type { ConsoleApp } from '../http/context.ts';
import { showPage } from '../http/show.ts';
import { phaseName, phaseStatus, statusWords } from '../phase-status.ts';
import type { ConsoleServices } from '../services.client.ts';
import {
  type Milestone,
  type Need,
  type OverviewView,
  overviewPage,
  type PhaseLine,
} from './overview-page.ts';

/** The first page: how long still, what was sent, what comes next, and what needs a person. */
export function registerOverview(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/', async (c) => {
    const { plan: current, now } = c.var;
    const view = current && (await loadOverview(current, { services, now }));
    return showPage(c, overviewPage(view), services);
  });
}

type OverviewServices = Pick<ConsoleServices, 'runs' | 'gate' | 'phases' | 'roster'>;

async function loadOverview(
  { plan }: StoredPlan,
  { services, now }: { services: OverviewServices; now: OverviewView['now'] },
): Promise<OverviewView> {
  const [runs, gate, roster] = await Promise.all([
    services.runs.runs(),
    services.gate.read(),
    services.roster.activeVersion(),
  ]);
  const byId = new Map(runs.map((run) => [run.runId, run]));
  const lines = await Promise.all(
    phasesOf(plan).map((phase) => phaseLine(phase, { services, gate, runs: byId, now })),
  );
  const next = lines.find(({ status }) => status.kind === 'planned' || status.kind === 'released');
  const phases = lines.map((line) => ({ ...line, isNext: line === next }));
  return {
    zone: plan.court.zone,
    now,
    certainty: plan.goLive.certainty,
    milestones: milestonesOf({ plan }),
    phases,
    needs: needsOf(phases, { gate, hasRoster: roster !== null }),
    filers: roster?.filers ?? null,
  };
}

async function phaseLine(
  phase: Phase,
  {
    services,
    gate,
    runs,
    now,
  }: {
    services: Pick<OverviewServices, 'phases'>;
    gate: Gate;
    runs: ReadonlyMap<string, Run>;
    now: OverviewView['now'];
  },
): Promise<PhaseLine> {
  const scheduledFor = phase.at.toInstant().toString();
  const run = runs.get(runIdOf(phase.id, scheduledFor)) ?? null;
  // What has run needs no marks: they say why it didn't.
  const marks = run ? {} : await services.phases.marks({ phaseId: phase.id, scheduledFor });
  const holds = run
    ? [...reasonsOf(gate, run.runId), ...reasonsOf(gate, 'all').map((reason) => `all:${reason}`)]
    : [];
  const facts = {
    phase,
    run,
    holds,
    now,
    hold: marks.hold?.reason ?? null,
    isReleased: Boolean(marks.release),
  };
  return {
    id: phase.id,
    name: phaseName(phase),
    at: scheduledFor,
    status: phaseStatus(facts),
    emails: run?.audience?.mailable ?? null,
    isNext: false,
  };
}

function milestonesOf({ plan }: Pick<StoredPlan, 'plan'>): Milestone[] {
  const goLive = goLiveAt(plan);
  const { zone } = plan.court;
  if (!goLive || !plan.outages) return [];
  const outage = Temporal.PlainDateTime.from(plan.outages.filing.from).toZonedDateTime(zone);
  return [
    { name: 'Filing closes', at: outage.toInstant().toString() },
    { name: 'Go-live', at: goLive.toInstant().toString() },
  ];
}

function needsOf(
  phases: readonly PhaseLine[],
  { gate, hasRoster }: { gate: Gate; hasRoster: boolean },
): Need[] {
  const waiting = phases.filter(({ status }) => ['held', 'waiting', 'missed'].includes(status.kind));
  return [
    ...(hasRoster
      ? []
      : [
          {
            title: 'No roster is in force',
            text: 'Upload the roster of filers and put it in force: without it nothing is sent.',
          },
        ]),
    ...(reasonsOf(gate, 'all').length > 0
      ? [{ title: 'Everything is held', text: 'No email goes out until the hold is lifted.' }]
      : []),
    ...waiting.map(({ name, status }) => {
      const { name: word, meaning } = statusWords(status);
      return { title: `${name}: ${word.toLowerCase()}`, text: meaning ?? '' };
    }),
  ];
}
