import { describe, expect, it } from 'vitest';
import { outsideActor, personActor } from '../../../../functions/domain/actor.ts';
import { decidePlan, type PlanDecision } from '../../../../functions/domain/plan/decide-plan.ts';
import type { Plan } from '../../../../functions/domain/plan/plan.ts';
import { aPlan } from '../../../support/builders/plan.ts';

const PLAN = aPlan();
const OTHER_WORDS = aPlan({ wording: { deadlines: 'None is extended.' } });
const OTHER_DATES = aPlan({ 'goLive.time': '09:00', 'phases.2.when.at': '09:15' });

const DAY_1 = '2018-07-01T13:00:00Z';
const DAY_2 = '2018-07-02T13:00:00Z';
const DAY_3 = '2018-07-03T13:00:00Z';

const by = outsideActor();
const upload = (version: string, uploadedAt: string, plan: Plan) => ({
  version,
  uploadedAt,
  plan,
  key: 'k',
  by,
});
const FIRST = upload('first', DAY_1, PLAN);
const ACTIVE = {
  pointer: { version: 'first', newestUpload: DAY_2, datesSince: DAY_1, factsSince: DAY_1 },
  current: { ...FIRST, datesSince: DAY_1, factsSince: DAY_1 },
};

describe('decidePlan', () => {
  it.each<
    [what: string, Parameters<typeof decidePlan>, PlanDecision['outcome'], pointer: PlanDecision['pointer']]
  >([
    [
      'the first',
      [FIRST, null],
      'planned',
      { version: 'first', newestUpload: DAY_1, datesSince: DAY_1, factsSince: DAY_1 },
    ],
    ['the active one again', [FIRST, ACTIVE], 'planned', null],
    ['one that was uploaded before the newest', [upload('a', DAY_1, OTHER_DATES), ACTIVE], 'older', null],
    [
      'one that says the same',
      [upload('b', DAY_3, PLAN), ACTIVE],
      'unchanged',
      { version: 'first', newestUpload: DAY_3, datesSince: DAY_1, factsSince: DAY_1 },
    ],
    [
      'one with the same dates and other wording',
      [upload('c', DAY_3, OTHER_WORDS), ACTIVE],
      'planned',
      { version: 'c', newestUpload: DAY_3, datesSince: DAY_1, factsSince: DAY_3 },
    ],
    [
      'one with other dates',
      [upload('d', DAY_3, OTHER_DATES), ACTIVE],
      'planned',
      { version: 'd', newestUpload: DAY_3, datesSince: DAY_3, factsSince: DAY_1 },
    ],
  ])('of %s', (_what, [uploaded, active], outcome, pointer) => {
    const decision = decidePlan(uploaded, active);
    expect(decision).toMatchObject({ outcome, pointer });
    expect(decision.current.version).toBe(pointer?.version ?? active?.current.version);
    expect(decision.current.datesSince).toBe(pointer?.datesSince ?? active?.current.datesSince);
    expect(decision.current.factsSince).toBe(pointer?.factsSince ?? active?.current.factsSince);
  });
});

describe('a plan that turns two-person approval off', () => {
  const on = aPlan({ twoPersonApproval: true });
  const byPerson = (version: string, { id, editors }: { id: string; editors?: readonly string[] }) => ({
    ...upload(version, DAY_3, PLAN),
    by: personActor({ id }),
    ...(editors && { editors }),
  });
  const active = { pointer: ACTIVE.pointer, current: { ...ACTIVE.current, plan: on } };
  const { pointer } = decidePlan(byPerson('off', { id: 'clara', editors: ['clara', 'carl'] }), active);

  it.each([
    ['ada', 'planned'],
    ['clara', 'pending'],
    ['carl', 'pending'],
  ])('uploaded again by %s, after clara uploaded the draft that carl worked on, is %s', (id, outcome) => {
    expect(decidePlan(byPerson('again', { id }), { ...active, pointer: pointer! }).outcome).toBe(outcome);
  });
});
