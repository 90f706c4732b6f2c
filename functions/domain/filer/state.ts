/** The states of a filer. What each means, and the rule that gives it, is in `rules.ts`. */
export const STATES = [
  'inactive',
  'not-required',
  'linked',
  'conflict',
  'awaiting-court',
  'link-failed',
  'verify-account',
  'needs-individual-account',
  'ready-to-link',
  'needs-upgrade',
] as const;
/** See {@link STATES}. */
export type State = (typeof STATES)[number];

/** States in words, in the order in which tables and charts show them: what is left to do first. */
export const STATE_WORDS: Readonly<Record<State, string>> = {
  'needs-individual-account': 'Needs an account of their own',
  'needs-upgrade': 'Needs to upgrade',
  'verify-account': 'Account to be checked',
  'ready-to-link': 'Ready to link',
  'link-failed': 'Linking failed',
  'awaiting-court': 'Waits for the court',
  conflict: 'Conflict in the roster',
  linked: 'Linked',
  'not-required': 'Not required to link',
  inactive: 'Inactive',
};

/** What rules 7 to 14 say of the PACER account: emails take the missing steps from it. */
export type AccountState = Extract<
  State,
  'verify-account' | 'needs-individual-account' | 'ready-to-link' | 'needs-upgrade'
>;

/** What emails and pages must heed besides the state. */
export const FLAGS = [
  /** No usable address: goes on the phone list. */
  'unreachable',
  /** Shared account, PAA, or a firm named: show the PAA note. */
  'firm-billing',
  /** Several filers, one mailbox: each email says for whom it is. */
  'shared-address',
  /** The roster can't tell whether the PACER account is shared: ask that first. */
  'confirm-individual',
  /** Rule 7: the roster's signals contradict each other. */
  'contradiction',
] as const;
/** See {@link FLAGS}. */
export type Flag = (typeof FLAGS)[number];

/** What rules 7 to 14 say of a filer's PACER account. */
export interface AccountVerdict {
  readonly state: AccountState;
  /** Number of the rule, 7 to 14. */
  readonly rule: number;
  /** The reason in words, a clause that fits after "because": `the court's roster shows …`. */
  readonly reason: string;
  /** Concluded from the username's length or the creation date: weak, so the email says how to check. */
  readonly inferred: boolean;
}

/** A filer's state with the number of the rule that gave it and the reason in words. */
export interface FilerState {
  readonly state: State;
  /** Number of the rule, 1 to 14. */
  readonly rule: number;
  /** The reason in words, a clause that fits after "because". */
  readonly reason: string;
  /** `null` in states 1 to 3, where no account step is left. */
  readonly account: AccountVerdict | null;
  readonly flags: readonly Flag[];
}
