import type { Table } from '../campaign.ts';
import type { StateRow } from '../state.ts';
import type { Facts } from './facts.ts';

/** A day before enrollment opened. */
const TOO_EARLY = '2025-01-02';

/** What a filer still has to do. A verdict can be `needs-checking` or one of the three that are not enrolled. */
export const states = {
  restricted: {
    label: 'Access restricted',
    color: 'red',
    tone: 'bad',
    told: 'PACER had restricted your account',
    attention:
      'PACER has restricted their access. Emails explain the way back, but these filers may need help.',
    sample: { mfaStatus: 'restricted' },
  },
  selected: {
    label: 'Prompted by PACER',
    color: 'orange',
    told: 'PACER had prompted you to enroll',
    sample: { mfaStatus: 'selected' },
  },
  'needs-checking': {
    label: 'Account needs checking',
    color: 'yellow',
    tone: 'wait',
    noEmail:
      'The records for this account need checking, so follow-ups leave it out until they are corrected.',
    call: 'Their records need checking first.',
    sample: { mfaStatus: 'enrolled', mfaAsOf: TOO_EARLY },
  },
  'ask-vendor': {
    label: 'Not enrolled: vendor first',
    color: 'violet',
    told: 'you needed to ask your software vendor first',
    caveat: 'If you use filing software, also ask your vendor.',
    sample: { filingSoftware: true },
  },
  'enroll-shared': {
    label: 'Not enrolled: shared account',
    color: 'brown',
    told: 'your account was shared',
    sample: { accountKind: 'shared', sharedBy: 3 },
  },
  enroll: {
    label: 'Not enrolled',
    color: 'blue',
    told: 'you had not enrolled yet',
    sample: { accountKind: 'individual' },
  },
  enrolled: {
    label: 'Enrolled',
    color: 'green',
    tone: 'good',
    told: 'your account was enrolled',
    isGoal: true,
    noEmail: 'This account is enrolled. Reminders go only to filers who aren’t.',
    sample: { mfaStatus: 'enrolled', mfaAsOf: '2025-06-02', methods: ['app', 'codes'] },
  },
  exempt: {
    label: 'Exempt',
    color: 'gray',
    noEmail: 'MFA is optional for this account, so it gets no emails.',
    sample: { access: 'pacer-only' },
  },
  inactive: {
    label: 'Inactive',
    color: 'silver',
    noEmail: 'This account is closed, so it gets no emails.',
    sample: { access: 'closed' },
  },
} as const satisfies Table<StateRow>;
/** See {@link states}. */
export type State = keyof typeof states;

/** Apps that PACER accepts for one account. Emails take the number from the plan, which rules can't see. */
const MAX_APPS = 10;

/** What emails and pages note besides the state. */
export const flags = {
  'shared-account': {
    words: 'several people sign in with the account: emails say how each person adds an app',
    message: 'Several people sign in with this account: emails tell each of them to add an app.',
    when: ({ isShared }: Facts) => isShared,
  },
  'too-many-people': {
    words: `more than ${MAX_APPS} people sign in: some need another account`,
    message: `More than ${MAX_APPS} people use this account, but PACER accepts ${MAX_APPS} apps: some need another account.`,
    when: ({ filer: { sharedBy } }: Facts) => sharedBy !== null && sharedBy > MAX_APPS,
  },
  'agent-on-shared-account': {
    words: 'a filing agent on a shared account: emails say to get an individual one',
    message: 'A filing agent needs an individual PACER account: emails say how to get one.',
    when: ({ isAgent, isShared }: Facts) => isAgent && isShared,
  },
  'one-method': {
    words: 'enrolled with only an app or only backup codes: losing it locks the filer out',
    message: 'Enrolled with only one way to sign in. Losing the phone or the list would lock this filer out.',
    when: ({ isEnrolled, filer: { methods } }: Facts) => isEnrolled && methods.length === 1,
  },
  'sharing-unknown': {
    words: 'not enrolled, and the roster doesn’t say whether the account is shared: emails cover both cases',
    message: 'The roster doesn’t say whether this account is shared: emails cover both cases.',
    when: ({ isSharingUnknown }: Facts, verdict: { readonly rule: number } | null) =>
      isSharingUnknown && verdict !== null,
  },
} as const;
/** See {@link flags}. */
export type Flag = keyof typeof flags;
