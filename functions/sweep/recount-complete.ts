import type { Run } from '../domain/run/run.ts';
import { isRecountDue } from '../domain/run/run-counts.ts';
import { type CountServices, countRun } from './count-run.ts';

/** Counts complete runs again where SES may have sent events since. */
export async function recountComplete(runs: readonly Run[], services: CountServices): Promise<void> {
  const known = await services.counts.counts();
  for (const run of runs) {
    const { completedAt } = run;
    const asOf = known.get(run.runId)?.asOf ?? null;
    if (completedAt === undefined || !isRecountDue({ completedAt, asOf }, services.clock.now())) continue;
    await countRun(run, services);
  }
}
