import { STATES_AFTER_PIVOT } from '../../../functions/domain/filer/rules.ts';
import type { FilerState, State } from '../../../functions/domain/filer/state.ts';
import { kindOf, type MessageKind } from '../../../functions/domain/plan/kinds.ts';
import { phasesOf } from '../../../functions/domain/plan/phases.ts';
import type { Plan } from '../../../functions/domain/plan/plan.ts';
import { datesOf } from '../../../functions/domain/plan/plan-version.ts';
import type { EmailInput } from '../../../functions/email/email-input.ts';

/** Where an email is in its filer's sequence: sent when, as which of its kind, and after which. */
export interface SamplePlace {
  readonly at: string;
  readonly number: number;
  readonly of: number;
  /** The kind of the email before; left out: there was none. */
  readonly after?: string;
  /** The state that it told, if that was another one. */
  readonly was?: string;
}

/** The places of each kind of message, by their names. */
export type SamplePlaces = Readonly<Record<string, Readonly<Record<string, SamplePlace>>>>;

/** What of an email's input follows from its place. */
export function placedInput(
  plan: Plan,
  { kind, state, place }: { kind: MessageKind; state: FilerState; place: SamplePlace },
): Pick<EmailInput, 'phase' | 'earlier'> {
  const { number, of, after, was } = place;
  const planned = phasesOf(plan).find((phase) => phase.kind === kind && phase.number === number);
  const phase = { id: planned?.id ?? kind, number, of };
  if (!after) return { phase };
  const earlierKind = after as MessageKind;
  const wasBefore = STATES_AFTER_PIVOT.has(state.state) && !kindOf(earlierKind).isAfter;
  const before = wasBefore ? (state.account?.state ?? state.state) : state.state;
  return { phase, earlier: { kind: earlierKind, state: (was as State) ?? before, dates: datesOf(plan) } };
}
