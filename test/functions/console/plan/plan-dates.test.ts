import { describe, expect, it } from 'vitest';
import { datesOfPlan, datesSchema, planWithDates } from '../../../../functions/console/plan/plan-dates.ts';
import { aPlan } from '../../../support/builders/plan.ts';

const PLAN = aPlan();
const DEPLOYED = { launch: 'test-2018', sender: 'test.uscourts.gov', linkDomains: ['uscourts.gov'] };
const FORM = datesSchema.parse({ base: 'v1', ...datesOfPlan(PLAN) });

function changed(changes: Record<string, string>) {
  const { text, result } = planWithDates(PLAN, { dates: { ...FORM, ...changes }, deployed: DEPLOYED });
  return result.ok ? JSON.parse(text) : result.problems.map(({ path }) => path);
}

describe('planWithDates', () => {
  it('is the plan that it was, where nothing was changed', () => {
    expect(changed({})).toEqual(PLAN);
  });

  it('moves a date where the plan has it, and the end of what is closed until then', () => {
    const moved = changed({ 'goLive-time': '08:40' });
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

  it('finds what is wrong without the start of a window that a plan always has', () => {
    expect(changed({ 'outages-filing-from': '' })).toContain('$.outages.filing.from');
  });

  it('lists the dates of the wording as meant once the clerk says so', () => {
    const wording = { deadlines: 'File by October 23, 2018.' };
    const plan = aPlan({ wording });
    const form = datesSchema.parse({ base: 'v1', ...datesOfPlan(plan) });
    const moved = { ...form, 'goLive-date': '2018-11-05', 'outages-filing-from': '2018-11-02T08:30' };
    const checked = (dates: typeof form) => planWithDates(plan, { dates, deployed: DEPLOYED }).result;
    expect(checked(moved)).toMatchObject({ problems: [{ path: '$.wording.deadlines' }] });
    expect(checked({ ...moved, meant: 'yes' })).toMatchObject({
      ok: true,
      plan: { meantDates: ['2018-10-23'] },
    });
  });

  it('leaves out a window that may be missing once both ends are empty', () => {
    const { outages } = changed({ 'outages-viewing-from': '', 'outages-viewing-to': '' });
    expect(outages.viewing).toBeUndefined();
  });
});
