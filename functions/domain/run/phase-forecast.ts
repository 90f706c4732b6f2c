import type { FilerState, State } from '../filer/state.ts';
import { phasesOf } from '../plan/phases.ts';
import type { PhaseKind, Plan } from '../plan/plan.ts';
import { PHASE_KINDS } from '../plan/plan.ts';
import { type DecisionReason, decide } from './audience.ts';
import { allowedRate } from './rate.ts';

/** What a phase would send, if the roster stayed as it is. */
export interface PhaseForecast {
  readonly id: string;
  readonly kind: PhaseKind;
  /** In the court's zone: `2018-07-24T09:00:00-04:00[America/New_York]`. */
  readonly at: string;
  readonly emails: number;
  /** In the audience, and not mailed: how many, and why. */
  readonly skipped: Readonly<Partial<Record<DecisionReason, number>>>;
  /** Filers mailed, by state. */
  readonly byState: Readonly<Partial<Record<State, number>>>;
  /** How long sending takes at the account's rate. */
  readonly seconds: number;
}

interface Audience {
  emails: number;
  readonly skipped: Partial<Record<DecisionReason, number>>;
  readonly byState: Partial<Record<State, number>>;
}

/** Counts whom each kind of phase would mail. */
export class PhaseForecaster {
  readonly #audiences = new Map(
    PHASE_KINDS.map((kind) => [kind, { emails: 0, skipped: {}, byState: {} } as Audience]),
  );

  add(state: FilerState): void {
    for (const [kind, audience] of this.#audiences) {
      const decision = decide(kind, state);
      if (decision.send) {
        audience.emails++;
        audience.byState[state.state] = (audience.byState[state.state] ?? 0) + 1;
      } else if (decision.inAudience) {
        audience.skipped[decision.reason] = (audience.skipped[decision.reason] ?? 0) + 1;
      }
    }
  }

  /** The plan's phases; none while go-live is to be announced. `maxSendRate`: SES's, in emails a second. */
  phases(plan: Plan, maxSendRate: number): PhaseForecast[] {
    const rate = allowedRate({}, { maxSendRate, accountShare: plan.sending.accountShare, now: 0 });
    return phasesOf(plan).map(({ id, kind, at }) => {
      const { emails, skipped, byState } = this.#audiences.get(kind)!;
      return { id, kind, at: at.toString(), emails, skipped, byState, seconds: Math.ceil(emails / rate) };
    });
  }
}
