import type { PhaseServices } from '../phases/services.client.ts';
import { prepareDateChange } from './prepare-date-change.client.ts';
import { startDateChange } from './start-date-change.client.ts';

/** Tells that a change of dates waits, and starts one that was released while old emails were on their way. */
export async function sweepDateChange(services: PhaseServices): Promise<void> {
  const current = await services.launch.currentPlan();
  const change = current && (await prepareDateChange(current, services));
  if (change && !change.run && change.marks.release) await startDateChange('sweep', services);
}
