import type { Table } from '../campaign.ts';
import type { StateRow } from '../state.ts';
import type { Facts } from './facts.ts';

/** After any go-live, and before accounts could be linked in any court. */
const [AFTER, BEFORE] = ['2999-01-01', '2010-01-01'];

/** What is left for a filer to do. */
export const states = {
  'needs-individual-account': {
    label: 'Needs an individual PACER account',
    color: 'red',
    told: 'you needed your own PACER account',
    sample: { pacerAccounts: ['shared'] },
  },
  'needs-upgrade': {
    label: 'Needs to upgrade',
    color: 'orange',
    told: 'your PACER account needed an upgrade',
    sample: { pacerAccounts: ['individual'], pacerAccountType: 'legacy' },
  },
  'verify-account': {
    label: 'Account needs checking',
    color: 'yellow',
    told: 'you needed to check your PACER account',
    sample: { pacerAccounts: ['individual'] },
  },
  'ready-to-link': {
    label: 'Ready to link',
    color: 'blue',
    told: 'your PACER account was upgraded',
    sample: { pacerAccounts: ['individual'], pacerAccountType: 'upgraded' },
  },
  'link-failed': {
    label: 'Linking failed',
    color: 'maroon',
    tone: 'bad',
    isAfterPivot: true,
    told: 'your accounts could not be linked',
    attention: 'Linking failed. Emails explain the fixes, but these filers may need help.',
    sample: { linkStatus: 'failed', linkAsOf: AFTER },
  },
  'awaiting-court': {
    label: 'Awaiting court approval',
    color: 'violet',
    tone: 'wait',
    isAfterPivot: true,
    told: 'your link was awaiting court approval',
    noEmail: 'Their link is awaiting court approval, so follow-ups leave them out until the court has acted.',
    call: 'Court action needed: the link is awaiting approval.',
    sample: { linkStatus: 'pending', linkAsOf: AFTER },
  },
  conflict: {
    label: 'Conflict in the roster',
    color: 'brown',
    tone: 'wait',
    isInternal: true,
    noEmail:
      'The roster is inconsistent about their link, so follow-ups leave them out until the court has checked it.',
    call: 'Court action needed: the roster is inconsistent about the link.',
    sample: { linkStatus: 'linked', linkAsOf: BEFORE },
  },
  linked: {
    label: 'Linked',
    color: 'green',
    tone: 'good',
    isGoal: true,
    isAfterPivot: true,
    noEmail: 'They have linked. Later emails go only to filers who haven’t.',
    sample: { linkStatus: 'linked', linkAsOf: AFTER },
  },
  'not-required': {
    label: 'Not required to link',
    color: 'gray',
    noEmail: 'Judges and court staff don’t need to link, so they get no emails.',
    sample: { userType: 'judge' },
  },
  inactive: {
    label: 'Inactive',
    color: 'silver',
    noEmail: 'Their CM/ECF account isn’t active, so they get no emails.',
    sample: { cmecfStatus: 'inactive' },
  },
} as const satisfies Table<StateRow>;
/** See {@link states}. */
export type State = keyof typeof states;

/** What emails and pages note besides. */
export const flags = {
  'firm-billing': {
    words: 'a shared account, a PAA, or a firm named: emails show the note on PAAs',
    message: 'A firm pays or may pay: emails include the note on PACER Administrative Accounts.',
    when: ({ filer: { pacerAccounts, firm } }: Facts) =>
      pacerAccounts.includes('shared') || pacerAccounts.includes('paa') || Boolean(firm?.trim()),
  },
  'confirm-individual': {
    words:
      'kind of PACER account unknown, and no link in another NextGen court: emails ask first whether the account ' +
      'is shared',
    message: 'The roster doesn’t say whether the PACER account is shared: emails ask that first.',
    when: ({ filer, isElsewhere }: Facts) => filer.pacerAccounts.length === 0 && !isElsewhere,
  },
  contradiction: {
    words: 'the account verdict is rule 7: the clerk should check the roster',
    message: 'The roster is inconsistent about the PACER account: the clerk should check it.',
    when: (_: Facts, verdict: { readonly rule: number } | null) => verdict?.rule === 7,
  },
} as const;
/** See {@link flags}. */
export type Flag = keyof typeof flags;
