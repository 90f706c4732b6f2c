import type { State } from './state.ts';

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
