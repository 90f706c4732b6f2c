import { prepareDateChange } from '../start-phase/date-change/prepare-date-change.ts';
import { startDateChange } from '../start-phase/date-change/start-date-change.ts';
import type { PhaseServices } from '../start-phase/services.ts';

/**
 * Notifies people of a change of dates that waits, and starts one that was released while old emails were on their way.
 */
export async function sweepDateChange(services: PhaseServices): Promise<void> {
  const current = await services.plans.current();
  const change = current && (await prepareDateChange(current, services));
  if (change && !change.run && change.marks.release) await startDateChange('sweep', services);
}
