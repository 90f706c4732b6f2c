import { dateWords } from '../../functions/lib/court-time.ts';
import type { Rule } from '../state.ts';
import type { Facts } from './facts.ts';
import type { State } from './states.ts';

/** Rules 1 to 6: what the court's own system says. The first that holds gives the state. */
export const STATUS_RULES: readonly Rule<Facts, State>[] = [
  {
    rule: 1,
    state: 'inactive',
    final: true,
    words: 'the CM/ECF account is inactive or suspended, or the person has died',
    when: ({ filer }) => filer.cmecfStatus !== 'active',
    reason: ({ filer }) => `our records list the CM/ECF account as ${filer.cmecfStatus}`,
  },
  {
    rule: 2,
    state: 'not-required',
    final: true,
    words: 'a judge, or court staff',
    when: ({ filer }) => filer.userType === 'judge' || filer.userType === 'court-staff',
    reason: () => 'judges and court staff do not need to link an account',
  },
  {
    rule: 3,
    state: 'linked',
    final: true,
    words: 'linked, on or after the day of go-live',
    when: ({ filer, isAfterGoLive }) => filer.linkStatus === 'linked' && isAfterGoLive,
    reason: ({ filer }) =>
      `our records show that the accounts were linked as of ${dateWords(filer.linkAsOf)}`,
  },
  {
    rule: 4,
    state: 'conflict',
    words: 'linked, pending or failed, but dated before the day of go-live, or while no day is announced',
    when: ({ filer, isAfterGoLive }) => filer.linkStatus !== 'unlinked' && !isAfterGoLive,
    reason: ({ filer, goLiveDate }) =>
      `our records show the link status "${filer.linkStatus}" on ${dateWords(filer.linkAsOf)}, when ` +
      `accounts could not be linked yet: ${openingWords(goLiveDate)}`,
  },
  {
    rule: 5,
    state: 'awaiting-court',
    words: 'pending, on or after the day of go-live',
    when: ({ filer }) => filer.linkStatus === 'pending',
    reason: ({ filer }) =>
      `our records show that the link was awaiting court approval as of ${dateWords(filer.linkAsOf)}`,
  },
  {
    rule: 6,
    state: 'link-failed',
    words: 'failed, on or after the day of go-live',
    when: ({ filer }) => filer.linkStatus === 'failed',
    reason: ({ filer }) => `our records show that linking had failed as of ${dateWords(filer.linkAsOf)}`,
  },
];

function openingWords(goLiveDate: string | null): string {
  return goLiveDate
    ? `the system opens on ${dateWords(goLiveDate)}`
    : 'the day on which the system opens is not announced';
}
