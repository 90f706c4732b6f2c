import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type ActivationDecision, NO_ROSTER } from '../../../../functions/domain/roster/activation.ts';
import type { RosterVersion } from '../../../../functions/domain/roster/roster-version.ts';
import type { Run } from '../../../../functions/domain/run/run.ts';
import type { RunCounts } from '../../../../functions/domain/run/run-counts.ts';
import type { Gate } from '../../../../functions/domain/run/send-gate.ts';
import type { ToCall } from '../../../../functions/queries/call-list.ts';
import type { NeedFacts } from '../../../../functions/queries/needs/need.ts';
import { overviewNeeds } from '../../../../functions/queries/needs/overview-needs.ts';
import type { PhaseState } from '../../../../functions/queries/phases/phase-state.ts';
import type { PhaseStatus } from '../../../../functions/queries/phases/phase-status.ts';
import { aPlan } from '../../../support/builders/plan.ts';

const NOW = '2018-10-24T12:00:00Z';
const ROSTER = {
  version: 'v1',
  filers: 2,
  progressAsOf: NOW,
  kind: 'roster',
  key: 'inbox/roster/a.csv',
  rows: { accepted: 2 },
  complete: true,
  held: [],
} as unknown as RosterVersion;
const HELD = {
  ...ROSTER,
  version: 'v2',
  filers: 7,
  held: [{ code: 'filers-gone', reason: '' }],
} as RosterVersion;
const RUN = {
  runId: 'open_1',
  kind: 'launch-day',
  number: 1,
  of: 1,
  scheduledFor: '2018-10-22T12:45:00Z',
  expiresAt: '2018-10-26T12:45:00Z',
} as Run;

function phase(status: PhaseStatus, rest: Partial<PhaseState> = {}): PhaseState {
  return {
    id: 'open',
    kind: 'launch-day',
    number: 1,
    of: 1,
    at: '2018-10-24T14:00:00Z',
    expiresAt: '2018-10-25T14:00:00Z',
    approval: 'automatic',
    hold: false,
    status,
    ...rest,
  } as PhaseState;
}

function correction(status: PhaseStatus): PhaseState {
  const told = [
    { key: 'help-desk-phone', filers: 12 },
    { key: 'text:notice/help', filers: 2 },
    { key: 'text:help', filers: 2 },
  ];
  const marks = { prepared: { filers: 12, settled: true, at: NOW, facts: told } };
  return phase(status, { id: 'correction', kind: 'correction', marks });
}

const dateChange = (status: PhaseStatus) => phase(status, { id: 'date-change', kind: 'date-change' });

function message(oneOff: object): PhaseState {
  const id = 'one-off--12345678';
  const known = { id, subject: 'Closed on Monday', ...oneOff } as PhaseState['oneOff'] & object;
  return phase({ kind: 'waiting', reason: 'needs-release' }, { id, kind: 'one-off', oneOff: known });
}

function facts(given: Partial<NeedFacts>): NeedFacts {
  return {
    plan: aPlan(),
    now: Temporal.Instant.from(NOW),
    phases: [],
    runs: [],
    gate: { holds: new Map() } as unknown as Gate,
    roster: ROSTER,
    versions: [ROSTER],
    active: { ...NO_ROSTER, version: 'v1' },
    deadLetters: 0,
    unreported: [],
    pendingPlan: null,
    roleGrants: [],
    callList: { filers: [], isCut: false },
    counts: new Map(),
    ...given,
  };
}

function counted(byStatus: RunCounts['byStatus']): Partial<NeedFacts> {
  return { runs: [RUN], counts: new Map([['open_1', { byStatus } as RunCounts]]) };
}

describe('overviewNeeds', () => {
  const cases: [name: string, given: Partial<NeedFacts>, title: string, href: string][] = [
    ['a roster', { roster: null, versions: [] }, 'No active roster', '/roster'],
    [
      'a decision on a roster',
      { versions: [HELD, ROSTER] },
      'A roster needs your decision',
      '/roster/versions/v2',
    ],
    [
      'the switch',
      { gate: { holds: new Map([['all', new Set(['person'])]]) } as unknown as Gate },
      'All sending is paused',
      '/phases',
    ],
    [
      'a held run',
      { phases: [phase({ kind: 'held', reasons: ['person'] })] },
      'Launch day: paused',
      '/phases/open',
    ],
    [
      'a correction to release',
      { phases: [correction({ kind: 'waiting', reason: 'needs-release' })] },
      'Tell 12 filers what has changed: our help desk’s phone number and the court’s own wording',
      '/phases/correction',
    ],
    [
      'a message to approve',
      { messages: [message({ submittedAt: NOW })] },
      'A message needs approval: Closed on Monday',
      '/messages/one-off--12345678',
    ],
    [
      'the word that filing is open',
      { phases: [phase({ kind: 'waiting', reason: 'unconfirmed' })] },
      'Launch day: waiting',
      '/phases/open',
    ],
    [
      'a missed phase',
      { phases: [phase({ kind: 'missed', reason: 'missed' })] },
      'Launch day: missed',
      '/phases/open',
    ],
    [
      'a release that is near',
      { phases: [phase({ kind: 'planned' }, { approval: 'by-hand' })] },
      'Launch day must be released',
      '/phases/open',
    ],
    [
      'an approval that is near',
      { phases: [phase({ kind: 'planned' }, { approval: 'by-hand', twoPersonApproval: true })] },
      'Launch day must be approved',
      '/phases/open',
    ],
    [
      'the Friday before, that someone must confirm on Monday that filing is open',
      {
        now: Temporal.Instant.from('2018-10-19T12:30:00Z'),
        phases: [phase({ kind: 'planned' }, { needsConfirmation: true, at: '2018-10-22T12:45:00Z' })],
      },
      'Launch day needs someone at 8:45 a.m. EDT on Mon, Oct 22, 2018',
      '/phases/open',
    ],
    [
      'the Friday before, that an approver must confirm on Monday that filing is open',
      {
        now: Temporal.Instant.from('2018-10-19T12:30:00Z'),
        phases: [
          phase(
            { kind: 'planned' },
            { needsConfirmation: true, twoPersonApproval: true, at: '2018-10-22T12:45:00Z' },
          ),
        ],
      },
      'Launch day needs an approver at 8:45 a.m. EDT on Mon, Oct 22, 2018',
      '/phases/open',
    ],
    [
      'a change of dates',
      {
        phases: [
          phase({ kind: 'waiting', reason: 'needs-release' }, { id: 'date-change', kind: 'date-change' }),
        ],
      },
      'Change of dates: waiting',
      '/phases/date-change',
    ],
    [
      'link status',
      {
        phases: [phase({ kind: 'planned' }, { kind: 'follow-up' })],
        roster: { ...ROSTER, progressAsOf: null },
      },
      'Link status is due',
      '/roster/upload?kind=update',
    ],
    [
      'link status for a follow-up that was approved already',
      {
        phases: [phase({ kind: 'released' }, { kind: 'follow-up' })],
        roster: { ...ROSTER, progressAsOf: null },
      },
      'Link status is due',
      '/roster/upload?kind=update',
    ],
    [
      'a lost plan',
      { unreported: [{ kind: 'launch', reportedAt: NOW }] },
      'A launch plan was uploaded but not processed',
      '/plan',
    ],
    [
      'a lost update',
      { unreported: [{ kind: 'update', reportedAt: NOW }] },
      'A roster update was uploaded but not processed',
      '/roster',
    ],
    ['work given up', { deadLetters: 2 }, '2 failed jobs', '/log/given-up'],
    ['failed emails', counted({ failed: 2 }), '2 emails failed', '/log?run=open_1&status=failed'],
    [
      'unknown ones',
      counted({ unknown: 1 }),
      '1 email may or may not have been sent',
      '/log?run=open_1&status=unknown',
    ],
    [
      'a plan that awaits approval',
      { pendingPlan: { uploadedAt: NOW } },
      'A launch plan needs approval',
      '/plan',
    ],
    [
      'filers to call',
      {
        callList: {
          filers: [{ group: 'bounced', state: 'needs-upgrade', since: NOW } as ToCall],
          isCut: false,
        },
      },
      '1 filer whose emails bounced or were stopped',
      '/filers/phone-list?why=bounced',
    ],
  ];
  it.each([
    [
      'a correction that a person decided against',
      { phases: [correction({ kind: 'waiting', reason: 'dismissed' })] },
    ],
    ['the draft of a message', { messages: [message({})] }],
  ])('asks nothing about %s', (_name, given) => {
    expect(overviewNeeds(facts(given))).toEqual([]);
  });

  it.each(cases)('names %s, with the way there', (_name, given, title, href) => {
    const needs = overviewNeeds(facts(given));
    expect(needs.map((need) => [need.title, need.href])).toEqual([[title, href]]);
    expect(needs[0]!.action).toMatch(/^[A-Z]/);
    expect(needs[0]!.text).toMatch(/^\S.*[.]$/);
  });

  const FRESH = {
    ...HELD,
    version: 'v3',
    kind: 'update',
    progressAsOf: NOW,
    rows: { accepted: 9 },
  } as RosterVersion;
  const stale = { ...ROSTER, progressAsOf: null };

  it('lead to the held update that has the missing link status', () => {
    const waiting = [phase({ kind: 'waiting', reason: 'progress-stale' }, { kind: 'follow-up' })];
    const given = facts({ phases: waiting, roster: stale, versions: [FRESH, stale] });
    const [followUp, decision] = overviewNeeds(given);
    expect(followUp).toMatchObject({ href: '/roster/versions/v3', action: 'Decide on the update' });
    expect(followUp!.text).toContain('Your update with newer link status is held.');
    expect(decision).toMatchObject({
      title: 'A roster update needs your decision',
      href: '/roster/versions/v3',
    });
  });

  it('lead to the upload where there is none', () => {
    const waiting = [phase({ kind: 'waiting', reason: 'progress-stale' }, { kind: 'follow-up' })];
    const [followUp] = overviewNeeds(facts({ phases: waiting, roster: stale, versions: [stale] }));
    expect(followUp).toMatchObject({ href: '/roster/upload?kind=update', action: 'Upload an update' });
  });

  it.each<[status: PhaseStatus, rest: Partial<PhaseState>, action: string]>([
    [{ kind: 'waiting', reason: 'unconfirmed' }, {}, 'Review and confirm'],
    [{ kind: 'waiting', reason: 'needs-release' }, { kind: 'notice' }, 'Review and release'],
    [
      { kind: 'waiting', reason: 'needs-release' },
      { kind: 'notice', twoPersonApproval: true },
      'Review and approve',
    ],
    [{ kind: 'waiting', reason: 'no-roster' }, {}, 'View phase'],
  ])('say what to do on the page of a phase: %j', (status, rest, action) => {
    expect(overviewNeeds(facts({ phases: [phase(status, rest)] }))[0]).toMatchObject({
      href: '/phases/open',
      action,
    });
  });

  it('ask once where a held upload was uploaded again, and not at all once a later one is active', () => {
    const rows = { accepted: 9 } as RosterVersion['rows'];
    const first = { ...HELD, uploadedAt: '2018-10-23T12:00:00Z', rows } as RosterVersion;
    const again = { ...first, version: 'v4', uploadedAt: NOW };
    const both = overviewNeeds(facts({ versions: [again, first, ROSTER] }));
    expect(both.map(({ href }) => href)).toEqual(['/roster/versions/v4']);
    const active = {
      ...NO_ROSTER,
      version: 'v4',
      decisions: [{ action: 'activate', version: 'v4' } as ActivationDecision],
    };
    expect(overviewNeeds(facts({ active, versions: [again, first, ROSTER] }))).toEqual([]);
  });

  const none: [name: string, given: Partial<NeedFacts>][] = [
    ['all is well', {}],
    [
      'a confirmation is far away',
      {
        phases: [phase({ kind: 'planned' }, { needsConfirmation: true, at: '2018-10-29T12:45:00Z' })],
      },
    ],
    ['a phase starts by itself', { phases: [phase({ kind: 'waiting', reason: 'due' })] }],
    [
      'a release is far away',
      { phases: [phase({ kind: 'planned' }, { approval: 'by-hand', at: '2018-11-24T14:00:00Z' })] },
    ],
    [
      'a phase was over long ago',
      { phases: [phase({ kind: 'missed', reason: 'expired' }, { expiresAt: '2018-10-01T00:00:00Z' })] },
    ],
    [
      'a phase was sent under earlier dates, and its new time has passed',
      {
        phases: [phase({ kind: 'sent-earlier', runId: 'open_1', on: 'Tue, Jul 24, 2018', newTime: 'over' })],
      },
    ],
    ['link status is fresh', { phases: [phase({ kind: 'planned' }, { kind: 'follow-up' })] }],
    ['emails arrived', counted({ delivered: 5, skipped: 1 })],
    ['the run is cancelled', { ...counted({ failed: 2 }), runs: [{ ...RUN, cancelled: 'person' }] }],
    ['it is too late to try again', { ...counted({ failed: 2 }), runs: [{ ...RUN, expiresAt: NOW }] }],
  ];
  it.each([
    ['2018-10-21T14:00:00Z', ' on or after Mon, Oct 22, 2018.'],
    ['2018-10-22T14:00:00Z', '.'],
  ])('asks at %s for link status that can be there, and is fresh when it counts', (now, when) => {
    const followUp = phase({ kind: 'planned' }, { kind: 'follow-up' });
    const roster = { ...ROSTER, progressAsOf: null };
    const [need] = overviewNeeds(facts({ phases: [followUp], roster, now: Temporal.Instant.from(now) }));
    expect(need!.text).toMatch(new RegExp(`Upload a roster update${when}$`));
  });

  it.each([
    ['a correction alone', [], false],
    ['a correction after dates that wait', [{ kind: 'waiting', reason: 'needs-release' }], true],
    ['a correction after dates that were sent', [{ kind: 'complete' }], false],
  ] as [string, PhaseStatus[], boolean][])(
    'says of %s whether to send the dates first',
    (_name, dates, isFirst) => {
      const phases = [...dates.map(dateChange), correction({ kind: 'waiting', reason: 'needs-release' })];
      const { text } = overviewNeeds(facts({ phases })).at(-1)!;
      const advice = isFirst
        ? ' The email with the new dates may include this correction, so wait until that email has been sent.'
        : '';
      expect(text).toBe(
        `Some filers were told facts that have since changed. Decide whether to email them the correction.${advice}`,
      );
    },
  );

  it.each(none)('bothers no one where %s', (_name, given) => {
    expect(overviewNeeds(facts(given))).toEqual([]);
  });
});
