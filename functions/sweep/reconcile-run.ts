import type { Run } from '../domain/run/run.ts';
import { recount } from '../queries/recount.ts';
import type { PhaseServices } from '../start-phase/services.ts';

/** How many filers an event names: `npm run ops -- reconcile` names all of them. */
const MAX_NAMED = 20;

/** Recounts a complete run once, and notifies people when it doesn't balance. */
export async function reconcileRun(run: Run, services: PhaseServices): Promise<void> {
  const { differences } = await recount(run, { services, audience: 'decided' });
  if (differences.length > 0) {
    services.log.error('reconciliation-failed', { run: run.runId, differences: differences.length });
    const named = differences.slice(0, MAX_NAMED);
    await services.events.publish([
      {
        kind: 'SendsNeedAttention',
        detail: { phase: run.phaseId, run: run.runId, differences: differences.length, named },
      },
    ]);
  }
  await services.runs.markReconciled(run.runId, services.clock.now().toString());
}
