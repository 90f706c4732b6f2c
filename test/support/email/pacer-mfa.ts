import { readFileSync } from 'node:fs';
import { BLANK, type Filer } from '../../../functions/domain/filer/filer.ts';
import { type Plan, planSchema } from '../../../functions/domain/plan/plan.ts';
import { decide } from '../../../functions/domain/run/audience.ts';
import type { SamplePlaces } from './places.ts';
import { sampleSet } from './sample-set.ts';

// What the tests of emails ask of a campaign, `#email-samples`: here pacer-mfa's. Read it under that condition.

/** The example's plan. */
export const plan: Plan = planSchema.parse(
  JSON.parse(readFileSync('examples/pacer-mfa/launch.json', 'utf8')) as unknown,
);
/** The example's launch, put off. */
export const PLAN_TO_BE_ANNOUNCED: Plan = planSchema.parse({
  ...plan,
  deadline: { certainty: 'to-be-announced' },
});
/** The deadline may still move. */
export const FULL_PLAN: Plan = planSchema.parse({
  ...plan,
  deadline: { certainty: 'estimated', date: '2025-12-31', time: '23:59' },
});

/** Someone with work to do, by their name among `PEOPLE`. */
export const SOMEONE = 'individual';
/** Days before and after the pivot. */
export const DAYS = { before: '2025-10-02', after: '2026-01-07' } as const;
/** The pivot's day. */
export const PIVOT_DAY = '2025-12-31';

const ALONE = { accountKind: 'individual', sharedBy: 1 };
const SHARED = { accountKind: 'shared', sharedBy: 3 };
const FACTS: Readonly<Record<string, object>> = {
  individual: ALONE,
  mystery: {},
  shared: SHARED,
  crowd: { ...SHARED, sharedBy: 14 },
  service: { accountKind: 'service' },
  vendor: { ...ALONE, filingSoftware: true },
  agent: { ...SHARED, userType: 'filing-agent' },
  'agent-unknown': { userType: 'filing-agent' },
  contradiction: { ...ALONE, sharedBy: 4 },
  selected: { ...ALONE, mfaStatus: 'selected' },
  'selected-shared': { ...SHARED, mfaStatus: 'selected' },
  restricted: { ...ALONE, mfaStatus: 'restricted' },
  'restricted-vendor': { ...ALONE, filingSoftware: true, mfaStatus: 'restricted' },
  'enrolled-one-way': { ...ALONE, mfaStatus: 'enrolled', methods: ['app'] },
  enrolled: { ...ALONE, mfaStatus: 'enrolled', methods: ['app', 'codes'] },
  'too-early': { ...ALONE, mfaStatus: 'enrolled', mfaAsOf: '2025-01-02' },
  closed: { access: 'closed' },
  reader: { access: 'pacer-only' },
  'mailbox-shared': { ...ALONE, sharedAddress: true },
  'two-accounts': { ...ALONE, otherAccounts: ['00112233445566bb'] },
};

/** One filer for every state, verdict and flag that an email can meet, by a name that says which. */
export const PEOPLE: Readonly<Record<string, Filer>> = Object.fromEntries(
  Object.entries(FACTS).map(([who, facts], at) => [
    who,
    {
      ...BLANK,
      filerId: at.toString(16).padStart(16, '0'),
      userId: `70000${at}`,
      lastName: 'Smith',
      firstName: 'Jane',
      email: 'jane@example.com',
      userType: 'attorney',
      mfaAsOf: '2025-09-30',
      ...facts,
    } as unknown as Filer,
  ]),
);

/** Where each kind is in the sequences of the samples. The first is how a filer gets it to whom nothing was sent before. */
export const PLACES: SamplePlaces = {
  announcement: { first: { at: '2025-05-13T14:00:00Z', number: 1, of: 1 } },
  reminder: {
    first: { at: '2025-10-02T14:00:00Z', number: 1, of: 2 },
    later: { at: '2025-10-02T14:00:00Z', number: 1, of: 2, after: 'announcement' },
    last: { at: '2025-12-04T15:00:00Z', number: 2, of: 2, after: 'reminder' },
    changed: { at: '2025-12-04T15:00:00Z', number: 2, of: 2, after: 'reminder', was: 'ask-vendor' },
  },
  'deadline-warning': {
    first: { at: '2025-12-22T15:00:00Z', number: 1, of: 1 },
    later: { at: '2025-12-22T15:00:00Z', number: 1, of: 1, after: 'reminder' },
  },
  'enforcement-day': {
    first: { at: '2026-01-02T13:45:00Z', number: 1, of: 1 },
    later: { at: '2026-01-02T13:45:00Z', number: 1, of: 1, after: 'deadline-warning' },
  },
  'follow-up': {
    first: { at: '2026-01-07T15:00:00Z', number: 2, of: 2 },
    how: { at: '2026-01-05T15:00:00Z', number: 1, of: 2, after: 'enforcement-day' },
    last: { at: '2026-01-07T15:00:00Z', number: 2, of: 2, after: 'follow-up' },
  },
  'date-change': {
    first: { at: '2025-11-03T15:00:00Z', number: 1, of: 1 },
  },
  correction: { first: { at: '2025-11-03T15:00:00Z', number: 1, of: 1 } },
  'one-off': { first: { at: '2025-11-03T15:00:00Z', number: 1, of: 1 } },
};

/** Every message for everyone who can get it, and the input of one email. */
export const { SAMPLES, sampleInput } = sampleSet({
  plan,
  people: PEOPLE,
  places: PLACES,
  previous: '2025-11-30',
  onDay: (filer, day) => (filer === PEOPLE['too-early'] ? filer : { ...filer, mfaAsOf: day }),
  canGet: (kind, { who, state }) => {
    // These say the same in every state.
    if (kind === 'correction' || kind === 'one-off') return [SOMEONE, 'mailbox-shared'].includes(who);
    return kind === 'date-change' || decide(kind, state).send;
  },
});
