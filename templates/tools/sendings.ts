import { Temporal } from 'temporal-polyfill';
import { goLiveAt, goLiveDate, phasesOf } from '../../functions/domain/plan/phases.ts';
import { MESSAGE_KINDS, type MessageKind, type Plan } from '../../functions/domain/plan/plan.ts';
import { decide } from '../../functions/domain/run/audience.ts';
import type { EmailInput } from '../../functions/email/email-input.ts';
import type { Situation } from './situations.ts';

/** When a message of a plan goes out. */
export interface Sending {
  readonly kind: MessageKind;
  readonly phase: EmailInput['phase'];
  readonly at: Temporal.Instant;
}

/** The first of each kind in the plan, and a change of date a month before go-live. */
export function sendingsOf(plan: Plan): Sending[] {
  const phases = phasesOf(plan);
  return MESSAGE_KINDS.flatMap((kind): Sending[] => {
    const phase = phases.find((one) => one.kind === kind);
    if (phase) return [{ kind, phase, at: phase.at.toInstant() }];
    if (kind !== 'date-change') return [];
    const at =
      goLiveAt(plan)?.subtract({ days: 30 }).toInstant() ?? Temporal.Instant.from('2018-01-02T15:00:00Z');
    return [{ kind, phase: { id: 'date-change', number: 1, of: 1 }, at }];
  });
}

/** The email's input, or `null` when filers in this situation get no such email. */
export function inputOf(
  plan: Plan,
  { sending, situation }: { sending: Sending; situation: Situation },
): EmailInput | null {
  const { filer, state } = situation;
  const { kind, phase, at } = sending;
  const gets =
    kind === 'date-change'
      ? isBefore(state.state)
      : isBeforeOrAfter(kind, state.state) && decide(kind, state).send;
  if (!gets || !filer.email) return null;
  const previous =
    goLiveDate(plan) && Temporal.PlainDate.from(goLiveDate(plan)!).subtract({ days: 7 }).toString();
  return {
    plan,
    kind,
    phase,
    filer,
    state,
    to: filer.email,
    at,
    ...(kind === 'date-change' ? { launchChange: { previous } } : {}),
  };
}

/** A link can fail, be pending or be made only after go-live. */
function isBefore(state: string): boolean {
  return state !== 'link-failed' && state !== 'awaiting-court' && state !== 'linked';
}

function isBeforeOrAfter(kind: MessageKind, state: string): boolean {
  return (
    kind === 'launch-day' ||
    kind === 'follow-up' ||
    isBefore(state) ||
    (kind === 'pre-outage' && state === 'linked')
  );
}
