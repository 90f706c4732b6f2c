import { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import { sampleFiler } from '../domain/filer/sample-filer.ts';
import { type FilerState, type Flag, STATES } from '../domain/filer/state.ts';
import { CORRECTION, DATE_CHANGE, type MessageKind, ONE_OFF } from '../domain/plan/kinds.ts';
import { type Phase, phasesOf, pivotAt, pivotDate } from '../domain/plan/phases.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { statedFacts } from '../domain/plan/stated-facts.ts';
import { decide } from '../domain/run/audience.ts';
import type { Announced, EmailInput, OneOffText } from './email-input.ts';
import { stating } from './stating.ts';

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
  for (const sending of [...phasesOf(plan).map(sendingOf), dateChange(plan), correction(plan)]) {
    const inputs = samplesOf(plan, sending);
    if (!kinds.has(sending.kind)) yield* inputs;
    else if (inputs[0]) yield inputs[0];
    kinds.add(sending.kind);
  }
}

/** A kind of message, and when it goes out. */
export type SampleSending = Announced & Pick<EmailInput, 'kind' | 'phase' | 'at'>;

function sendingOf({ id, kind, number, of, at }: Phase): SampleSending {
  return { kind, phase: { id, number, of }, at: at.toInstant() };
}

/** When a sample of an announcement goes out. */
export function sampleTime(plan: Plan): Temporal.Instant {
  return pivotAt(plan)?.subtract({ days: 30 }).toInstant() ?? LONG_BEFORE;
}

/** Every fact corrected. */
function correction(plan: Plan): SampleSending {
  const phase = { id: CORRECTION, number: 1, of: 1 };
  const corrections = [...statedFacts(plan)].map(([key, value]) => stating(key, { was: value, now: value }));
  return { kind: CORRECTION, phase, at: sampleTime(plan), corrections };
}

/** Samples of a message in the court's own words. */
export function oneOffSamples(
  plan: Plan,
  { id, ...oneOff }: OneOffText & { readonly id: string },
): EmailInput[] {
  return samplesOf(plan, { kind: ONE_OFF, phase: { id, number: 1, of: 1 }, at: sampleTime(plan), oneOff });
}

function dateChange(plan: Plan): SampleSending {
  const at = sampleTime(plan);
  const phase = { id: DATE_CHANGE, number: 1, of: 1 };
  return { kind: DATE_CHANGE, phase, at, launchChange: { previous: pivotDate(plan) } };
}

/** One message to filers in each state that it goes to, with few and with all remarks. */
export function samplesOf(plan: Plan, sending: SampleSending): EmailInput[] {
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
