import type { PhaseServices } from '../aws/services.ts';
import { each } from '../lib/each.ts';
import { notifyHold } from '../send-email/circuit-breaker.ts';

/** Tells what Crier held by itself and then could not tell: whoever held it stopped in between. */
export async function tellHolds(
  services: Pick<PhaseServices, 'gate' | 'runs' | 'log' | 'events'>,
): Promise<void> {
  const { untold } = await services.gate.read();
  await each(untold, async (hold) => {
    const run = hold.scope === 'all' ? null : await services.runs.run(hold.scope);
    await notifyHold({ ...hold, run }, services);
  });
}
