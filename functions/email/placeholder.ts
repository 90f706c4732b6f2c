import { campaign } from '#campaign';
import type { FilerState } from '../domain/filer/state.ts';
import { DATES } from '../domain/plan/dated.ts';
import { PHASE_KINDS } from '../domain/plan/kinds.ts';
import { type Plan, planSchema } from '../domain/plan/plan.ts';
import type { Dated } from '../lib/plan-values.ts';

/** No filer in particular, for the page on the court's website: every step is shown, and says whom it concerns. */
export const EVERYONE: FilerState = { rule: 0, reason: '', account: null, ...campaign.email.everyone };

/** A plan with all that a template can ask for; the build tries the templates on it. */
export function anyPlan(date: Dated): Plan {
  const { court, links, members, dated } = campaign.plan.sample;
  return planSchema.parse({
    name: 'any',
    court: {
      id: 'any',
      name: 'Any Court',
      zone: 'America/New_York',
      sender: { name: 'Any Court', address: 'any@uscourts.gov' },
      helpDesk: { email: 'any@uscourts.gov', phone: '212-555-0100', hours: 'any' },
      links,
      ...court,
    },
    ...Object.fromEntries(DATES.map(([, { at }]) => [at[0], date])),
    ...members,
    ...(date.certainty === 'to-be-announced' ? {} : dated),
    phases: [{ id: 'any', kind: PHASE_KINDS[0], when: { days: 0, anchor: campaign.pivot, at: '09:00' } }],
  });
}
