import { Temporal } from 'temporal-polyfill';
import { planSchema } from '../launch/plan.ts';
import { modelOf } from './model.ts';

/** Every name that a template can use: `launch.goLive.at`. A condition may also ask for a list. */
export const NAMES: ReadonlySet<string> = new Set(namesOf(anyModel()));

function namesOf(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && !Array.isArray(inner) ? namesOf(inner, `${prefix}${key}.`) : [prefix + key],
  );
}

/** All models have the same names. */
function anyModel(): object {
  const plan = planSchema.parse({
    name: 'any',
    court: {
      id: 'any',
      name: 'Any Court',
      zone: 'America/New_York',
      sender: { name: 'Any Court', address: 'any@uscourts.gov' },
      helpDesk: { email: 'any@uscourts.gov', hours: 'any' },
      links: { nextgen: 'https://any.uscourts.gov', ecfLogin: 'https://any.uscourts.gov' },
    },
    goLive: { certainty: 'to-be-announced' },
    phases: [{ id: 'any', kind: 'notice', when: { days: 0, anchor: 'go-live', at: '09:00' } }],
  });
  const model = modelOf({
    plan,
    kind: 'notice',
    phase: { id: 'any', number: 1, of: 1 },
    filer: {
      filerId: '0'.repeat(16),
      userId: 'any',
      lastName: 'Any',
      firstName: null,
      firm: null,
      barId: null,
      phone: null,
      email: null,
      secondaryEmails: [],
      userType: 'unknown',
      cmecfStatus: 'active',
      pacerAccounts: [],
      pacerAccountType: 'unknown',
      pacerCreated: null,
      pacerUsernameLength: null,
      nextgenElsewhere: null,
      linkStatus: 'unlinked',
      linkAsOf: '2018-01-01',
      sharedAddress: false,
    },
    state: { state: 'verify-account', rule: 14, reason: '', account: null, flags: [] },
    to: 'any@uscourts.gov',
    at: Temporal.Instant.from('2018-01-01T00:00:00Z'),
  });
  return { ...model, label: '', subject: '', preview: '', headline: '' };
}
