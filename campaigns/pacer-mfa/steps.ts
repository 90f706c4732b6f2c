import type { FilerState } from './case.ts';

/** The steps of an email in their order. `own`: get an individual account. `others`: each person adds an app. */
export const STEPS = ['check', 'vendor', 'own', 'address', 'enroll', 'others', 'backup'] as const;
type Step = (typeof STEPS)[number];

/** All of them that concern more than one filer, for the page on the court's website. */
export function allSteps(_isAfter: boolean): Set<Step> {
  return new Set(STEPS.filter((name) => name !== 'check'));
}

/** The steps of one filer: the same before and after the deadline. */
export function stepsOf({ state, account, flags }: FilerState, _isAfter: boolean): Set<Step> {
  if (state === 'inactive' || state === 'exempt') return new Set();
  if (state === 'enrolled') return new Set(flags.includes('one-method') ? ['backup'] : []);
  const taken = new Set<Step>(['address', 'enroll', 'backup']);
  const verdict = account?.state;
  const mayBeShared = flags.includes('shared-account') || flags.includes('sharing-unknown');
  if (state === 'needs-checking' || verdict === 'needs-checking') taken.add('check');
  if (verdict === 'ask-vendor') taken.add('vendor');
  // A filing agent leaves a shared account.
  if (flags.includes('agent-on-shared-account')) taken.add('own');
  else if (mayBeShared && !account?.inferred) taken.add('others');
  return taken;
}
