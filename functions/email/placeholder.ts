import { BLANK, type Filer } from '../domain/filer/filer.ts';
import { type Plan, planSchema } from '../domain/plan/plan.ts';

/** A plan with all that a template can ask for; the build tries the templates on it. */
export function anyPlan(goLive: Plan['goLive']): Plan {
  const outage = { from: '2018-10-19T08:30', to: '2018-10-22T08:30' };
  return planSchema.parse({
    name: 'any',
    court: {
      id: 'any',
      name: 'Any Court',
      zone: 'America/New_York',
      sender: { name: 'Any Court', address: 'any@uscourts.gov' },
      helpDesk: { email: 'any@uscourts.gov', phone: '212-555-0100', hours: 'any' },
      links: {
        nextgen: 'https://any.uscourts.gov',
        nextgenLabel: 'Any',
        ecfLogin: 'https://any.uscourts.gov',
      },
    },
    goLive,
    ...(goLive.certainty === 'to-be-announced'
      ? {}
      : { outages: { filing: outage, viewing: outage, registration: outage } }),
    wording: { deadlines: 'any', emergencyFiling: 'any', linkingFails: 'any' },
    phases: [{ id: 'any', kind: 'notice', when: { days: 0, anchor: 'go-live', at: '09:00' } }],
  });
}

/** A filer of whom nothing is known. */
export function anyFiler(): Filer {
  return {
    ...BLANK,
    filerId: '0'.repeat(16),
    userId: 'any',
    lastName: 'Any',
    linkAsOf: '2018-01-01',
  };
}
