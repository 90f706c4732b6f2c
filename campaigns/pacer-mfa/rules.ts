import { dateWords } from '../../functions/lib/court-time.ts';
import type { Rule } from '../state.ts';
import { type Facts, type MfaFiler, OPENED } from './facts.ts';
import type { State } from './states.ts';

/** What the verdict rules can say. */
export type Verdict = 'needs-checking' | 'ask-vendor' | 'enroll-shared' | 'enroll';

/** Rules 1 to 6: what PACER's records say. The first that holds gives the state. */
export const STATUS_RULES: readonly Rule<Facts, State>[] = [
  {
    rule: 1,
    state: 'inactive',
    final: true,
    words: 'access is closed',
    when: ({ filer }) => filer.access === 'closed',
    reason: () => 'our records show that this account is closed',
  },
  {
    rule: 2,
    state: 'exempt',
    final: true,
    words: 'a judge, or court staff',
    when: ({ filer: { userType } }) => userType === 'judge' || userType === 'court-staff',
    reason: () =>
      'our records list this filer as a judge or court employee, to whom this change does not apply',
  },
  {
    rule: 2,
    state: 'exempt',
    final: true,
    words: 'PACER-only access',
    when: ({ filer }) => filer.access === 'pacer-only',
    reason: () => 'our records show that this account has PACER-only access, for which MFA is optional',
  },
  contradiction({
    words: 'enrolled, but dated before May 11, 2025, when enrollment opened',
    when: ({ isEnrolled, isTooEarly }) => isEnrolled && isTooEarly,
    reason: ({ filer }) =>
      `our records say that this account enrolled by ${dateWords(filer.mfaAsOf)}, but PACER did not open enrollment ` +
      `until ${dateWords(OPENED)}`,
  }),
  contradiction({
    words: 'not enrolled, prompted or restricted, but an app or backup codes are on record',
    when: ({ isEnrolled, hasMethod }) => !isEnrolled && hasMethod,
    reason: ({ filer: { methods } }) =>
      `our records list ${methods.includes('app') ? 'an authentication app' : 'backup codes'} for this account ` +
      'but do not show it as enrolled',
  }),
  {
    rule: 4,
    state: 'enrolled',
    final: true,
    words: 'enrolled, on or after May 11, 2025',
    when: ({ isEnrolled }) => isEnrolled,
    reason: ({ filer }) =>
      `our records show that this account was enrolled as of ${dateWords(filer.mfaAsOf)}${onlyBy(filer)}`,
  },
  {
    rule: 5,
    state: 'restricted',
    words: 'restricted: three prompts were skipped',
    when: ({ filer }) => filer.mfaStatus === 'restricted',
    reason: ({ filer }) =>
      `our records show that, as of ${dateWords(filer.mfaAsOf)}, PACER had restricted this account after three ` +
      'skipped prompts',
  },
  {
    rule: 6,
    state: 'selected',
    words: 'prompted to enroll at sign-in',
    when: ({ filer }) => filer.mfaStatus === 'selected',
    reason: ({ filer }) =>
      `our records show that, as of ${dateWords(filer.mfaAsOf)}, PACER had prompted this filer to enroll`,
  },
];

/** Rules 7 to 11: how the account is set up. The first that holds gives the verdict; the last always holds. */
export const VERDICT_RULES: readonly Rule<Facts, Verdict>[] = [
  {
    rule: 7,
    state: 'needs-checking',
    words: 'individual, but several people sign in',
    when: ({ filer, isShared }) => filer.accountKind === 'individual' && isShared,
    reason: ({ filer }) =>
      `our records list an individual account but also show that ${filer.sharedBy} people sign in with it`,
  },
  {
    rule: 7,
    state: 'needs-checking',
    words: 'shared, but only one person signs in',
    when: ({ filer }) => filer.accountKind === 'shared' && filer.sharedBy === 1,
    reason: () => 'our records list a shared account but also show that only one person signs in with it',
  },
  {
    rule: 8,
    state: 'ask-vendor',
    words: 'a service account',
    when: ({ filer }) => filer.accountKind === 'service',
    reason: () => 'our records show that software signs in with this account',
  },
  {
    rule: 8,
    state: 'ask-vendor',
    words: 'files with third-party software',
    when: ({ filer }) => filer.filingSoftware === true,
    reason: () => 'our records show that this account is used with third-party filing software',
  },
  {
    rule: 9,
    state: 'enroll-shared',
    words: 'a filing agent, and the account is shared or several people sign in',
    when: ({ isAgent, isShared }) => isAgent && isShared,
    reason: ({ filer }) => `our records list this filer as a filing agent and show ${sharing(filer)}`,
  },
  {
    rule: 9,
    state: 'enroll-shared',
    words: 'a shared account, or several people sign in',
    when: ({ isShared }) => isShared,
    reason: ({ filer }) => `our records show ${sharing(filer)}`,
  },
  {
    rule: 10,
    state: 'needs-checking',
    inferred: true,
    words: 'a filing agent, and the roster doesn’t say whether the account is shared',
    when: ({ isAgent, isSharingUnknown }) => isAgent && isSharingUnknown,
    reason: () =>
      'our records list this filer as a filing agent but do not say whether the account is shared',
  },
  {
    rule: 11,
    state: 'enroll',
    words: 'all others',
    when: () => true,
    reason: () => 'our records do not show this account as enrolled',
  },
];

/** Of someone enrolled: the only way to sign in that is on record. */
function onlyBy({ methods: [method, ...others] }: MfaFiler): string {
  if (!method || others.length > 0) return '';
  return method === 'app'
    ? ', with an authentication app but no backup codes'
    : ', with backup codes but no authentication app';
}

function sharing({ sharedBy }: MfaFiler): string {
  return sharedBy === null ? 'a shared account' : `that ${sharedBy} people sign in with this account`;
}

function contradiction(row: Pick<Rule<Facts, State>, 'words' | 'when' | 'reason'>): Rule<Facts, State> {
  return { rule: 3, state: 'needs-checking', ...row };
}
