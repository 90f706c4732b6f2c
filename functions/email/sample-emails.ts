import { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import { sampleFiler } from '../domain/filer/sample-filer.ts';
import { type FilerState, type Flag, STATES } from '../domain/filer/state.ts';
import { DATE_CHANGE, type MessageKind } from '../domain/plan/kinds.ts';
import { type Phase, phasesOf, pivotAt, pivotDate } from '../domain/plan/phases.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { decide } from '../domain/run/audience.ts';
import type { EmailInput } from './email-input.ts';

const FLAGS = ['shared-address', ...Object.keys(campaign.flags)] as readonly Flag[];
/** The facts about a filer that emails mention. */
const FACTS: readonly object[] = campaign.email.samples;
/** Used if a plan has no date at all: emails sent then mention no date. */
export const LONG_BEFORE = Temporal.Instant.from('2010-01-01T15:00:00Z');

/**
 * Sample emails that together show everything a plan's emails can say: each kind, to filers in each state that it
 * emails, with few and with all remarks; plus one email for each further phase.
 */
export function* sampleEmails(plan: Plan): Generator<EmailInput> {
  const kinds = new Set<MessageKind>();
  for (const sending of [...phasesOf(plan).map(sendingOf), dateChange(plan)]) {
    const inputs = inputsOf(plan, sending);
    if (!kinds.has(sending.kind)) yield* inputs;
    else if (inputs[0]) yield inputs[0];
    kinds.add(sending.kind);
  }
}

type Sending = Pick<EmailInput, 'kind' | 'phase' | 'at' | 'launchChange'>;

function sendingOf({ id, kind, number, of, at }: Phase): Sending {
  return { kind, phase: { id, number, of }, at: at.toInstant() };
}

function dateChange(plan: Plan): Sending {
  const at = pivotAt(plan)?.subtract({ days: 30 }).toInstant() ?? LONG_BEFORE;
  const phase = { id: DATE_CHANGE, number: 1, of: 1 };
  return { kind: DATE_CHANGE, phase, at, launchChange: { previous: pivotDate(plan) } };
}

function inputsOf(plan: Plan, sending: Sending): EmailInput[] {
  return STATES.flatMap((each) => {
    const sample = sampleFiler(each, pivotDate(plan));
    if (!sample || !decide(sending.kind, sample.state).send) return [];
    const { filer, state } = sample;
    const input = { plan, ...sending, to: filer.email! };
    return FACTS.flatMap((facts, index) => {
      const remarked = index === 0 ? state : withEveryFlag(state);
      const others = index === 0 ? {} : { otherAccounts: ['aexample2'] };
      return { ...input, ...others, filer: { ...filer, ...facts }, state: remarked };
    });
  });
}

function withEveryFlag(state: FilerState): FilerState {
  return { ...state, flags: FLAGS, account: state.account && { ...state.account, inferred: true } };
}
