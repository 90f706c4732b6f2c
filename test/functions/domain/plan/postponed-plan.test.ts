import { describe, expect, it } from 'vitest';
import { DATED_MEMBERS, pivotOf, WINDOWS, windowOf } from '../../../../functions/domain/plan/dated.ts';
import { parsePlan } from '../../../../functions/domain/plan/parse-plan.ts';
import { phasesOf } from '../../../../functions/domain/plan/phases.ts';
import type { Plan } from '../../../../functions/domain/plan/plan.ts';
import { isPostponed, postponedPlan } from '../../../../functions/domain/plan/postponed-plan.ts';
import { datesToConfirm } from '../../../../functions/domain/plan/wording-dates.ts';
import { checkPlan } from '../../../../functions/email/check-plan.ts';
import { planWith } from '../../../support/builders/plan.ts';

function planOf(changes: Readonly<Record<string, unknown>>): Plan {
  const result = parsePlan(JSON.stringify(planWith(changes)));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.plan;
}

describe('postponedPlan', () => {
  it.each([
    ['as it is', {}],
    ['with a date in its wording', { 'court.helpDesk.hours': 'Weekdays, and on October 20, 2018' }],
  ])('of a plan %s can be used, and no phase of it has a time', (_what, changes) => {
    const plan = planOf({ ...changes, meantDates: ['2018-10-20'] });
    const postponed = postponedPlan(plan);
    expect([isPostponed(plan), isPostponed(postponed)]).toEqual([false, true]);
    expect(pivotOf(postponed)).toEqual({ certainty: 'to-be-announced' });
    expect(WINDOWS.map(([, row]) => windowOf(postponed, row)).filter(Boolean)).toEqual([]);
    expect(phasesOf(plan).length).toBeGreaterThan(0);
    expect(phasesOf(postponed)).toEqual([]);
    expect(checkPlan(JSON.stringify(postponed), { before: plan })).toMatchObject({ ok: true });
  });

  it('changes nothing else', () => {
    const plan = planOf({});
    const rest = (whole: Plan) => Object.entries(whole).filter(([name]) => !DATED_MEMBERS.includes(name));
    expect(rest(postponedPlan(plan))).toEqual(rest(plan));
    expect(datesToConfirm(postponedPlan(plan), plan)).toEqual([]);
  });
});
