import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../../functions/domain/plan/parse-plan.ts';
import type { Plan } from '../../../../functions/domain/plan/plan.ts';
import { planEdits } from '../../../../functions/domain/plan/plan-edits.ts';
import { postponedPlan } from '../../../../functions/domain/plan/postponed-plan.ts';
import { planWith } from '../../../support/builders/plan.ts';

function planOf(changes: Readonly<Record<string, unknown>> = {}): Plan {
  const result = parsePlan(JSON.stringify(planWith(changes)));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.plan;
}

const PLAN = planOf();

describe('planEdits', () => {
  it('of the same plan are none', () => {
    expect(planEdits(PLAN, planOf())).toEqual({ changes: [] });
  });

  it('of a postponed launch are its move, and the windows that go with it', () => {
    const { moved, changes = [] } = planEdits(PLAN, postponedPlan(PLAN));
    expect(moved).toMatchObject({ after: 'a date to be announced' });
    expect(moved?.before).toMatch(/^[A-Z][a-z]+ \d{1,2}, 2018, \d{1,2}:\d\d [ap]\.m\.$/);
    expect(changes.every(({ after }) => after === 'none' || after === 'a date to be announced')).toBe(true);
  });

  it('name a switch with its values, a phase with its moments, and other members alone', () => {
    const [first, ...others] = PLAN.phases;
    const phases = [{ ...first!, when: { ...first!.when, days: -3, at: '14:05' } }, ...others.slice(1)];
    const next = { ...PLAN, phases, twoPersonApproval: true, court: { ...PLAN.court, name: 'Another' } };
    const { moved, changes = [] } = planEdits(PLAN, next);
    expect(moved).toBeUndefined();
    expect(changes).toEqual([
      expect.objectContaining({
        what: first!.id,
        after: expect.stringMatching(/^3 days before .+, 2:05 p\.m\.$/),
      }),
      expect.objectContaining({ what: others[0]!.id, after: 'not in the plan' }),
      { what: 'court' },
      { what: 'two-person approval', before: 'off', after: 'on' },
    ]);
  });

  it('keep no address, whatever changes', () => {
    const next = planOf({
      'court.helpDesk.email': 'new-desk@nysb.uscourts.gov',
      staff: { urgent: ['chief@nysb.uscourts.gov'] },
    });
    expect(JSON.stringify(planEdits(PLAN, next))).not.toContain('@');
    expect(planEdits(PLAN, next).changes).toEqual([{ what: 'court' }, { what: 'staff who get notices' }]);
  });
});
