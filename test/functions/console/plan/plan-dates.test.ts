import { describe, expect, it } from 'vitest';
import { datesOfPlan, datesSchema, planWithDates } from '../../../../functions/console/plan/plan-dates.ts';
import { aPlan } from '../../../support/builders/plan.ts';

const PLAN = aPlan();
const FORM = datesSchema.parse({ base: 'v1', ...datesOfPlan(PLAN) });

function changed(changes: Record<string, string>) {
  const { text, result } = planWithDates(PLAN, { ...FORM, ...changes });
  return result.ok ? JSON.parse(text) : result.problems.map(({ path }) => path);
}

describe('planWithDates', () => {
  it('is the plan that it was, where nothing was changed', () => {
    expect(changed({})).toEqual(PLAN);
  });

  it('moves a date and a window where the plan has them', () => {
    const moved = changed({ 'goLive-time': '08:40', 'outages-filing-to': '2018-10-22T08:40' });
    const { goLive, outages } = PLAN;
    expect(moved).toEqual({
      ...PLAN,
      goLive: { ...goLive, time: '08:40' },
      outages: { ...outages, filing: { ...outages!.filing, to: '2018-10-22T08:40' } },
    });
  });

  it('leaves out the date and every window while the pivot is to be announced', () => {
    const { outages: _, ...rest } = PLAN;
    const { certainty } = { certainty: 'to-be-announced' };
    expect(changed({ 'goLive-certainty': certainty })).toEqual({ ...rest, goLive: { certainty } });
  });

  it.each([
    ['a window that a plan always has', { 'outages-filing-from': '', 'outages-filing-to': '' }],
    ['an end of it', { 'outages-filing-to': '' }],
  ])('finds what is wrong without %s', (_what, changes) => {
    expect(changed(changes)).toContain('$.outages.filing.to');
  });

  it('leaves out a window that may be missing once both ends are empty', () => {
    const { outages } = changed({ 'outages-viewing-from': '', 'outages-viewing-to': '' });
    expect(outages.viewing).toBeUndefined();
  });
});
