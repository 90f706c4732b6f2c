import { blocksOf, clean } from '../../functions/lib/clean.ts';
import type { EmailPart, EmailView } from '../campaign.ts';
import { CASES, caseOf, type FilerState, SETTLED_FIRST } from './case.ts';
import { isEnrollmentRecorded, type MfaFiler } from './facts.ts';
import { placeholders } from './placeholders.ts';
import type { MfaPlan } from './plan.ts';
import { stated } from './stated.ts';
import type { Flag } from './states.ts';
import { allSteps, STEPS, stepsOf } from './steps.ts';
import { timesOf } from './times.ts';
import { asTold } from './told.ts';

type View = EmailView<MfaPlan, MfaFiler, FilerState>;

/** What the templates can name beyond the engine's own names. */
function names(view: View) {
  const { plan, filer, state, at, isAfter, pivot } = view;
  const { opens, words } = timesOf(plan, pivot);
  const { sharedBy, accountKind, methods } = filer;
  const flag = (name: Flag) => state.flags.includes(name);
  const isInferred = state.account?.inferred ?? false;
  const peopleUnsure = state.account?.state === 'needs-checking' && !isInferred;
  return {
    pacer: plan.pacer,
    deadline: {
      ...words.deadline,
      known: pivot !== null,
      estimated: plan.deadline.certainty === 'estimated',
      past: isAfter,
    },
    /** When this filer should enroll: one of `anyTime`, `whenPrompted` and `now` is true. `unprompted`: now, without waiting for PACER's prompt. */
    enroll: {
      ...adviceOf(view),
      open: opens !== null && at >= opens,
      opens: words.opens,
      /** The day from which the advice is to enroll now, prompted or not. */
      nowFrom: words.deadlinePeriod,
    },
    /** Apps that PACER accepts for one account. */
    apps: clean(String(plan.appsPerAccount)),
    wording: {
      software: blocksOf(plan.wording.software),
      sharing: blocksOf(plan.wording.sharing),
      lockedOut: blocksOf(plan.wording.lockedOut),
    },
    is: {
      restricted: state.state === 'restricted',
      selected: state.state === 'selected',
      enrolled: state.state === 'enrolled',
      /** No account in use, or MFA is optional. */
      excused: state.state === 'inactive' || state.state === 'exempt',
      /** The records contradict each other about who uses the account, and about whether it is enrolled. */
      peopleUnsure,
      enrollmentUnsure: state.state === 'needs-checking' && isEnrollmentRecorded(filer),
      /** Something else comes before enrolling. */
      settlingFirst: SETTLED_FIRST.includes(caseOf(state, isAfter)),
      /** Nothing is special about the account: it only has to enroll. */
      plain: state.account?.state === 'enroll',
      shared: flag('shared-account') && !peopleUnsure,
      mayBeShared: peopleUnsure || (flag('sharing-unknown') && !isInferred),
      tooMany: sharedBy !== null && sharedBy > plan.appsPerAccount && !peopleUnsure,
      /** Software signs in with the account. */
      service: accountKind === 'service',
      /** Enrolled by backup codes alone. */
      codesOnly: methods.length === 1 && methods.includes('codes'),
    },
  };
}

function adviceOf({ kind, plan, state, at, isAfter, pivot }: View) {
  const { whenPromptedFrom, deadlinePeriodFrom } = timesOf(plan, pivot);
  const hasBeenPrompted = state.state === 'selected' || state.state === 'restricted';
  const isPressing = isAfter || kind === 'deadline-warning';
  /** Nothing may wait any longer, and a code sent by mail may come too late. */
  const late = isPressing || (deadlinePeriodFrom !== null && at >= deadlinePeriodFrom);
  const now = late || hasBeenPrompted;
  const whenPrompted = !now && at >= whenPromptedFrom;
  return { now, whenPrompted, anyTime: !now && !whenPrompted, late, unprompted: late && !hasBeenPrompted };
}

/** What emails ask of their readers. */
export const email = {
  cases: CASES,
  idle: ['nothing'],
  caseOf,
  steps: STEPS,
  stepsOf,
  allSteps,
  names,
  asTold,
  stated,
  placeholders,
  everyone: { state: 'enroll', flags: ['shared-account', 'sharing-unknown'] },
  samples: [
    { accountKind: 'individual', methods: ['app'] },
    { accountKind: 'service', sharedBy: 14, methods: ['codes'] },
    { accountKind: 'individual', sharedBy: 4 },
  ],
} as const satisfies EmailPart;
