import type { FilerState } from '../domain/filer/state.ts';

/** The steps of an email in their order, each with its number; 0 where the filer has no such step. */
export interface Steps {
  /** Is your PACER account yours alone? */
  readonly confirm: number;
  readonly individual: number;
  readonly check: number;
  readonly upgrade: number;
  readonly password: number;
  readonly link: number;
}

type StepName = keyof Steps;

/** The steps of one filer. @param open filing is open under NextGen: the password belongs to linking then */
export function stepsOf(state: FilerState, open: boolean): Steps {
  const taken = namesOf(state, open);
  return numbered((name) => taken.has(name));
}

/** All of them, for the page on the court's website. */
export function allSteps(open: boolean): Steps {
  return numbered((name) => name !== 'confirm' && (name !== 'password' || !open));
}

function numbered(has: (name: StepName) => boolean): Steps {
  let number = 0;
  const next = (name: StepName) => (has(name) ? ++number : 0);
  return {
    confirm: next('confirm'),
    individual: next('individual'),
    check: next('check'),
    upgrade: next('upgrade'),
    password: next('password'),
    link: next('link'),
  };
}

function namesOf({ state, account, flags }: FilerState, open: boolean): Set<StepName> {
  const taken = new Set<StepName>();
  if (state === 'inactive' || state === 'not-required') return taken;
  if (flags.includes('confirm-individual')) taken.add('confirm');
  if (state === 'linked') return taken;
  const verdict = account?.state ?? state;
  if (verdict === 'needs-individual-account') taken.add('individual');
  if (verdict === 'needs-upgrade') taken.add('upgrade');
  if (verdict === 'verify-account') taken.add('check');
  if (state === 'awaiting-court') return taken;
  if (!open) taken.add('password');
  taken.add('link');
  return taken;
}
