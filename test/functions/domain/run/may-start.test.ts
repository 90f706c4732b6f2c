import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import { fixtures } from '#fixtures';
import type { Phase } from '../../../../functions/domain/plan/phases.ts';
import { type Plan, planSchema } from '../../../../functions/domain/plan/plan.ts';
import type { RosterVersion } from '../../../../functions/domain/roster/roster-version.ts';
import { mayStart, type StartFacts } from '../../../../functions/domain/run/may-start.ts';

const { kinds } = fixtures;
const PLAN: Plan = planSchema.parse({
  name: 'nysb-2018',
  court: {
    id: 'nysb',
    name: 'Bankruptcy Court',
    zone: 'America/New_York',
    sender: { name: 'Clerk', address: 'clerk@nysb.uscourts.gov' },
    helpDesk: { email: 'help@nysb.uscourts.gov', hours: 'weekdays' },
    links: fixtures.links,
  },
  ...fixtures.dates('2018-10-22'),
  phases: [{ id: 'x', kind: kinds.first, when: { days: -30, anchor: campaign.pivot, at: '09:00' } }],
});

const PHASE: Phase = {
  id: 'follow-up-1',
  kind: kinds.last,
  number: 1,
  of: 4,
  at: Temporal.ZonedDateTime.from('2018-10-24T09:00[America/New_York]'),
  expiresAt: Temporal.ZonedDateTime.from('2018-10-26T09:00[America/New_York]'),
  approval: 'automatic',
  hold: false,
};

const ON_TIME = Temporal.Instant.from('2018-10-24T09:00:05-04:00');
const roster = (progressAsOf: string | null) => ({ progressAsOf }) as RosterVersion;
const FACTS: StartFacts = {
  plan: PLAN,
  phase: PHASE,
  now: ON_TIME,
  released: false,
  wasCancelled: false,
  isSettled: true,
  hasRun: false,
  roster: roster('2018-10-24T11:00:00Z'),
};
const gated = { ...PHASE, kind: kinds.gated };
const confirming = { ...PLAN, [fixtures.gate]: true };

const DECISIONS: [what: string, facts: Partial<StartFacts>, decision: string][] = [
  ['on time with everything there', {}, 'start'],
  ['ten minutes late', { now: ON_TIME.add({ minutes: 10 }) }, 'start'],
  ['more than an hour late', { now: ON_TIME.add({ hours: 1 }) }, 'missed'],
  ['more than an hour late, released', { now: ON_TIME.add({ hours: 5 }), released: true }, 'start'],
  [
    'late for want of progress: the reason stays',
    { now: ON_TIME.add({ hours: 5 }), roster: roster(null) },
    'progress-stale',
  ],
  ['past its expiry', { now: ON_TIME.add({ hours: 48 }) }, 'expired'],
  ['past its expiry, even released', { now: ON_TIME.add({ hours: 48 }), released: true }, 'expired'],
  ['with emails of a run at an earlier time on their way', { isSettled: false }, 'sends-unsettled'],
  ['after a canceled run', { wasCancelled: true }, 'cancelled'],
  ['after a canceled run, released again', { wasCancelled: true, released: true }, 'start'],
  [
    'after a canceled run that still sends, released again',
    { wasCancelled: true, isSettled: false, released: true },
    'sends-unsettled',
  ],
  [
    'after a canceled run, past its expiry',
    { wasCancelled: true, now: ON_TIME.add({ hours: 48 }) },
    'expired',
  ],
  ['complete already at another time', { hasRun: true }, 'has-run'],
  [
    'complete already at another time, past its new expiry',
    { hasRun: true, now: ON_TIME.add({ hours: 48 }) },
    'has-run',
  ],
  [
    'complete already at another time, released to be sent again, past its new expiry',
    { hasRun: true, released: true, now: ON_TIME.add({ hours: 48 }) },
    'expired',
  ],
  ['complete already at another time, released', { hasRun: true, released: true }, 'start'],
  ['held in the plan', { phase: { ...PHASE, hold: true } }, 'held-by-plan'],
  ['held in the plan, released', { phase: { ...PHASE, hold: true }, released: true }, 'start'],
  ['by hand', { phase: { ...PHASE, approval: 'by-hand' } }, 'needs-release'],
  ['by hand, released', { phase: { ...PHASE, approval: 'by-hand' }, released: true }, 'start'],
  ['a claim to be confirmed', { plan: confirming, phase: gated }, 'unconfirmed'],
  ['a claim confirmed', { plan: confirming, phase: gated, released: true }, 'start'],
  ['a claim without that setting', { phase: gated }, 'start'],
  ['no active roster', { roster: null }, 'no-roster'],
  ['no roster, even released', { roster: null, released: true }, 'no-roster'],
  ['progress never known', { roster: roster(null) }, 'progress-stale'],
  ['progress of four days ago', { roster: roster('2018-10-20T11:00:00Z') }, 'progress-stale'],
  [
    'stale progress, even released',
    { roster: roster('2018-10-20T11:00:00Z'), released: true },
    'progress-stale',
  ],
  ['progress of just under three days ago', { roster: roster('2018-10-21T13:00:06Z') }, 'start'],
  [
    'the first kind needs no progress',
    { phase: { ...PHASE, kind: kinds.first }, roster: roster(null) },
    'start',
  ],
];

describe('mayStart', () => {
  it.each(DECISIONS)('%s', (_what, facts, expected) => {
    const decision = mayStart({ ...FACTS, ...facts });
    expect(decision.start ? 'start' : decision.reason).toBe(expected);
  });
});
