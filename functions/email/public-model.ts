import type { Temporal } from 'temporal-polyfill';
import type { FilerState } from '../domain/filer/state.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Model } from './model.ts';
import { modelOf } from './model-of.ts';
import { anyFiler } from './placeholder.ts';
import { allSteps } from './steps.ts';

/** No filer in particular: every step is shown, and says whom it concerns. */
const EVERYONE: FilerState = {
  state: 'verify-account',
  rule: 14,
  reason: '',
  account: null,
  flags: ['confirm-individual', 'firm-billing'],
};

/** The model of the notice on the court's website, as it looks at `at`. */
export function publicModel(plan: Plan, at: Temporal.Instant): Model {
  const model = modelOf({
    plan,
    kind: 'notice',
    phase: { id: 'public-notice', number: 1, of: 1 },
    filer: anyFiler(),
    state: EVERYONE,
    to: '',
    at,
  });
  return { ...model, step: allSteps(model.launch.open), is: { ...model.is, everyone: true } };
}
