import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../../functions/domain/plan/parse-plan.ts';
import { datesToConfirm } from '../../../../functions/domain/plan/wording-dates.ts';
import { aPlan, planWith } from '../../../support/builders/plan.ts';

function problemsOf(changes: Readonly<Record<string, unknown>>): [found: string, message: string][] {
  const result = parsePlan(JSON.stringify(planWith(changes)));
  return result.ok ? [] : result.problems.map(({ found, message }) => [found, message]);
}

const OUTSIDE = (date: string) =>
  `must be a date of this plan, October 19, 2018 to October 29, 2018: change the wording, or list "${date}" under ` +
  '"meantDates" if intended';

describe('parsePlan, of dates in the court’s wording', () => {
  it.each([
    ['File by Tuesday, October 23, 2018, at 5 p.m.'],
    ['Filing closes on October 19.'],
    ['From Oct. 19 to Oct. 22, 2018, nobody can file. Call 212-555-0144.'],
    ['The help desk answers Monday to Friday, 8:30 a.m. to 5 p.m., at 1 Bowling Green, New York 10004.'],
    ['Rule 5.3 and section 2018-1 apply.'],
  ])('takes "%s"', (deadlines) => {
    expect(problemsOf({ wording: { deadlines } })).toEqual([]);
  });

  it.each([
    ['File by October 12.', '"October 12"', OUTSIDE('2018-10-12')],
    ['File by Nov 2, 2018.', '"Nov 2, 2018"', OUTSIDE('2018-11-02')],
    ['File by 10/12/2018.', '"10/12/2018"', OUTSIDE('2018-10-12')],
    ['File by 2018-10-12.', '"2018-10-12"', OUTSIDE('2018-10-12')],
    ['File by 12 October 2018.', '"12 October 2018"', OUTSIDE('2018-10-12')],
    [
      'File on Tuesday, October 22, 2018.',
      '"Tuesday, October 22, 2018"',
      'must name the right weekday: that day is a Monday',
    ],
  ])('refuses "%s"', (emergencyFiling, found, message) => {
    expect(problemsOf({ wording: { emergencyFiling } })).toEqual([[found, message]]);
  });

  it('takes a date that a person has checked', () => {
    const wording = { deadlines: 'File by October 12, 2018.' };
    expect(problemsOf({ wording, meantDates: ['2018-10-12'] })).toEqual([]);
  });

  it.each([
    ['plan-postponed-wording-left', 3],
    ['plan-wording-old-dates-and-outage-after-golive', 3],
  ])('finds every stale date of %s, with its line', (name, count) => {
    const result = parsePlan(readFileSync(`test/support/fixtures/faults/${name}.json`, 'utf8'));
    const stale = result.ok ? [] : result.problems.filter(({ message }) => message.includes('meantDates'));
    expect(stale).toHaveLength(count);
    expect(stale.every(({ path, line }) => path.startsWith('$.wording.') && line > 30)).toBe(true);
  });

  it('finds a date in any of the usual forms once the plan has moved away from it', () => {
    const moved = {
      'goLive.date': '2019-02-04',
      'outages.filing.from': '2019-02-01T08:30',
      'outages.filing.to': '2019-02-04T08:30',
    };
    const form = fc.constantFrom<Intl.DateTimeFormatOptions>(
      { dateStyle: 'full' },
      { dateStyle: 'long' },
      { dateStyle: 'medium' },
      { month: '2-digit', day: '2-digit', year: 'numeric' },
    );
    const before = fc
      .integer({ min: 0, max: 300 })
      .map((days) => Temporal.PlainDate.from('2018-04-01').add({ days }));
    fc.assert(
      fc.property(before, form, (date, options) => {
        const text = date.toLocaleString('en-US', options);
        const problems = problemsOf({
          ...moved,
          wording: { deadlines: `Please file before ${text}, as usual.` },
        });
        expect(problems, text).toHaveLength(1);
      }),
    );
  });
});

describe('weekdays and months in the court’s wording', () => {
  it.each<[string, string[]]>([
    ['The clerk is in on Friday.', []],
    ['Come by appointment on Sunday.', []],
    ['Come on Wednesday.', ['Wednesday']],
    ['Come on Wed. or Thurs.', ['Wednesday', 'Thursday']],
    ['Closed Wednesdays.', ['Wednesday']],
    ['File by Wednesday, 5 p.m.', ['Wednesday']],
    ['File by Wednesday at noon.', ['Wednesday']],
    ['We answer Monday to Friday, Mon-Thu and Monday through Thursday.', []],
    ['File on Wednesday, October 24, on Wed., Oct. 24 or on Wednesday (10/24).', []],
    ['From early March on, you may file.', ['March']],
    ['The old system ends in March 2018.', ['March 2018']],
    ['You may file in October, or by mid-October 2018.', []],
    ['May is the month. We march on. Ask April Jones.', []],
    ['It ends in May.', ['May']],
    ['On the 24th of October or 24 October all is done.', []],
  ])('of "%s" %j must be confirmed', (deadlines, found) => {
    const plan = planWith({ wording: { deadlines } }) as object;
    expect(datesToConfirm(plan, null)).toEqual(found.toSorted());
    expect(problemsOf({ wording: { deadlines } })).toHaveLength(found.length);
    expect(problemsOf({ wording: { deadlines }, meantDates: found })).toEqual([]);
  });
});

describe('dates in other texts that filers read', () => {
  it.each([
    ['court.links.nextgenLabel', 'NextGen: live on March 15', '2019-03-15'],
    ['court.sender.name', 'Clerk (until 3/15/2018)', '2018-03-15'],
    ['court.helpDesk.hours', 'Monday to Friday, from March 15, 2018, also on Saturday', '2018-03-15'],
    ['court.name', 'Test Court, moving on March 15th', '2019-03-15'],
  ])('of %s are found', (path, text, date) => {
    expect(problemsOf({ [path]: text })).toEqual([[expect.stringMatching(/15/), OUTSIDE(date)]]);
  });

  it.each([
    ['court.helpDesk.hours', '24/7, within 1/2 hour'],
    ['court.helpDesk.hours', 'Wednesdays 9 to 5'],
    ['court.helpDesk.phone', '1-800-676-6856'],
    ['court.links.nextgen', 'https://www.test.uscourts.gov/2017/03/15/nextgen'],
    ['wording', { deadlines: 'File within 14 days, in two weeks, or 3 hours ago.' }],
    ['wording', { deadlines: 'See https://www.test.uscourts.gov/2017/03/15 for more.' }],
  ])('%s may be %j', (path, text) => expect(problemsOf({ [path]: text })).toEqual([]));
});

describe('the wording of a plan that replaces another', () => {
  const wording = { deadlines: 'File by October 18, or in person on October 15.' };
  const before = aPlan({ wording, meantDates: ['2018-10-18', '2018-10-15'] });
  const earlier = {
    'goLive.date': '2018-10-15',
    outages: { filing: { from: '2018-10-12T08:30', to: '2018-10-15T08:30' } },
    'phases.1.when.days': -1,
  };
  const found = (changes: Readonly<Record<string, unknown>>) => {
    const result = parsePlan(JSON.stringify(planWith(changes)), { before });
    return result.ok ? [] : result.problems.map(({ path, found: text }) => [path, text]);
  };

  it('must not keep its dates, however near they are, before a person confirms them', () => {
    expect(found({ ...earlier, wording })).toEqual([['$.wording.deadlines', '"October 18"']]);
    expect(found({ ...earlier, wording, meantDates: ['2018-10-18'] })).toEqual([]);
  });

  it('must not name its old go-live as if it were still ahead', () => {
    const late = { deadlines: 'The court moves on Monday, October 22.' };
    expect(found({ ...earlier, wording: late })).toEqual([['$.wording.deadlines', '"Monday, October 22"']]);
  });

  it('is no other while the dates stay, or is uploaded again', () => {
    expect(found({ wording, meantDates: ['2018-10-18', '2018-10-15'] })).toEqual([]);
  });

  it('must name no date while there is none', () => {
    const open = { goLive: { certainty: 'to-be-announced' }, outages: undefined, wording };
    expect(found(open).map(([path]) => path)).toEqual(['$.wording.deadlines', '$.wording.deadlines']);
    const meantDates = datesToConfirm(planWith(open) as object, null);
    expect(found({ ...open, meantDates })).toEqual([]);
  });
});
