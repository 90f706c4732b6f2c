import type * as z from 'zod';
import { parsePlan } from '../../../functions/domain/plan/parse-plan.ts';
import type { Plan, planSchema } from '../../../functions/domain/plan/plan.ts';

export type PlanInput = z.input<typeof planSchema>;

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
      links: {
        nextgen: 'https://www.test.uscourts.gov/nextgen',
        ecfLogin: 'https://ecf.test.uscourts.gov',
      },
    },
    goLive: { certainty: 'exact', date: '2018-10-22', time: '08:30' },
    outages: { filing: { from: '2018-10-19T08:30', to: '2018-10-22T08:30' } },
    phases: [
      { id: 'notice-1', kind: 'notice', when: { days: -90, anchor: 'go-live', at: '09:00' } },
      { id: 'warning', kind: 'pre-outage', when: { days: -1, anchor: 'outage-start', at: '10:00' } },
      { id: 'open', kind: 'launch-day', when: { days: 0, anchor: 'outage-end', at: '08:45' } },
      { id: 'follow-up-1', kind: 'follow-up', when: { days: 2, anchor: 'go-live', at: '10:00' } },
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
  if (!Object.keys(changes).some((path) => path.startsWith('outages'))) endOutage(plan as PlanInput);
  return plan;
}

/** The filing outage ends at go-live, whenever that is. */
function endOutage({ goLive, outages }: PlanInput): void {
  if (outages && goLive.certainty !== 'to-be-announced') outages.filing.to = `${goLive.date}T${goLive.time}`;
}

/** The parsed plan with these members changed. */
export function aPlan(changes: Readonly<Record<string, unknown>> = {}): Plan {
  const result = parsePlan(JSON.stringify(planWith(changes)));
  if (!result.ok) throw new Error(`Cannot test because the plan must be right: ${JSON.stringify(result)}`);
  return result.plan;
}
