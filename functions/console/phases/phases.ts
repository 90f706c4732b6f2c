import { isPostponed } from '../../domain/plan/postponed-plan.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import { runState } from '../../domain/run/run-state.ts';
import { isHeld, reasonsOf } from '../../domain/run/send-gate.ts';
import { currentCounts } from '../../queries/current-counts.ts';
import { loadPhases } from '../../queries/phases/load-phases.ts';
import { approvalLabel } from '../../queries/phases/phase-labels.ts';
import { emailsOf, shownAt, shownRun } from '../../queries/phases/phase-state.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { renderPage } from '../http/show.ts';
import type { ConsoleServices } from '../services.ts';
import { type PhasesView, phasesPage } from './phases-page.tsx';

/** The page of all phases. */
export function registerPhases(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/phases', async (c) => {
    const { plan } = c.var;
    return renderPage(c, phasesPage(plan && (await viewOf(plan, { c, services }))), services);
  });
}

async function viewOf(
  current: CurrentPlan,
  { c, services }: { c: PageContext; services: ConsoleServices },
): Promise<PhasesView> {
  const { now, person } = c.var;
  const { phases, others, gate, pauses } = await loadPhases(current, { services, now });
  const shown = [...phases.flatMap((phase) => shownRun(phase) ?? []), ...others];
  const counts = await currentCounts(shown, services);
  return {
    zone: current.plan.court.zone,
    now,
    person,
    heldAll: reasonsOf(gate, 'all'),
    pausedBy: pauses.get('all') ?? null,
    isPostponed: isPostponed(current.plan),
    phases: phases.map((phase) => ({
      ...phase,
      at: shownAt(phase),
      approval: approvalLabel(phase),
      emails: emailsOf(phase),
      counts: counts.get(shownRun(phase)?.runId ?? '') ?? null,
    })),
    others: others.map((run) => ({
      ...run,
      state: runState(run, isHeld(gate, run.runId)),
      counts: counts.get(run.runId) ?? null,
    })),
  };
}
