import { type Plan, planSchema } from '../../../functions/domain/plan/plan.ts';
import { plan } from './samples.ts';

const { outages: _, ...rest } = plan;

/** The example's launch, put off. */
export const PLAN_TO_BE_ANNOUNCED: Plan = planSchema.parse({
  ...rest,
  goLive: { certainty: 'to-be-announced' },
});

/** Everything that a plan can say. */
export const FULL_PLAN: Plan = planSchema.parse({
  ...plan,
  court: { ...plan.court, links: { ...plan.court.links, nextgenLabel: 'NextGen: Central Sign-On' } },
  goLive: { ...plan.goLive, certainty: 'estimated' },
  outages: {
    filing: { from: '2018-10-19T08:30', to: '2018-10-22T08:30' },
    viewing: { from: '2018-10-20T00:00', to: '2018-10-21T12:00' },
    registration: { from: '2018-10-18T17:00', to: '2018-10-22T08:30' },
  },
});
