import { actorLabel, personIds } from '../../domain/actor.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import { doubtfulWording } from '../../domain/plan/wording-dates.ts';
import type { Run } from '../../domain/run/run.ts';
import { tallyOf } from '../../domain/run/tally.ts';
import { currentCounts } from '../../queries/current-counts.ts';
import { loadPhases } from '../../queries/phases/load-phases.ts';
import { canRelease, type PhaseState, type PhasesState, shownRun } from '../../queries/phases/phase-state.ts';
import type { PageContext } from '../http/context.ts';
import { notFound } from '../http/refusal.ts';
import type { ConsoleServices } from '../services.ts';
import { whyNotYou } from './not-by-you.ts';
import { type Fit, loadAudience, loadFit, mailableOf, type PhaseAudience } from './phase-audience.ts';
import type { PhaseView, RunView } from './phase-view.ts';
import type { RateMeter } from './rate-meter.ts';

/** The phase in the path, with what was read to find it. */
interface FoundPhase extends Pick<PhasesState, 'gate' | 'runs'> {
  readonly current: CurrentPlan;
  readonly phase: PhaseState;
}

/** Finds the phase in the path. @throws Refusal when the active plan has none of that id */
export async function phaseOf(c: PageContext, services: ConsoleServices): Promise<FoundPhase> {
  const current = c.var.plan;
  if (!current) throw notFound('This phase');
  const { phases, messages, gate, runs } = await loadPhases(current, { services, now: c.var.now });
  const phase = [...phases, ...messages].find(({ id }) => id === c.req.param('id'));
  if (!phase) throw notFound('This phase');
  return { current, phase, gate, runs };
}

interface LoadOptions {
  readonly services: ConsoleServices;
  readonly meter: RateMeter;
}

/** Loads what pages of one phase show. @throws Refusal when the active plan has no such phase */
export async function loadPhase(c: PageContext, { services, meter }: LoadOptions): Promise<PhaseView> {
  const found = await phaseOf(c, services);
  const { current, phase } = found;
  const { now, person } = c.var;
  const run = shownRun(phase);
  const audience = await loadAudience(phase, { current, services });
  const fit = await fitOf(audience, { found, services });
  const isReleasable = canRelease(phase);
  return {
    zone: current.plan.court.zone,
    now,
    person,
    phase,
    audience,
    fit,
    run: run && (await runView(run, { services, meter, fit })),
    releasedBy: await releasedBy(phase, services),
    canRelease: isReleasable,
    cancelled: found.runs.filter(({ runId }) => phase.currentRun.after.includes(runId)),
    doubtful: doubtfulWording(current.plan, null),
    notByYou: isReleasable ? await whyNotYou(phase, { current, person, services }) : null,
  };
}

/** Once the run is complete, there is nothing left to reckon. */
async function fitOf(
  audience: PhaseAudience,
  { found, services }: { found: FoundPhase; services: ConsoleServices },
): Promise<Fit | null> {
  const { current, gate, phase } = found;
  const mailable = mailableOf(audience);
  if (mailable === null || phase.currentRun.run?.completedAt !== undefined) return null;
  return loadFit(mailable, { current, gate, from: phase.at, expiresAt: phase.expiresAt, services });
}

async function releasedBy(
  { marks: { release } }: PhaseState,
  { sessions }: Pick<ConsoleServices, 'sessions'>,
): Promise<PhaseView['releasedBy']> {
  if (!release) return null;
  const names = await sessions.names(personIds([release]));
  return { ...release, name: actorLabel(release.by, names) };
}

async function runView(
  run: Run,
  { services, meter, fit }: LoadOptions & { readonly fit: Fit | null },
): Promise<RunView> {
  const now = services.clock.now();
  const counts = (await currentCounts([run], services)).get(run.runId) ?? null;
  const waiting = counts && tallyOf(counts).waiting;
  const rate =
    waiting === null ? null : meter(run, { handled: (run.audience?.mailable ?? 0) - waiting, now });
  // A rate of 0 says nothing of the time left: the allowed rate does.
  const pace = rate || (fit?.rate ?? null);
  return {
    runId: run.runId,
    decidedAt: run.decidedAt,
    startedBy: run.startedBy,
    completedAt: run.completedAt ?? null,
    rate,
    secondsLeft: waiting !== null && pace ? Math.ceil(waiting / pace) : null,
    counts,
  };
}
