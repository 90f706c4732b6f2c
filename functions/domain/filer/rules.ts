import { campaign } from '#campaign';
import type { Kind } from '../../../campaigns/campaign.ts';
import type { Rule, StateRow } from '../../../campaigns/state.ts';
import type { Filer } from './filer.ts';
import {
  type AccountState,
  type AccountVerdict,
  type FilerState,
  type Flag,
  STATES,
  type State,
} from './state.ts';

type Facts = ReturnType<typeof campaign.factsOf>;

const STATUS_RULES: readonly Rule<Facts, State>[] = campaign.statusRules;
const VERDICT_RULES: readonly Rule<Facts, AccountState>[] = campaign.verdictRules;

/** The state of a filer with rule, reason, account verdict and flags: any filer has exactly one, at any pivot. */
export function stateOf(filer: Filer, pivotDate: string | null): FilerState {
  const facts = campaign.factsOf(filer, pivotDate);
  const found = STATUS_RULES.find(({ when }) => when(facts));
  const account = found?.final ? null : verdictOf(facts);
  const { state, rule, reason } = found ? { ...found, reason: found.reason(facts) } : account!;
  return { state, rule, reason, account, flags: flagsOf(facts, { filer, account }) };
}

function verdictOf(facts: Facts): AccountVerdict {
  const { rule, state, inferred = false, reason } = VERDICT_RULES.find(({ when }) => when(facts))!;
  return { rule, state, inferred, reason: reason(facts) };
}

/** States in which nothing is left to do. */
export const FINAL_STATES: ReadonlySet<State> = new Set(
  STATUS_RULES.filter(({ final }) => final).map(({ state }) => state),
);

/** The state of whom nothing is known: the one of the last rule. */
export const FALLBACK_STATE: State = VERDICT_RULES.at(-1)!.state;

const NO_EMAILS = Object.values<Kind>(campaign.kinds).map(({ without }) => without);

/** What is written down of a filer whom the roster no longer has: the first state that no kind of email is for. */
export const GONE_STATE: State =
  STATES.find((state) => NO_EMAILS.every((without) => without.includes(state))) ?? FALLBACK_STATE;

/** States that only the time after the pivot brings. */
export const STATES_AFTER_PIVOT: ReadonlySet<State> = new Set(
  STATES.filter((state) => stateRow(state).isAfterPivot),
);

/** Whether no rule of a state that a filer had holds any more: the first one that holds decides, and it comes after them. */
export function isRuledOut(was: State, { rule, account }: Pick<FilerState, 'rule' | 'account'>): boolean {
  const ofVerdicts = VERDICT_RULES.filter(({ state }) => state === was);
  const own = ofVerdicts.length > 0 ? ofVerdicts : STATUS_RULES.filter(({ state }) => state === was);
  const last = Math.max(...own.map((row) => row.rule));
  return last < (ofVerdicts.length > 0 ? (account?.rule ?? 0) : rule);
}

/** What the campaign says about a state. */
export function stateRow(state: State): StateRow {
  return campaign.states[state];
}

interface FlagRule {
  readonly flag: Flag;
  /** When it is raised, for docs/states.md. */
  readonly words: string;
  readonly message: string;
  readonly when: (facts: Facts, known: { filer: Filer; account: AccountVerdict | null }) => boolean;
}

/** The flags: the engine's own, and the campaign's. */
export const FLAG_RULES: readonly FlagRule[] = [
  {
    flag: 'unreachable',
    words: 'no usable primary address: the filer is on the phone list',
    message: 'No usable address: on the phone list.',
    when: (_, { filer }) => filer.email === null,
  },
  {
    flag: 'shared-address',
    words: 'another person has the same mailbox: each email says who it is for',
    message: 'Another person has the same mailbox: each email says who it is for.',
    when: (_, { filer }) => filer.sharedAddress,
  },
  ...Object.entries(campaign.flags).map(
    ([flag, { words, message, when }]): FlagRule => ({
      flag: flag as Flag,
      words,
      message,
      when: (facts, { account }) => when(facts, account),
    }),
  ),
];

function flagsOf(facts: Facts, known: { filer: Filer; account: AccountVerdict | null }): Flag[] {
  return FLAG_RULES.filter(({ when }) => when(facts, known)).map(({ flag }) => flag);
}
