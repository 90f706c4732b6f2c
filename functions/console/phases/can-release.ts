import type { HoldReason } from '../../domain/run/may-start.ts';
import type { PhaseState } from './phase-facts.ts';

/** What a person's release lifts. */
export const RELEASABLE: ReadonlySet<HoldReason | 'due'> = new Set([
  'held-by-plan',
  'needs-release',
  'filing-open-unconfirmed',
  'missed',
  'cancelled',
  'has-run',
]);

/** Whether a person's word would make it go, now or at its hour. */
export function canRelease({
  status,
  approval,
  hold,
  needsFilingOpen,
}: Pick<PhaseState, 'status' | 'approval' | 'hold' | 'needsFilingOpen'>): boolean {
  if (status.kind === 'planned') return !needsFilingOpen && (approval === 'by-hand' || hold);
  if (status.kind === 'waiting') return RELEASABLE.has(status.reason);
  return status.kind === 'missed' && status.reason === 'missed';
}
