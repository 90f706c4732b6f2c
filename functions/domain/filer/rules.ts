import { ACCOUNT_RULES } from './account-rules.ts';
import { COURT_RULES } from './court-rules.ts';
import { type Facts, factsOf } from './evidence.ts';
import type { Filer } from './filer.ts';
import type { AccountVerdict, FilerState, Flag } from './state.ts';

/** The state of a filer with rule, reason, account verdict and flags: any filer has exactly one, at any go-live. */
export function stateOf(filer: Filer, goLiveDate: string | null): FilerState {
  const facts = factsOf(filer, goLiveDate);
  const court = COURT_RULES.find(({ when }) => when(facts));
  const isDone = court !== undefined && court.rule <= 3;
  const account = isDone ? null : accountVerdict(facts);
  const { state, rule, reason } = court
    ? { ...court, reason: court.reason(facts) }
    : (account as AccountVerdict);
  return { state, rule, reason, account, flags: flagsOf(facts, account) };
}

function accountVerdict(facts: Facts): AccountVerdict {
  const found = ACCOUNT_RULES.find(({ when }) => when(facts))!;
  const { rule, state, inferred = false } = found;
  return { rule, state, inferred, reason: found.reason(facts) };
}

/** The flags in words, for docs/states.md; `contradiction` goes with rule 7. */
export const FLAG_RULES: readonly {
  readonly flag: Flag;
  readonly words: string;
  readonly when: (facts: Facts, account: AccountVerdict | null) => boolean;
}[] = [
  {
    flag: 'unreachable',
    words: 'no usable primary address: the filer goes on the phone list',
    when: ({ filer }) => filer.email === null,
  },
  {
    flag: 'firm-billing',
    words: 'a shared account, a PAA, or a firm named: emails show the note on PAAs',
    when: ({ filer: { pacerAccounts, firm } }) =>
      pacerAccounts.includes('shared') || pacerAccounts.includes('paa') || Boolean(firm?.trim()),
  },
  {
    flag: 'shared-address',
    words: 'another filer has the same mailbox: each email says for whom it is',
    when: ({ filer }) => filer.sharedAddress,
  },
  {
    flag: 'confirm-individual',
    words:
      'kind of PACER account unknown, and no link in another NextGen court: emails ask first whether the account ' +
      'is shared',
    when: ({ filer, isElsewhere }) => filer.pacerAccounts.length === 0 && !isElsewhere,
  },
  {
    flag: 'contradiction',
    words: 'the account verdict is rule 7: the clerk should check the roster',
    when: (_, account) => account?.rule === 7,
  },
];

function flagsOf(facts: Facts, account: AccountVerdict | null): Flag[] {
  return FLAG_RULES.filter(({ when }) => when(facts, account)).map(({ flag }) => flag);
}
