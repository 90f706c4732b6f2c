import type { Run } from '../domain/run/run.ts';
import { runCounts } from '../domain/run/run-counts.ts';
import { countSends } from '../domain/send/counts.ts';
import type { PhaseServices } from '../start-phase/services.ts';

/** Completes a run: publishes the events, and only then marks it, so that they come at least once. */
export async function completeRun(
  run: Run,
  { clock, counts, events, log, runs, sendLog }: PhaseServices,
): Promise<void> {
  const asOf = clock.now().toString();
  const counted = await countSends(sendLog.facts(run.runId));
  const { byStatus, attention } = counted;
  const detail = { phase: run.phaseId, run: run.runId };
  await events.publish([
    { kind: 'PhaseCompleted', detail: { ...detail, ...byStatus, cancelled: run.cancelled ?? null } },
    ...(attention > 0
      ? [{ kind: 'SendsNeedAttention' as const, detail: { ...detail, sends: attention } }]
      : []),
  ]);
  await counts.put(runCounts(run, { counts: counted, asOf }));
  await runs.markCompleted(run.runId, clock.now().toString());
  log.info('phase-completed', { run: run.runId, ...byStatus });
}
