import type { FilerState } from './case.ts';

/** The steps of an email in their order. `confirm`: is your PACER account yours alone? */
export const STEPS = ['confirm', 'individual', 'check', 'upgrade', 'password', 'link'] as const;
type Step = (typeof STEPS)[number];

/** All of them, for the page on the court's website. */
export function allSteps(isAfter: boolean): Set<Step> {
  return new Set(STEPS.filter((name) => name !== 'confirm' && (name !== 'password' || !isAfter)));
}

/** The steps of one filer. @param isAfter filing is open under NextGen: the password belongs to linking then */
export function stepsOf({ state, account, flags }: FilerState, isAfter: boolean): Set<Step> {
  const taken = new Set<Step>();
  if (state === 'inactive' || state === 'not-required') return taken;
  if (flags.includes('confirm-individual')) taken.add('confirm');
  if (state === 'linked') return taken;
  const verdict = account?.state ?? state;
  if (verdict === 'needs-individual-account') taken.add('individual');
  if (verdict === 'needs-upgrade') taken.add('upgrade');
  if (verdict === 'verify-account') taken.add('check');
  if (state === 'awaiting-court') return taken;
  if (!isAfter) taken.add('password');
  taken.add('link');
  return taken;
}
