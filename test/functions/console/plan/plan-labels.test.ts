import { describe, expect, it } from 'vitest';
import {
  momentLabel,
  planDifferences,
  planSections,
  wallTimeLabel,
} from '../../../../functions/console/plan/plan-labels.ts';
import { aPlan } from '../../../support/builders/plan.ts';

describe('momentLabel', () => {
  it.each([
    [{ days: -90, anchor: 'go-live', at: '09:00' }, '90 days before go-live, 9:00 a.m.'],
    [{ days: 0, anchor: 'go-live', at: '12:00' }, 'On the day of go-live, 12:00 p.m.'],
    [{ days: -1, anchor: 'outage-start', at: '00:05' }, '1 day before the outage starts, 12:05 a.m.'],
    [{ days: 0, anchor: 'outage-end', at: '08:45' }, 'On the day the outage ends, 8:45 a.m.'],
    [{ days: 2, anchor: 'outage-end', at: '17:30' }, '2 days after the outage ends, 5:30 p.m.'],
  ] as const)('says %j as %s', (moment, words) => {
    expect(momentLabel(moment)).toBe(words);
  });
});

describe('wallTimeLabel', () => {
  it('names day, date and time of the court', () => {
    expect(wallTimeLabel('2018-10-22T08:30')).toBe('Mon, October 22, 2018, 8:30 a.m.');
  });
});

describe('planSections', () => {
  it('holds every value that a person wrote into the plan', () => {
    const plan = aPlan({
      'court.helpDesk.phone': '212-555-0140',
      wording: { deadlines: 'D-1', emergencyFiling: 'E-1', linkingFails: 'L-1' },
    });
    const text = JSON.stringify(planSections(plan));
    const said = [plan.name, plan.court.name, plan.court.sender.address, '212-555-0140', 'D-1', 'E-1', 'L-1'];
    expect(said.filter((one) => !text.includes(one))).toEqual([]);
  });
});

describe('planDifferences', () => {
  const OLD = aPlan();
  it.each([
    ['nothing', {}, []],
    [
      'a phase by hand',
      { 'phases.0.approval': 'by-hand' },
      [
        [
          'Phases: notice-1',
          'Notice: 90 days before go-live, 9:00 a.m.',
          'Notice: 90 days before go-live, 9:00 a.m.; waits for a person’s release',
        ],
      ],
    ],
    [
      'four eyes',
      { fourEyes: true },
      [
        [
          'Safeguards: Four eyes',
          'not asked for: who uploads may also release',
          'who uploads may not release',
        ],
      ],
    ],
    [
      'words that were none',
      { wording: { deadlines: 'Ask us.' } },
      [['The clerk’s own words: Deadlines in the outage', null, 'Ask us.']],
    ],
    [
      'an estimate',
      { 'goLive.certainty': 'estimated' },
      [
        [
          'Dates: Go-live',
          'Mon, October 22, 2018, 8:30 a.m.',
          'Mon, October 22, 2018, 8:30 a.m., an estimate',
        ],
      ],
    ],
  ] as [string, Record<string, unknown>, unknown[][]][])('tells %s', (_what, changes, expected) => {
    const found = planDifferences(OLD, aPlan(changes)).map(({ label, before, after }) => [
      label,
      before,
      after,
    ]);
    expect(found).toEqual(expected);
  });
});
