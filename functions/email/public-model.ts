import type { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import type { EmailPart } from '../../campaigns/campaign.ts';
import { anyFiler } from '../domain/filer/any-filer.ts';
import { PHASE_KINDS } from '../domain/plan/kinds.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Model } from './model.ts';
import { isAfterPivot, modelOf } from './model-of.ts';
import { EVERYONE } from './placeholder.ts';
import { numbered } from './steps.ts';

/** The model of the notice on the court's website, as it looks at `at`. */
export function publicModel(plan: Plan, at: Temporal.Instant): Model {
  const input = {
    plan,
    kind: PHASE_KINDS[0],
    phase: { id: 'public-notice', number: 1, of: 1 },
    filer: anyFiler(),
    state: EVERYONE,
    to: '',
    at,
  };
  const model = modelOf(input);
  const steps = campaign.email.allSteps(isAfterPivot(input));
  const { everyoneNames }: EmailPart = campaign.email;
  const is = { ...model.is, everyone: true, hasOtherAccounts: true, manySteps: steps.size > 1 };
  return { ...model, ...everyoneNames, step: numbered(steps), is };
}
