import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { NeedFacts } from '../../../../functions/console/overview/need.ts';
import { overviewNeeds } from '../../../../functions/console/overview/overview-needs.ts';
import type { PhaseState } from '../../../../functions/console/phases/phase-state.ts';
import type { PhaseStatus } from '../../../../functions/console/phases/phase-status.ts';
import { NO_ROSTER } from '../../../../functions/domain/roster/activation.ts';
import type { RosterVersion } from '../../../../functions/domain/roster/roster-version.ts';
import type { Run } from '../../../../functions/domain/run/run.ts';
import type { RunCounts } from '../../../../functions/domain/run/run-counts.ts';
import type { Gate } from '../../../../functions/domain/run/send-gate.ts';
import { aPlan } from '../../../support/builders/plan.ts';

const NOW = '2018-10-24T12:00:00Z';
const ROSTER = {
  version: 'v1',
  filers: 2,
  progressAsOf: NOW,
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
      'the Friday before, that someone must confirm on Monday that filing is open',
      {
        now: Temporal.Instant.from('2018-10-19T12:30:00Z'),
        phases: [phase({ kind: 'planned' }, { needsConfirmation: true, at: '2018-10-22T12:45:00Z' })],
      },
      'Launch day needs someone at 8:45 a.m. EDT on Mon, Oct 22, 2018',
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
      '/roster',
    ],
    ['a lost plan', { unreported: ['launch'] }, 'A launch plan was uploaded but not processed', '/plan'],
    [
      'a lost update',
      { unreported: ['update'] },
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
      'people to phone',
      counted({ bounced: 1, complained: 2 }),
      '3 emails bounced or marked as spam',
      '/filers/phone-list',
    ],
  ];
  it.each(cases)('names %s, with the way there', (_name, given, title, href) => {
    expect(overviewNeeds(facts(given)).map((need) => [need.title, need.href])).toEqual([[title, href]]);
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
  it.each(none)('bothers nobody where %s', (_name, given) => {
    expect(overviewNeeds(facts(given))).toEqual([]);
  });
});
