import type { PhaseServices } from '../aws/services.ts';
import type { Run } from '../domain/run/run.ts';
import { recount } from '../queries/recount.ts';

/** So many filers are named in an event: all of them are named by `npm run ops -- reconcile`. */
const NAMED = 20;

/** Recounts a complete run once, and tells when it doesn't balance. */
export async function sweepAccount(run: Run, services: PhaseServices): Promise<void> {
  const { differences } = await recount(run, { services, audience: 'decided' });
  if (differences.length > 0) {
    services.log.error('account-differs', { run: run.runId, differences: differences.length });
    const named = differences.slice(0, NAMED);
    await services.events.publish([
      {
        kind: 'SendsNeedAttention',
        detail: { phase: run.phaseId, run: run.runId, differences: differences.length, named },
      },
    ]);
  }
  await services.runs.markReconciled(run.runId, services.clock.now().toString());
}
