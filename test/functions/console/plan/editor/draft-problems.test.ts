import { describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import { byField, checkDraft } from '../../../../../functions/console/plan/editor/draft-problems.ts';
import { SECTIONS } from '../../../../../functions/console/plan/editor/sections.ts';
import { templatePlan } from '../../../../../functions/console/plan/editor/template-plan.ts';
import { aPlanInput, planWith } from '../../../../support/builders/plan.ts';

const { phases: _own, name: _name, ...filledIn } = aPlanInput();

const problemsOf = (plan: unknown) => checkDraft(plan as object, { launch: 'test-2018' }).problems;
const first = (changes: Readonly<Record<string, unknown>>) => problemsOf(planWith(changes))[0];

describe('templatePlan', () => {
  it('needs nothing but the court, its pages and its dates', () => {
    const plan = { ...templatePlan('test-2018'), ...filledIn };
    expect(problemsOf(plan)).toEqual([]);
  });

  it('has what the campaign recommends', () => {
    expect(templatePlan('test-2018')).toMatchObject({
      ...campaign.plan.template.members,
      phases: campaign.plan.template.phases,
      linkDomains: ['uscourts.gov'],
    });
  });
});

describe('checkDraft', () => {
  it('places everything that a new plan lacks at a field, and says it without the file’s words', () => {
    const problems = problemsOf(templatePlan('test-2018'));
    expect(problems.length).toBeGreaterThan(5);
    for (const { section, field, message } of problems) {
      expect(section && section in SECTIONS, message).toBeTruthy();
      expect(field, message).not.toBeNull();
      expect(message).toMatch(/^“.*” is missing\.$/);
    }
  });

  it.each([
    {
      changes: { 'court.helpDesk.email': 'help at court' },
      problem: {
        section: 'contacts',
        field: 'court-helpDesk-email',
        message: '“Help desk email address” must be an email address.',
      },
    },
    {
      changes: { 'court.helpDesk.phone': '1\n2' },
      problem: {
        section: 'contacts',
        field: 'court-helpDesk-phone',
        message: '“Help desk phone number” must be one line.',
      },
    },
    {
      changes: { linkDomains: ['uscourts.gov', 'USCOURTS'] },
      problem: {
        section: 'court',
        field: 'linkDomains',
        message: '“Domains that emails may link to” must be a domain in lower case such as uscourts.gov.',
      },
    },
    {
      changes: { roster: { keepDays: 'a month' } },
      problem: {
        section: 'safeguards',
        field: 'roster-keepDays',
        message: '“Days to keep replaced rosters” must be a number.',
      },
    },
    {
      changes: { 'phases.0.when.days': 'many' },
      problem: {
        section: 'phases',
        phaseId: 'notice-1',
        field: 'when-days',
        message: '“Days” must be a number.',
      },
    },
  ])('says “$problem.message”', ({ changes, problem }) => {
    expect(first(changes)).toEqual(problem);
  });

  it.each([
    [
      'File by Monday, December 24, 2018.',
      '“Monday, December 24, 2018” in “Deadlines while the system is closed” must be a date of this plan, October 19, 2018 to October 29, 2018: change the wording, or confirm that it is intended.',
    ],
    [
      'File by Monday, October 23, 2018.',
      '“Monday, October 23, 2018” in “Deadlines while the system is closed” must name the right weekday: that day is a Tuesday.',
    ],
  ])('says which date of a text it means: %s', (deadlines, message) => {
    expect(first({ wording: { deadlines } })?.message).toBe(message);
  });

  it('names a moment as people do', () => {
    const messages = problemsOf(planWith({ 'phases.0.when.days': 30 })).map(({ message }) => message);
    expect(messages.join(' ')).toMatch(/“Time of day” must be before .*2018, \d/);
    expect(messages.join(' ')).not.toMatch(/\d{4}-\d{2}-\d{2}|"/);
  });
});

describe('byField', () => {
  it('has the first problem of each field, and those of none', () => {
    const problems = [
      { section: 'court', field: 'a', message: 'One.' },
      { section: 'court', field: 'a', message: 'Two.' },
      { section: 'court', field: null, message: 'Three.' },
    ] as const;
    expect(byField(problems)).toEqual({ fields: { a: 'One.' }, others: ['Three.'] });
  });
});
