import { describe, expect, it } from 'vitest';
import { fixtures } from '#fixtures';
import { datesOf } from '../../../../functions/domain/plan/plan-version.ts';
import { type PlanChanges, planChanges } from '../../../../functions/domain/run/plan-changes.ts';
import type { Run } from '../../../../functions/domain/run/run.ts';
import { aPlan, aPlanInput } from '../../../support/builders/plan.ts';

const OLD = aPlan();
const DECEMBER = fixtures.moved('2018-12-03', '2018-11-30T08:30');
const NO_DATE = fixtures.undated;
const LONGER = { 'outages.filing.from': '2018-10-19T08:00' };

function run(changes: Partial<Run> = {}): Run {
  return {
    runId: 'notice-1_20180724T130000Z',
    phaseId: 'notice-1',
    kind: fixtures.kinds.first,
    number: 1,
    of: 1,
    scheduledFor: '2018-07-24T13:00:00Z',
    expiresAt: '2018-07-27T13:00:00Z',
    decidedAt: '2018-07-24T13:00:00Z',
    planVersion: 'v',
    dates: datesOf(OLD),
    rosterVersion: 'r',
    startedBy: 'schedule',
    ...changes,
  };
}

const COMPLETE = run({ completedAt: '2018-07-24T13:10:00Z' });
const ANNOUNCED = new Map([[datesOf(OLD), 7]]);
const NOTHING = { newDates: false, cancelledRuns: [], blocked: [], dateChange: 0 };
const without = (...ids: string[]) => aPlanInput().phases.filter(({ id }) => !ids.includes(id));

/** `id change` of every phase that doesn't stay. */
function moves({ phases }: PlanChanges): string[] {
  return phases.filter(({ change }) => change !== 'same').map(({ id, change }) => `${id} ${change}`);
}

const CASES: [what: string, next: Record<string, unknown>, runs: Run[], expected: object, moved: string[]][] =
  [
    ['the same plan', {}, [run()], NOTHING, []],
    ['other words', { 'court.helpDesk.hours': 'never' }, [run()], NOTHING, []],
    [
      'another date, once a notice is complete',
      DECEMBER,
      [COMPLETE],
      { newDates: true, cancelledRuns: [], blocked: [], dateChange: 7 },
      ['follow-up-1 moved', 'notice-1 moved', 'open moved', 'warning moved'],
    ],
    [
      'another date, while a notice is under way',
      DECEMBER,
      [run()],
      { newDates: true, cancelledRuns: [run().runId], blocked: [], dateChange: 7 },
      ['follow-up-1 moved', 'notice-1 moved', 'open moved', 'warning moved'],
    ],
    [
      'another outage, and the notice under way where it was',
      LONGER,
      [run()],
      { newDates: true, cancelledRuns: [run().runId], blocked: ['notice-1'], dateChange: 7 },
      [],
    ],
    [
      'no date',
      NO_DATE,
      [COMPLETE],
      { newDates: true, cancelledRuns: [], blocked: [], dateChange: 7 },
      ['follow-up-1 removed', 'notice-1 removed', 'open removed', 'warning removed'],
    ],
    [
      'an exact date that becomes an estimate',
      { 'goLive.certainty': 'estimated' },
      [COMPLETE],
      { newDates: true, dateChange: 0 },
      [],
    ],
    ['a phase less', { phases: without('warning') }, [], NOTHING, ['warning removed']],
    [
      'a phase more, and one at another hour',
      {
        phases: [
          ...without('open'),
          { id: 'open', kind: 'launch-day', when: { days: 0, anchor: 'outage-end', at: '09:45' } },
          { id: 'follow-up-2', kind: 'follow-up', when: { days: 9, anchor: 'go-live', at: '10:00' } },
        ],
      },
      [],
      NOTHING,
      ['follow-up-2 added', 'open moved'],
    ],
  ];

const NO_ONE = { runs: [], announced: new Map<string, number>(), told: [] };

describe('what a plan changes', () => {
  it.each(CASES)('%s', (_what, next, runs, expected, moved) => {
    const changes = planChanges(OLD, aPlan(next), {
      runs,
      announced: runs.length > 0 ? ANNOUNCED : new Map(),
      told: [],
    });
    expect(changes).toMatchObject(expected);
    expect(moves(changes)).toEqual(moved);
  });

  it('names both times of a phase that moves, and that it has run', () => {
    const { phases } = planChanges(OLD, aPlan(DECEMBER), { ...NO_ONE, runs: [COMPLETE] });
    expect(phases.find(({ id }) => id === 'notice-1')).toEqual({
      id: 'notice-1',
      change: 'moved',
      from: '2018-07-24T09:00:00-04:00[America/New_York]',
      to: '2018-09-04T09:00:00-04:00[America/New_York]',
      hasRun: true,
    });
  });

  it('begins with everything new where there was no plan', () => {
    const changes = planChanges(null, OLD, NO_ONE);
    expect(changes.pivot.from).toBeNull();
    expect(moves(changes)).toEqual(['follow-up-1 added', 'notice-1 added', 'open added', 'warning added']);
  });

  it('names the facts that any plan of a run stated otherwise, each once', () => {
    const phone = (number: string) => aPlan({ 'court.helpDesk.phone': number });
    const told = [
      phone('212-555-0100'),
      phone('212-555-0101'),
      aPlan({ 'court.helpDesk.hours': 'mornings' }),
    ];
    const next = phone('212-555-0101');
    expect(planChanges(null, next, { ...NO_ONE, told }).otherFacts).toEqual([
      'help-desk-phone',
      'help-desk-hours',
    ]);
    expect(planChanges(OLD, next, NO_ONE).otherFacts).toEqual([]);
  });

  it('leaves out what the active plan says already: that was asked about when it became active', () => {
    const told = [aPlan({ 'court.helpDesk.phone': '212-555-0100', 'court.helpDesk.hours': 'mornings' })];
    const hours = aPlan({ 'court.helpDesk.hours': 'afternoons' });
    expect(planChanges(OLD, OLD, { ...NO_ONE, told }).otherFacts).toEqual([]);
    expect(planChanges(OLD, hours, { ...NO_ONE, told }).otherFacts).toEqual(['help-desk-hours']);
  });
});
