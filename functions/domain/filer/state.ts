import { campaign } from '#campaign';

/** A state of a filer. What each means, and the rule that gives it, is in the campaign's tables. */
export type State = keyof typeof campaign.states;
/** What the campaign's last table of rules says is left to do: emails take the missing steps from it. */
export type AccountState = (typeof campaign.verdictRules)[number]['state'];

/** States in the order of the rules that give them. */
export const STATES = [
  ...new Set([...campaign.statusRules, ...campaign.verdictRules].map(({ state }) => state)),
] as readonly State[];

/** States in words: what is left to do first. */
export const STATE_WORDS = Object.fromEntries(
  Object.entries(campaign.states).map(([state, { label }]) => [state, label]),
) as Readonly<Record<State, string>>;

/** States in the order in which tables and charts show them. */
export const SHOWN_STATES = Object.keys(STATE_WORDS).filter((key): key is State =>
  (STATES as readonly string[]).includes(key),
);

/** What emails and pages must note besides the state. */
export type Flag = 'unreachable' | 'shared-address' | keyof typeof campaign.flags;

/** What is left to do of a filer's account. */
export interface AccountVerdict {
  readonly state: AccountState;
  /** Number of the rule. */
  readonly rule: number;
  /** The reason in words, a clause that fits after "because": `our records show …`. */
  readonly reason: string;
  /** Based on weak evidence, so the email says how to check. */
  readonly inferred: boolean;
}

/** A filer's state with the number of the rule that gave it and the reason in words. */
export interface FilerState {
  readonly state: State;
  /** Number of the rule. */
  readonly rule: number;
  /** The reason in words, a clause that fits after "because". */
  readonly reason: string;
  /** `null` in final states, where nothing is left to do. */
  readonly account: AccountVerdict | null;
  readonly flags: readonly Flag[];
}
