import { dateWords } from '../../lib/court-time.ts';
import { type Facts, factsOf } from './evidence.ts';
import type { Filer } from './filer.ts';
import type { AccountState, AccountVerdict, FilerState, Flag, State } from './state.ts';

/** One row of the decision table. */
export interface Rule<Outcome extends State = State> {
  /** Its number in the table; a rule with several outcomes stands in several rows. */
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

/** Rules 1 to 6: what the court's own system says. The first that holds gives the state. */
export const COURT_RULES: readonly Rule[] = [
  {
    rule: 1,
    state: 'inactive',
    words: 'the CM/ECF account is inactive or suspended, or the person has died',
    when: ({ filer }) => filer.cmecfStatus !== 'active',
    reason: ({ filer }) => `the court's roster lists the CM/ECF account as ${filer.cmecfStatus}`,
  },
  {
    rule: 2,
    state: 'not-required',
    words: 'a judge, or court staff',
    when: ({ filer }) => filer.userType === 'judge' || filer.userType === 'court-staff',
    reason: () => 'judges and court staff need not link an account',
  },
  {
    rule: 3,
    state: 'linked',
    words: 'linked, on or after the day of go-live',
    when: ({ filer, isAfterGoLive }) => filer.linkStatus === 'linked' && isAfterGoLive,
    reason: ({ filer }) => `the court's roster shows the accounts as linked on ${dateWords(filer.linkAsOf)}`,
  },
  {
    rule: 4,
    state: 'conflict',
    words: 'linked, pending or failed, but dated before the day of go-live, or while no day is announced',
    when: ({ filer, isAfterGoLive }) => filer.linkStatus !== 'unlinked' && !isAfterGoLive,
    reason: ({ filer, goLiveDate }) =>
      `the court's roster shows the link status "${filer.linkStatus}" on ${dateWords(filer.linkAsOf)}, when ` +
      `accounts could not be linked yet: ${goLiveDate ? `the system opens on ${dateWords(goLiveDate)}` : 'the day on which the system opens is not announced'}`,
  },
  {
    rule: 5,
    state: 'awaiting-court',
    words: 'pending, on or after the day of go-live',
    when: ({ filer }) => filer.linkStatus === 'pending',
    reason: ({ filer }) =>
      `the court's roster shows that the link waited for the court on ${dateWords(filer.linkAsOf)}`,
  },
  {
    rule: 6,
    state: 'link-failed',
    words: 'failed, on or after the day of go-live',
    when: ({ filer }) => filer.linkStatus === 'failed',
    reason: ({ filer }) => `the court's roster shows that linking had failed on ${dateWords(filer.linkAsOf)}`,
  },
];

const KNOWN_LENGTH = 'the length of the PACER username is';

/** Rules 7 to 14: what is known of the PACER account. The first that holds gives the verdict; the last always does. */
export const ACCOUNT_RULES: readonly Rule<AccountState>[] = [
  contradiction({
    words: 'no PACER account, a shared one or only a PAA, yet linked in another NextGen court',
    when: ({ hasNoIndividual, isElsewhere }) => hasNoIndividual && isElsewhere,
    reason: ({ filer }) =>
      `the court's roster shows ${accountsWords(filer)}, and also a link in another NextGen court, which needs an individual account`,
  }),
  contradiction({
    words: 'upgraded or linked in another NextGen court, yet a username of 6 characters',
    when: ({ isUpgraded, isElsewhere, usernameLength }) =>
      (isUpgraded || isElsewhere) && usernameLength === 6,
    reason: ({ isUpgraded }) =>
      `the court's roster shows ${isUpgraded ? 'an upgraded PACER account' : 'a link in another NextGen court'}, and also a PACER username of 6 characters, as accounts have that were never upgraded`,
  }),
  contradiction({
    words: 'legacy, yet a username of 8 or more characters',
    when: ({ isLegacy, usernameLength }) => isLegacy && usernameLength !== null && usernameLength >= 8,
    reason: ({ usernameLength }) =>
      `the court's roster shows a legacy PACER account, and also a PACER username of ${usernameLength} characters, as upgraded accounts have`,
  }),
  contradiction({
    words: 'legacy, yet made on or after August 11, 2014',
    when: ({ isLegacy, created }) => isLegacy && created === 'since',
    reason: ({ filer }) =>
      `the court's roster shows a legacy PACER account, and also that it was made ${madeWords(filer)}, when new accounts were no longer legacy`,
  }),
  contradiction({
    words: 'legacy, yet linked in another NextGen court',
    when: ({ isLegacy, isElsewhere }) => isLegacy && isElsewhere,
    reason: () =>
      `the court's roster shows a legacy PACER account, and also a link in another NextGen court, which needs an upgraded account`,
  }),
  contradiction({
    words: 'a username of 6 characters, yet made on or after August 11, 2014',
    when: ({ usernameLength, created }) => usernameLength === 6 && created === 'since',
    reason: ({ filer }) =>
      `the court's roster shows a PACER username of 6 characters, and also that the account was made ${madeWords(filer)}, when new usernames were longer`,
  }),
  {
    rule: 8,
    state: 'needs-individual-account',
    words: 'no PACER account, a shared one, or only a PAA',
    when: ({ hasNoIndividual }) => hasNoIndividual,
    reason: ({ filer }) => `the court's roster shows ${accountsWords(filer)}`,
  },
  {
    rule: 9,
    state: 'ready-to-link',
    words: 'upgraded, or linked in another NextGen court',
    when: ({ isUpgraded, isElsewhere }) => isUpgraded || isElsewhere,
    reason: ({ isUpgraded }) =>
      `the court's roster shows ${isUpgraded ? 'an upgraded PACER account' : 'a link in another NextGen court'}`,
  },
  {
    rule: 10,
    state: 'needs-upgrade',
    words: 'legacy',
    when: ({ isLegacy }) => isLegacy,
    reason: () => `the court's roster shows a legacy PACER account`,
  },
  {
    rule: 11,
    state: 'ready-to-link',
    words: 'a username of 8 or more characters',
    when: ({ usernameLength }) => usernameLength !== null && usernameLength >= 8,
    reason: ({ usernameLength }) => `${KNOWN_LENGTH} ${usernameLength} characters, as upgraded accounts have`,
    inferred: true,
  },
  {
    rule: 11,
    state: 'needs-upgrade',
    words: 'a username of 6 characters',
    when: ({ usernameLength }) => usernameLength === 6,
    reason: () => `${KNOWN_LENGTH} 6 characters, as legacy accounts have`,
    inferred: true,
  },
  {
    rule: 11,
    state: 'verify-account',
    words: 'a username of any other length',
    when: ({ usernameLength }) => usernameLength !== null,
    reason: ({ usernameLength }) =>
      `${KNOWN_LENGTH} ${usernameLength} characters, which tells neither a legacy nor an upgraded account`,
    inferred: true,
  },
  {
    rule: 12,
    state: 'ready-to-link',
    words: 'made on or after August 11, 2014',
    when: ({ created }) => created === 'since',
    reason: ({ filer }) =>
      `the PACER account was made ${madeWords(filer)}, and accounts made since August 11, 2014 are upgraded`,
    inferred: true,
  },
  {
    rule: 13,
    state: 'needs-upgrade',
    words: 'made on or before August 10, 2014',
    when: ({ created }) => created === 'before',
    reason: ({ filer }) =>
      `the PACER account was made ${madeWords(filer)}, and accounts made before August 11, 2014 are legacy`,
    inferred: true,
  },
  {
    rule: 14,
    state: 'verify-account',
    words: 'a partial date that spans August 11, 2014, or nothing known',
    when: () => true,
    reason: ({ filer, created }) =>
      created === 'spans'
        ? `the PACER account was made ${madeWords(filer)}, which may be before or after August 11, 2014`
        : `the court's roster doesn't tell whether the PACER account is upgraded`,
  },
];

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
      'kind of PACER account unknown, and no link in another NextGen court: emails ask first whether the account is shared',
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

function contradiction(row: Pick<Rule<AccountState>, 'words' | 'when' | 'reason'>): Rule<AccountState> {
  return { rule: 7, state: 'verify-account', ...row };
}

function accountsWords({ pacerAccounts }: Filer): string {
  if (pacerAccounts.includes('shared')) return 'a shared PACER account';
  return pacerAccounts.includes('paa') ? 'only a PACER Administrative Account' : 'no PACER account';
}

function madeWords({ pacerCreated }: Filer): string {
  const date = pacerCreated ?? '';
  return `${date.length === 10 ? 'on' : 'in'} ${dateWords(date)}`;
}
