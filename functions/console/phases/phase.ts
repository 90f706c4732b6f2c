import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import type { Run } from '../../domain/run/run.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { notFound } from '../http/refusal.ts';
import { renderPage } from '../http/show.ts';
import type { ConsoleServices } from '../services.ts';

import { type Fit, loadAudience, loadFit, mailableOf } from './phase-audience.ts';
import { phasePage } from './phase-page.tsx';
import { canRelease, loadPhases, type PhaseState } from './phase-state.ts';
import type { PhaseView, RunView } from './phase-view.ts';
import { type RateMeter, rateMeter } from './rate-meter.ts';
import { loadUploaders, notByYou } from './uploaders.ts';

/** One phase: when, who gets it, how far it is, and what can be done. */
export function registerPhase(app: ConsoleApp, services: ConsoleServices): ShowPhase {
  const meter = rateMeter();
  const show: ShowPhase = async (c, problem) => {
    const view = await loadPhase(c, { services, meter });
    return renderPage(c, phasePage({ ...view, problem }), { ...services, status: problem ? 400 : 200 });
  };
  app.get('/phases/:id', (c) => show(c));
  return show;
}

/** Shows the page of the phase in the path, with what was wrong with a form of it. */
export type ShowPhase = (c: PageContext, problem?: PhaseView['problem']) => Promise<Response>;

/** The plan in force and the phase in the path. @throws Refusal when there is none of that name */
export async function phaseOf(
  c: PageContext,
  services: ConsoleServices,
): Promise<{
  current: CurrentPlan;
  phase: PhaseState;
  gate: Awaited<ReturnType<typeof loadPhases>>['gate'];
  runs: readonly Run[];
}> {
  const current = c.var.plan;
  if (!current) throw notFound('This phase');
  const { phases, gate, runs } = await loadPhases(current, { services, now: c.var.now });
  const phase = phases.find(({ id }) => id === c.req.param('id'));
  if (!phase) throw notFound('This phase');
  return { current, phase, gate, runs };
}

/** Everything that pages of one phase show. */
export async function loadPhase(
  c: PageContext,
  { services, meter }: { services: ConsoleServices; meter: RateMeter },
): Promise<PhaseView> {
  const { current, phase, gate } = await phaseOf(c, services);
  const { now, person } = c.var;
  const { run } = phase.standing;
  const audience = await loadAudience(phase, { current, services });
  const mailable = mailableOf(audience);
  const { at: from, expiresAt } = phase;
  const isOpen = !run || run.completedAt === undefined;
  const fit =
    mailable === null || !isOpen
      ? null
      : await loadFit(mailable, { current, gate, from, expiresAt, services });
  const { release } = phase.marks;
  const mayBeReleased = canRelease(phase);
  return {
    zone: current.plan.court.zone,
    now,
    person,
    phase,
    audience,
    fit,
    run: run && (await runView(run, { services, meter, fit })),
    releasedBy: release
      ? { ...release, name: (await services.sessions.names([release.by])).get(release.by) ?? release.by }
      : null,
    canRelease: mayBeReleased,
    notByYou: mayBeReleased
      ? notByYou(current, { person, uploaders: await loadUploaders(current, services) })
      : null,
  };
}

async function runView(
  run: Run,
  { services, meter, fit }: { services: ConsoleServices; meter: RateMeter; fit: Fit | null },
): Promise<RunView> {
  const now = services.clock.now();
  const [seen, counts] = await Promise.all([services.progress(run), services.counts.counts()]);
  const progress = seen && { handled: seen.taken, of: seen.mailable, isExact: seen.isExact };
  const rate = progress ? meter(run, { handled: progress.handled, now }) : null;
  const waiting = progress ? progress.of - progress.handled : null;
  const pace = rate || (fit?.rate ?? null);
  return {
    runId: run.runId,
    decidedAt: run.decidedAt,
    startedBy: run.startedBy,
    completedAt: run.completedAt ?? null,
    progress,
    rate,
    secondsLeft: waiting !== null && pace ? Math.ceil(waiting / pace) : null,
    counts: counts.get(run.runId) ?? null,
  };
}
