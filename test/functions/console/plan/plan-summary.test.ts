import { describe, expect, it } from 'vitest';
import { planDifferences, planSections } from '../../../../functions/console/plan/plan-summary.ts';
import type { Plan } from '../../../../functions/domain/plan/plan.ts';
import { aPlan } from '../../../support/builders/plan.ts';

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
  const [notice, ...others] = OLD.phases as [Plan['phases'][number], ...Plan['phases']];
  const second = { ...notice, id: 'notice-2', when: { ...notice.when, days: -60 } };
  const TWO = aPlan({ phases: [notice, second, ...others] });
  it.each([
    ['nothing', {}, []],
    [
      'a phase by hand',
      { 'phases.0.approval': 'by-hand' },
      [
        [
          'Phases: Notice',
          'Notice: 90 days before go-live, 9:00 a.m.',
          'Notice: 90 days before go-live, 9:00 a.m.; waits until someone releases it',
        ],
      ],
    ],
    ['two-person approval', { twoPersonApproval: true }, [['Safeguards: Two-person approval', 'off', 'on']]],
    [
      'words that were none',
      { wording: { deadlines: 'Ask us.' } },
      [['Court-specific wording: Deadlines while the system is closed', null, 'Ask us.']],
    ],
    [
      'an estimate',
      { 'goLive.certainty': 'estimated' },
      [['Dates: Go-live', 'Mon, Oct 22, 2018, 8:30 a.m.', 'Mon, Oct 22, 2018, 8:30 a.m., an estimate']],
    ],
  ] as [string, Record<string, unknown>, unknown[][]][])('tells %s', (_what, changes, expected) => {
    const found = planDifferences(OLD, aPlan(changes)).map(({ label, before, after }) => [
      label,
      before,
      after,
    ]);
    expect(found).toEqual(expected);
  });

  it.each([
    ['removed', OLD.phases, [['Phases: Notice 2 of 2', 'Notice: 60 days before go-live, 9:00 a.m.', null]]],
    [
      'changed, by its name among those that are left',
      [{ ...second, hold: true }, ...others],
      [
        [
          'Phases: Notice',
          'Notice: 60 days before go-live, 9:00 a.m.',
          'Notice: 60 days before go-live, 9:00 a.m.; on hold',
        ],
        ['Phases: Notice 1 of 2', 'Notice: 90 days before go-live, 9:00 a.m.', null],
      ],
    ],
  ])('names a phase that was %s', (_what, phases, expected) => {
    const found = planDifferences(TWO, aPlan({ phases }));
    expect(found.map(({ label, before, after }) => [label, before, after])).toEqual(expected);
  });
});
