import { Temporal } from 'temporal-polyfill';
import { FINAL_STATES, STATES_AFTER_PIVOT } from '../../functions/domain/filer/rules.ts';
import type { State } from '../../functions/domain/filer/state.ts';
import {
  CORRECTION,
  DATE_CHANGE,
  isAnnouncement,
  kindOf,
  MESSAGE_KINDS,
  type MessageKind,
  ONE_OFF,
} from '../../functions/domain/plan/kinds.ts';
import { phasesOf, pivotAt, pivotDate } from '../../functions/domain/plan/phases.ts';
import type { Plan } from '../../functions/domain/plan/plan.ts';
import { decide } from '../../functions/domain/run/audience.ts';
import { usualEarlier } from '../../functions/domain/run/usual-earlier.ts';
import type { Announced, EmailInput } from '../../functions/email/email-input.ts';
import { makeText } from '../../functions/email/markdown/own-text.ts';
import { stating } from '../../functions/email/stating.ts';
import type { Situation } from './situations.ts';

/** When a message of a plan is sent. */
export interface Sending {
  readonly kind: MessageKind;
  readonly phase: EmailInput['phase'];
  readonly at: Temporal.Instant;
}

/** The first of each kind in the plan, and a change of date a month before the pivot. */
export function sendingsOf(plan: Plan): Sending[] {
  const phases = phasesOf(plan);
  return MESSAGE_KINDS.flatMap((kind): Sending[] => {
    const phase = phases.find((one) => one.kind === kind);
    if (phase) return [{ kind, phase, at: phase.at.toInstant() }];
    if (!isAnnouncement(kind)) return [];
    const at =
      pivotAt(plan)?.subtract({ days: 30 }).toInstant() ?? Temporal.Instant.from('2018-01-02T15:00:00Z');
    return [{ kind, phase: { id: kind, number: 1, of: 1 }, at }];
  });
}

/** Every phase of the plan in its order, and a change of date. */
export function sequenceOf(plan: Plan): Sending[] {
  const phases = phasesOf(plan).map((phase) => ({ kind: phase.kind, phase, at: phase.at.toInstant() }));
  return [...phases, ...sendingsOf(plan).filter(({ kind }) => kind === DATE_CHANGE)];
}

/** The email's input for a filer who got every email before; `null`: such filers get none. */
export function inputInSequence(plan: Plan, given: Parameters<typeof inputOf>[1]): EmailInput | null {
  const input = inputOf(plan, given);
  const earlier = input && usualEarlier(plan, { phaseId: input.phase.id, state: input.state });
  return earlier ? { ...input, earlier } : input;
}

/** The email's input, or `null` when filers in this situation get no such email. */
export function inputOf(
  plan: Plan,
  { sending, situation }: { sending: Sending; situation: Situation },
): EmailInput | null {
  const { filer, state } = situation;
  const { kind, phase, at } = sending;
  const gets = isPossible(kind, state.state) && (isAnnouncement(kind) || decide(kind, state).send);
  if (!gets || !filer.email) return null;
  const previous =
    pivotDate(plan) && Temporal.PlainDate.from(pivotDate(plan)!).subtract({ days: 7 }).toString();
  return {
    plan,
    kind,
    phase,
    filer,
    state,
    to: filer.email,
    at,
    ...announcedIn(kind, { plan, previous }),
  };
}

/** What an announcement says where no filer was told anything: the help desk's phone number changed. */
function announcedIn(
  kind: MessageKind,
  { plan, previous }: { plan: Plan; previous: string | null },
): Announced {
  switch (kind) {
    case DATE_CHANGE:
      return { launchChange: { previous } };
    case CORRECTION: {
      const now = plan.court.helpDesk.phone ?? null;
      return { corrections: [stating('help-desk-phone', { was: '212-555-0100', now })] };
    }
    case ONE_OFF:
      return { oneOff: { subject: SUBJECT, made: makeText(TEXT) } };
    default:
      return {};
  }
}

/** A message in a court's own words, to look at. */
const SUBJECT = 'The clerk’s office is closed on Monday';
const TEXT = `The clerk’s office is **closed on Monday** because of the weather. Electronic filing stays open.

If you need help, call {{help-desk-phone}} or write to [our help desk](mailto:{{help-desk-email}}).`;

/** Before the pivot nobody is in a state that only the time after it brings, unless such filers get this kind too. */
function isPossible(kind: MessageKind, state: State): boolean {
  if (!STATES_AFTER_PIVOT.has(state)) return true;
  const { isAfter = false, before } = kindOf(kind);
  return isAfter || (before !== undefined && FINAL_STATES.has(state));
}
