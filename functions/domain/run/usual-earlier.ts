import type { FilerState, State } from '../filer/state.ts';
import type { MessageKind } from '../plan/kinds.ts';
import { phasesOf } from '../plan/phases.ts';
import type { Plan } from '../plan/plan.ts';
import { datesOf } from '../plan/plan-version.ts';
import { decide } from './audience.ts';

/**
 * The email before a phase's to a filer who has had every one and whose state hasn't changed, for previews. `undefined`:
 * the phase's is their first.
 */
export function usualEarlier(
  plan: Plan,
  { phaseId, state }: { phaseId: string; state: FilerState },
): { readonly kind: MessageKind; readonly state: State; readonly dates: string } | undefined {
  const phases = phasesOf(plan);
  const index = phases.findIndex(({ id }) => id === phaseId);
  const before = phases.slice(0, Math.max(0, index)).findLast(({ kind }) => decide(kind, state).send);
  return before && { kind: before.kind, state: state.state, dates: datesOf(plan) };
}
