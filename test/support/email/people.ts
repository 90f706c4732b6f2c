import type { Filer } from '../../../functions/domain/filer/filer.ts';
import { isAnnouncement } from '../../../functions/domain/plan/kinds.ts';
import { decide } from '../../../functions/domain/run/audience.ts';
import type { SamplePlaces } from './places.ts';
import { sampleSet } from './sample-set.ts';
import { plan } from './samples.ts';
import { FILERS, ONLY_AFTER } from './seed-filers.ts';

/** One filer for every state, verdict and flag that an email can meet, by a name that says which. */
export const PEOPLE: Readonly<Record<string, Filer>> = {
  ...FILERS,
  linked: { ...FILERS.upgraded, linkStatus: 'linked', linkAsOf: '2018-10-22' },
  inactive: { ...FILERS.legacy, cmecfStatus: 'inactive' },
  judge: { ...FILERS.mystery, userType: 'judge' },
  'mailbox-shared': {
    ...FILERS.old,
    sharedAddress: true,
    pacerAccounts: [],
    firm: 'Doe & Doe LLP',
    userType: 'trustee',
  },
  'two-accounts': { ...FILERS.upgraded, otherAccounts: ['00112233445566bb'], userType: 'trustee' },
  agent: { ...FILERS.upgraded, userType: 'filing-agent' },
  'us-trustee': { ...FILERS.shared, userType: 'us-trustee' },
  cja: { ...FILERS.legacy, userType: 'cja-attorney' },
  'pro-se': { ...FILERS.unsure, userType: 'pro-se', firm: null },
  journalist: { ...FILERS.upgraded, userType: 'media' },
  limited: { ...FILERS.none, userType: 'limited-filer' },
  'failed-ready': { ...FILERS.failed, pacerAccountType: 'upgraded' },
  'failed-two-accounts': {
    ...FILERS.failed,
    pacerAccountType: 'upgraded',
    otherAccounts: ['00112233445566bb'],
  },
  'failed-no-account': { ...FILERS.none, linkStatus: 'failed', linkAsOf: '2018-10-23' },
  'pending-mystery': { ...FILERS.mystery, linkStatus: 'pending', linkAsOf: '2018-10-23' },
};

/** States that only a roster after go-live can give. */
const AFTER_ONLY = [
  ...ONLY_AFTER,
  'linked',
  'failed-ready',
  'failed-two-accounts',
  'failed-no-account',
  'pending-mystery',
];

/** Whose link status is of the day of the email. */
const ARE_DATED: ReadonlySet<Filer> = new Set(
  AFTER_ONLY.filter((who) => who !== 'linked').map((who) => PEOPLE[who]!),
);

/** Where each kind is in the sequences of the samples. The first is how a filer gets it to whom nothing was sent before. */
export const PLACES: SamplePlaces = {
  notice: {
    first: { at: '2018-07-24T13:00:00Z', number: 1, of: 4 },
    late: { at: '2018-10-09T13:00:00Z', number: 4, of: 4 },
    later: { at: '2018-09-20T13:00:00Z', number: 3, of: 4, after: 'notice' },
    changed: {
      at: '2018-09-20T13:00:00Z',
      number: 3,
      of: 4,
      after: 'notice',
      was: 'needs-individual-account',
    },
  },
  'pre-outage': {
    first: { at: '2018-10-18T14:00:00Z', number: 1, of: 1 },
    later: { at: '2018-10-18T14:00:00Z', number: 1, of: 1, after: 'notice' },
    changed: { at: '2018-10-18T14:00:00Z', number: 1, of: 1, after: 'notice', was: 'verify-account' },
  },
  'launch-day': {
    first: { at: '2018-10-22T12:45:00Z', number: 1, of: 1 },
    later: { at: '2018-10-22T12:45:00Z', number: 1, of: 1, after: 'pre-outage' },
  },
  'follow-up': {
    first: { at: '2018-10-29T14:00:00Z', number: 2, of: 4 },
    how: { at: '2018-10-24T14:00:00Z', number: 1, of: 4, after: 'launch-day' },
    changed: {
      at: '2018-10-24T14:00:00Z',
      number: 1,
      of: 4,
      after: 'launch-day',
      was: 'needs-individual-account',
    },
    help: { at: '2018-10-29T14:00:00Z', number: 2, of: 4, after: 'follow-up' },
    warn: { at: '2018-11-05T15:00:00Z', number: 3, of: 4, after: 'follow-up' },
    last: { at: '2018-11-21T15:00:00Z', number: 4, of: 4, after: 'follow-up' },
  },
  'date-change': {
    first: { at: '2018-09-25T13:00:00Z', number: 1, of: 1 },
  },
  correction: { first: { at: '2018-09-25T13:00:00Z', number: 1, of: 1 } },
  'one-off': { first: { at: '2018-10-30T13:00:00Z', number: 1, of: 1 } },
};

/** Every message for everyone who can get it, and the input of one email. */
export const { SAMPLES, sampleInput } = sampleSet({
  plan,
  people: PEOPLE,
  places: PLACES,
  previous: '2018-10-15',
  // A conflict is about the day that it was true.
  onDay: (filer, day) => (ARE_DATED.has(filer) ? { ...filer, linkAsOf: day } : filer),
  canGet: (kind, { who, state }) => {
    const late = AFTER_ONLY.includes(who);
    if (kind === 'date-change') return !late;
    // A roster from before go-live has no one who is linked: later, the court may still write to them.
    if (kind === 'one-off' && who === 'linked') return true;
    // They say the same in every state.
    if (isAnnouncement(kind)) return ['legacy', 'mailbox-shared'].includes(who);
    if (late && (kind === 'notice' || kind === 'pre-outage')) return false;
    return decide(kind, state).send;
  },
});
