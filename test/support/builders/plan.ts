import type * as z from 'zod';
import { campaign } from '#campaign';
import { fixtures } from '#fixtures';
import { parsePlan } from '../../../functions/domain/plan/parse-plan.ts';
import type { Plan, planSchema } from '../../../functions/domain/plan/plan.ts';

export type PlanInput = z.input<typeof planSchema>;

const { kinds, moments } = fixtures;
const anchor = campaign.pivot;

/** A plan as a clerk writes it, with one phase of each kind. */
export function aPlanInput(): PlanInput {
  return {
    name: 'test-2018',
    court: {
      id: 'test',
      name: 'Test Court',
      zone: 'America/New_York',
      sender: { name: 'Test Court', address: 'nextgen@test.uscourts.gov' },
      helpDesk: { email: 'help@test.uscourts.gov', hours: 'always' },
      links: fixtures.links,
    },
    ...fixtures.dates('2018-10-22', { closedFrom: '2018-10-19T08:30' }),
    phases: [
      { id: 'notice-1', kind: kinds.first, when: { days: -90, anchor, at: '09:00' } },
      { id: 'warning', kind: kinds.warning, when: { ...moments.warning, at: '10:00' } },
      { id: 'open', kind: kinds.gated, when: { ...moments.gated, at: '08:45' } },
      { id: 'follow-up-1', kind: kinds.last, when: { days: 2, anchor, at: '10:00' } },
    ],
  };
}

/** The plan with these members changed, a path such as `court.zone` each; `undefined` removes one. */
export function planWith(changes: Readonly<Record<string, unknown>>): unknown {
  const plan: unknown = structuredClone(aPlanInput());
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    const last = keys.pop()!;
    const parent = keys.reduce((at, key) => (at as Record<string, unknown>)[key], plan);
    if (value === undefined) delete (parent as Record<string, unknown>)[last];
    else (parent as Record<string, unknown>)[last] = value;
  }
  fixtures.settle(plan as Record<string, unknown>, changes);
  return plan;
}

/** The parsed plan with these members changed. */
export function aPlan(changes: Readonly<Record<string, unknown>> = {}): Plan {
  const result = parsePlan(JSON.stringify(planWith(changes)));
  if (!result.ok)
    throw new Error(`Cannot test because the plan must have no problems: ${JSON.stringify(result)}`);
  return result.plan;
}
