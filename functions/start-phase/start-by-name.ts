import type { StartResult } from '../aws/start-phase.ts';
import { CHANGE_KINDS } from '../domain/run/announcement.ts';
import { isOneOffId } from '../domain/run/one-off.ts';
import type { PhaseName } from '../domain/run/phase-marks.ts';
import type { StartedBy } from '../domain/run/run.ts';
import { startChange } from './announcement/start-change.ts';
import { startOneOff } from './announcement/start-one-off.ts';
import type { PhaseServices } from './services.ts';
import { startPhase } from './start-phase.ts';

/** Starts what a name means: a phase of the plan, a change that filers hear of, or a one-off message. */
export function startByName(
  name: PhaseName,
  options: { readonly startedBy: StartedBy; readonly services: PhaseServices },
): Promise<StartResult> {
  const change = CHANGE_KINDS.find((kind) => kind === name.phaseId);
  if (change) return startChange(change, options);
  return isOneOffId(name.phaseId) ? startOneOff(name.phaseId, options) : startPhase(name, options);
}
