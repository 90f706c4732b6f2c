import type { StateView } from '../column.ts';
import type { Verdict } from './rules.ts';
import type { Flag, State } from './states.ts';

/** A filer's state, as far as emails ask. */
export type FilerState = StateView<State, Verdict, Flag>;

/** What an email asks first of its reader: it decides the subject and the one action. */
export const CASES = [
  'restore',
  'check',
  'vendor',
  'own-account',
  'shared',
  'selected',
  'enroll',
  'add-backup',
  'nothing',
] as const;
/** See {@link CASES}. */
export type Case = (typeof CASES)[number];

/** What has to be settled before enrolling. */
export const SETTLED_FIRST: readonly Case[] = ['check', 'vendor', 'own-account'];

/** The case of a filer's email. The deadline doesn't change what to do first, only how urgent it is. */
export function caseOf({ state, account, flags }: FilerState, _isAfter: boolean): Case {
  switch (state) {
    case 'inactive':
    case 'exempt':
      return 'nothing';
    case 'enrolled':
      return flags.includes('one-method') ? 'add-backup' : 'nothing';
    case 'restricted':
      return 'restore';
    case 'needs-checking':
      return 'check';
    default:
      return accountCase(account?.state, flags) ?? (state === 'selected' ? 'selected' : 'enroll');
  }
}

function accountCase(verdict: Verdict | undefined, flags: FilerState['flags']): Case | null {
  if (verdict === 'needs-checking') return 'check';
  if (verdict === 'ask-vendor') return 'vendor';
  if (flags.includes('agent-on-shared-account')) return 'own-account';
  return verdict === 'enroll-shared' ? 'shared' : null;
}
