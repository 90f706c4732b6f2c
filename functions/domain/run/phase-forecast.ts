import type { StateCounts } from '../filer/state-counts.ts';
import type { PhaseKind } from '../plan/kinds.ts';
import { phasesOf } from '../plan/phases.ts';
import type { Plan } from '../plan/plan.ts';
import { audienceOf, type CountedAudience } from './audience.ts';
import { allowedRate } from './rate.ts';

/** What a phase would send if the roster stayed as it is. */
export interface PhaseForecast extends Pick<CountedAudience, 'skipped' | 'byState'> {
  readonly id: string;
  readonly kind: PhaseKind;
  /** In the court's zone: `2018-07-24T09:00:00-04:00[America/New_York]`. */
  readonly at: string;
  readonly emails: number;
  /** How long sending takes at the account's rate. */
  readonly seconds: number;
}

/**
 * Forecasts the plan's phases for counted filers; none while the pivot is to be announced.
 * @param maxSendRate SES's, in emails a second.
 */
export function forecastPhases(
  plan: Plan,
  { counts, maxSendRate }: { counts: StateCounts; maxSendRate: number },
): PhaseForecast[] {
  const rate = allowedRate({}, { maxSendRate, accountShare: plan.sending.accountShare, now: 0 });
  return phasesOf(plan).map(({ id, kind, at }) => {
    const { mailable, skipped, byState } = audienceOf(kind, counts);
    const seconds = Math.ceil(mailable / rate);
    return { id, kind, at: at.toString(), emails: mailable, skipped, byState, seconds };
  });
}
