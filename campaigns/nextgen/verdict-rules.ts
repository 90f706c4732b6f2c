import { dateWords } from '../../functions/lib/court-time.ts';
import type { Rule } from '../state.ts';
import type { Facts, NextgenFiler } from './facts.ts';

/** What the rules below can say. */
export type Verdict = 'verify-account' | 'needs-individual-account' | 'ready-to-link' | 'needs-upgrade';

const UPGRADED = 'an upgraded PACER account';
const LEGACY = 'a legacy PACER account';
const ELSEWHERE = 'a link in another NextGen court';
const KNOWN_LENGTH = 'our records show a PACER username of';

/** Rules 7 to 14: what is known about the PACER account. The first that holds gives the verdict; the last always holds. */
export const VERDICT_RULES: readonly Rule<Facts, Verdict>[] = [
  contradiction({
    words: 'no PACER account, a shared one or only a PAA, yet linked in another NextGen court',
    when: ({ hasNoIndividual, isElsewhere }) => hasNoIndividual && isElsewhere,
    reason: ({ filer }) =>
      `our records show ${accountsWords(filer)}, but also ${ELSEWHERE}, which requires an individual account`,
  }),
  contradiction({
    words: 'upgraded or linked in another NextGen court, yet a username of 6 characters',
    when: ({ isUpgraded, isElsewhere, usernameLength }) =>
      (isUpgraded || isElsewhere) && usernameLength === 6,
    reason: ({ isUpgraded }) =>
      `our records show ${isUpgraded ? UPGRADED : ELSEWHERE}, but also a PACER username of 6 characters, ` +
      'which only legacy accounts have',
  }),
  contradiction({
    words: 'legacy, yet a username of 8 or more characters',
    when: ({ isLegacy, usernameLength }) => isLegacy && usernameLength !== null && usernameLength >= 8,
    reason: ({ usernameLength }) =>
      `our records show ${LEGACY}, but also a PACER username of ${usernameLength} characters, ` +
      'which only upgraded accounts have',
  }),
  contradiction({
    words: 'legacy, yet made on or after August 11, 2014',
    when: ({ isLegacy, created }) => isLegacy && created === 'since',
    reason: ({ filer }) =>
      `our records show ${LEGACY}, but also that it was created ${madeWords(filer)}, ` +
      'when new accounts were no longer legacy accounts',
  }),
  contradiction({
    words: 'legacy, yet linked in another NextGen court',
    when: ({ isLegacy, isElsewhere }) => isLegacy && isElsewhere,
    reason: () => `our records show ${LEGACY}, but also ${ELSEWHERE}, which requires an upgraded account`,
  }),
  contradiction({
    words: 'a username of 6 characters, yet made on or after August 11, 2014',
    when: ({ usernameLength, created }) => usernameLength === 6 && created === 'since',
    reason: ({ filer }) =>
      `our records show a PACER username of 6 characters, but also that the account was created ` +
      `${madeWords(filer)}, when new usernames were longer`,
  }),
  {
    rule: 8,
    state: 'needs-individual-account',
    words: 'no PACER account, a shared one, or only a PAA',
    when: ({ hasNoIndividual }) => hasNoIndividual,
    reason: ({ filer }) => `our records show ${accountsWords(filer)}`,
  },
  {
    rule: 9,
    state: 'ready-to-link',
    words: 'upgraded, or linked in another NextGen court',
    when: ({ isUpgraded, isElsewhere }) => isUpgraded || isElsewhere,
    reason: ({ isUpgraded }) =>
      `our records show ${isUpgraded ? UPGRADED : 'a PACER account linked in another NextGen court'}`,
  },
  {
    rule: 10,
    state: 'needs-upgrade',
    words: 'legacy',
    when: ({ isLegacy }) => isLegacy,
    reason: () => `our records show ${LEGACY}`,
  },
  {
    rule: 11,
    state: 'ready-to-link',
    words: 'a username of 8 or more characters',
    when: ({ usernameLength }) => usernameLength !== null && usernameLength >= 8,
    reason: ({ usernameLength }) =>
      `${KNOWN_LENGTH} ${usernameLength} characters, like those of upgraded accounts`,
    inferred: true,
  },
  {
    rule: 11,
    state: 'needs-upgrade',
    words: 'a username of 6 characters',
    when: ({ usernameLength }) => usernameLength === 6,
    reason: () => `${KNOWN_LENGTH} 6 characters, like those of legacy accounts`,
    inferred: true,
  },
  {
    rule: 11,
    state: 'verify-account',
    words: 'a username of any other length',
    when: ({ usernameLength }) => usernameLength !== null,
    reason: ({ usernameLength }) =>
      `${KNOWN_LENGTH} ${usernameLength} characters, so they do not say whether the account is upgraded`,
    inferred: true,
  },
  {
    rule: 12,
    state: 'ready-to-link',
    words: 'made on or after August 11, 2014',
    when: ({ created }) => created === 'since',
    reason: ({ filer }) =>
      `our records show a PACER account created ${madeWords(filer)}, when new accounts were already upgraded`,
    inferred: true,
  },
  {
    rule: 13,
    state: 'needs-upgrade',
    words: 'made on or before August 10, 2014',
    when: ({ created }) => created === 'before',
    reason: ({ filer }) =>
      `our records show a PACER account created ${madeWords(filer)}, which may need an upgrade`,
    inferred: true,
  },
  {
    rule: 14,
    state: 'verify-account',
    words: 'a partial date that spans August 11, 2014, or nothing known',
    when: () => true,
    reason: ({ filer, created }) =>
      created === 'spans'
        ? `our records show a PACER account created ${madeWords(filer)}, which may be before or after August 11, 2014`
        : 'our records do not say whether the PACER account is upgraded',
  },
];

function contradiction(row: Pick<Rule<Facts, Verdict>, 'words' | 'when' | 'reason'>): Rule<Facts, Verdict> {
  return { rule: 7, state: 'verify-account', ...row };
}

function accountsWords({ pacerAccounts }: NextgenFiler): string {
  if (pacerAccounts.includes('shared')) return 'a shared PACER account';
  return pacerAccounts.includes('paa') ? 'only a PACER Administrative Account' : 'no PACER account';
}

function madeWords({ pacerCreated }: NextgenFiler): string {
  const date = pacerCreated ?? '';
  return `${date.length === 10 ? 'on' : 'in'} ${dateWords(date)}`;
}
