import { Temporal } from 'temporal-polyfill';
import { type Phase, phasesOf } from '../domain/plan/phases.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { hasFreshProgress, needsProgress } from '../domain/run/may-start.ts';
import { runsOf } from '../domain/run/phase-runs.ts';
import { each } from '../lib/iterables.ts';
import type { PhaseServices } from '../start-phase/services.ts';
import { startPhase } from '../start-phase/start-phase.ts';
import { checkAhead } from './check-ahead.ts';
import type { Seen } from './seen.ts';

/** How long before a phase that needs fresh progress the clerk is reminded. */
const REMIND_BEFORE = Temporal.Duration.from({ hours: 24 });

/** Starts what a schedule missed, notifies people of what waits, and reminds them of progress that is due. */
export async function sweepPhases(seen: Seen, services: PhaseServices): Promise<void> {
  const current = await seen.plan();
  if (!current) return;
  const runs = await seen.runs();
  await each(phasesOf(current.plan), async (phase) => {
    const name = { phaseId: phase.id, scheduledFor: phase.at.toInstant().toString() };
    const ofPhase = runsOf(name, runs);
    if (ofPhase.some(({ cancelled }) => cancelled === undefined)) return;
    const isDue = Temporal.Instant.compare(services.clock.now(), name.scheduledFor) >= 0;
    if (isDue) await startPhase(name, { startedBy: 'sweep', services });
    else {
      await checkAhead(phase, { current, runNumber: ofPhase.length + 1, services });
      await remindOfProgress(phase, { plan: current.plan, services });
    }
  });
}

async function remindOfProgress(
  phase: Phase,
  { plan, services }: { plan: Plan; services: PhaseServices },
): Promise<void> {
  const at = phase.at.toInstant();
  const now = services.clock.now();
  if (!needsProgress(phase) || Temporal.Instant.compare(now.add(REMIND_BEFORE), at) < 0) return;
  const roster = await services.roster.activeVersion();
  if (roster && hasFreshProgress(plan, roster, at)) return;
  const name = { phaseId: phase.id, scheduledFor: at.toString() };
  if ((await services.phaseMarks.marks(name)).rosterAwaitedAt) return;
  await services.events.publish([
    {
      kind: 'RosterAwaited',
      detail: {
        phase: phase.id,
        scheduledFor: at.toString(),
        progressAsOf: roster?.progressAsOf ?? null,
      },
    },
  ]);
  services.log.info('roster-awaited', { phase: phase.id });
  await services.phaseMarks.markRosterAwaited(name, now.toString());
}
