import type { Facts } from './evidence.ts';
import type { State } from './state.ts';

/** One row of the decision table. */
export interface Rule<Outcome extends State = State> {
  /** Its number in the table; a rule with several outcomes has several rows. */
  readonly rule: number;
  readonly state: Outcome;
  /** When it holds, in words: docs/states.md shows them. */
  readonly words: string;
  readonly when: (facts: Facts) => boolean;
  /** A clause that fits after "because". */
  readonly reason: (facts: Facts) => string;
  /** Concluded from weak evidence: the email says how to check. @default false */
  readonly inferred?: boolean;
}
