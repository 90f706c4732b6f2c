import type { StateView } from '../column.ts';
import type { Flag, State } from './states.ts';
import type { Verdict } from './verdict-rules.ts';

/** A filer's state, as far as emails ask. */
export type FilerState = StateView<State, Verdict, Flag>;

/** What an email asks first of its reader: it decides the subject and the one action. */
export const CASES = [
  'individual',
  'upgrade',
  'check',
  'confirm',
  'password',
  'link',
  'fix-link',
  'wait-for-court',
  'nothing',
] as const;
/** See {@link CASES}. */
export type Case = (typeof CASES)[number];

/** The case of a filer's email. @param isAfter filing is open under NextGen: linking is possible */
export function caseOf(state: FilerState, isAfter: boolean): Case {
  if (state.state === 'linked' || state.state === 'inactive' || state.state === 'not-required')
    return 'nothing';
  if (state.state === 'awaiting-court') return 'wait-for-court';
  if (state.state === 'link-failed') return 'fix-link';
  return accountCase(state) ?? (isAfter ? 'link' : 'password');
}

function accountCase(state: FilerState): Case | null {
  switch (state.account?.state ?? state.state) {
    case 'needs-individual-account':
      return 'individual';
    case 'needs-upgrade':
      return 'upgrade';
    case 'verify-account':
      return 'check';
    default:
      return state.flags.includes('confirm-individual') ? 'confirm' : null;
  }
}
