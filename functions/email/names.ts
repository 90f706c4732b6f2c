import { Temporal } from 'temporal-polyfill';
import { BLANK, type Filer } from '../domain/filer/filer.ts';
import { type Plan, planSchema } from '../domain/plan/plan.ts';
import { modelOf } from './model.ts';

/** Every name that a template can use: `launch.goLive.at`. */
export const NAMES: ReadonlySet<string> = new Set(namesIn(anyModel()));

function namesIn(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && !Array.isArray(inner) ? namesIn(inner, `${prefix}${key}.`) : [prefix + key],
  );
}

/** All models have the same names. */
function anyModel(): object {
  const model = modelOf({
    plan: anyPlan({ certainty: 'to-be-announced' }),
    kind: 'notice',
    phase: { id: 'any', number: 1, of: 1 },
    filer: anyFiler(),
    state: { state: 'verify-account', rule: 14, reason: '', account: null, flags: [] },
    to: 'any@uscourts.gov',
    at: Temporal.Instant.from('2018-01-01T00:00:00Z'),
  });
  return { ...model, label: '', subject: '', preview: '', headline: '' };
}

/** A plan with all that a template can ask for; the builds try the templates on it. */
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

export function anyFiler(): Filer {
  return {
    ...BLANK,
    filerId: '0'.repeat(16),
    userId: 'any',
    lastName: 'Any',
    linkAsOf: '2018-01-01',
  };
}
