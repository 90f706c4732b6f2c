import { each } from '../lib/iterables.ts';
import { notifyHold } from '../send-email/circuit-breaker.ts';
import type { PhaseServices } from '../start-phase/services.ts';

/** Notifies people of automatic holds of which they don't know yet: what placed them stopped before it could. */
export async function notifyHolds(
  services: Pick<PhaseServices, 'gate' | 'runs' | 'log' | 'events'>,
): Promise<void> {
  const { unnotified } = await services.gate.read();
  await each(unnotified, async (hold) => {
    const run = hold.scope === 'all' ? null : await services.runs.run(hold.scope);
    await notifyHold({ ...hold, run }, services);
  });
}
