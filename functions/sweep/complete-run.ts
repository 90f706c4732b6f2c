import type { Run } from '../domain/run/run.ts';
import type { PhaseServices } from '../start-phase/services.ts';
import { countRun } from './count-run.ts';

/** Completes a run: publishes the events, and only then marks it, so that they come at least once. */
export async function completeRun(run: Run, services: PhaseServices): Promise<void> {
  const { clock, events, log, runs } = services;
  const { byStatus, attention } = await countRun(run, services);
  const detail = { phase: run.phaseId, run: run.runId };
  await events.publish([
    { kind: 'PhaseCompleted', detail: { ...detail, ...byStatus, cancelled: run.cancelled ?? null } },
    ...(attention > 0
      ? [{ kind: 'SendsNeedAttention' as const, detail: { ...detail, sends: attention } }]
      : []),
  ]);
  await runs.markCompleted(run.runId, clock.now().toString());
  log.info('phase-completed', { run: run.runId, ...byStatus });
}
