import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { datedChanges } from '../../../../../functions/console/plan/editor/dated-values.ts';
import {
  changesOf,
  fieldAt,
  planWithChanges,
  valuesOf,
} from '../../../../../functions/console/plan/editor/form-values.ts';
import {
  freePhaseId,
  phaseChanges,
  valuesOfPhase,
} from '../../../../../functions/console/plan/editor/phase-form.ts';
import {
  LEAVES,
  PLAN_FIELDS,
  type PlanField,
} from '../../../../../functions/console/plan/editor/plan-fields.ts';
import { datesOfPlan } from '../../../../../functions/console/plan/plan-dates.ts';
import { ANCHORS, DATES, PIVOT, WINDOWS } from '../../../../../functions/domain/plan/dated.ts';
import { PHASE_KINDS } from '../../../../../functions/domain/plan/kinds.ts';
import { type Plan, planSchema } from '../../../../../functions/domain/plan/plan.ts';
import { aPlan } from '../../../../support/builders/plan.ts';

const field = (at: string): PlanField => PLAN_FIELDS.find(({ path }) => path.join('.') === at)!;

describe('PLAN_FIELDS', () => {
  it('asks for every member of a plan that no other form asks for', () => {
    const asked = PLAN_FIELDS.map(({ path }) => path.join('.')).sort();
    expect(asked).toEqual(LEAVES.map(({ path }) => path.join('.')).sort());
  });

  it('has a name for every value of a choice', () => {
    for (const { path, kind, choices } of PLAN_FIELDS) {
      const { schema } = LEAVES.find((leaf) => leaf.path.join('.') === path.join('.'))!;
      if (kind !== 'choice' || !(schema instanceof z.ZodEnum)) continue;
      expect(Object.keys(choices).sort(), path.join('.')).toEqual([...schema.options].sort());
    }
  });

  it('tells the labels of a section apart', () => {
    const labels = PLAN_FIELDS.map(({ section, label }) => `${section}: ${label}`);
    expect(new Set(labels).size).toBe(labels.length);
  });
});

describe('changesOf', () => {
  it.each([
    { at: 'court.name', typed: '  Any court ', value: 'Any court' },
    { at: 'court.name', typed: ' ', value: undefined },
    { at: 'court.helpDesk.phone', typed: '', value: undefined },
    { at: 'roster.keepDays', typed: '30', value: 30 },
    { at: 'roster.keepDays', typed: '30 days', value: '30 days' },
    { at: 'roster.keepDays', typed: '1e9', value: '1e9' },
    { at: 'sending.breaker.complaintPercent', typed: '0.1', value: 0.1 },
    { at: 'linkDomains', typed: 'uscourts.gov\r\n\r\n example.gov ', value: ['uscourts.gov', 'example.gov'] },
    { at: 'linkDomains', typed: 'uscourts.gov, example.gov', value: ['uscourts.gov', 'example.gov'] },
    { at: 'linkDomains', typed: '\r\n', value: undefined },
    { at: 'signInNotice', typed: 'One.\r\n\r\nTwo.', value: 'One.\n\nTwo.' },
    { at: 'twoPersonApproval', typed: 'yes', value: true },
  ])('reads "$typed" into $at', ({ at, typed, value }) => {
    const one = field(at);
    expect(changesOf({ [one.name]: typed }, [one])).toEqual([{ path: one.path, value }]);
  });

  it('says nothing about a field that the form lacks, and that a box isn’t ticked', () => {
    const [name, box] = [field('court.name'), field('twoPersonApproval')];
    expect(changesOf({}, [name, box])).toEqual([{ path: box.path, value: false }]);
  });

  it('keeps what it can’t read until someone corrects it', () => {
    const days = field('roster.keepDays');
    const plan = planWithChanges({}, changesOf({ [days.name]: 'a month' }, [days]));
    expect(valuesOf(plan, [days])).toEqual({ [days.name]: 'a month' });
  });
});

describe('fieldAt', () => {
  it.each([
    { path: ['linkDomains', '2'], at: 'linkDomains' },
    { path: ['court', 'helpDesk'], at: 'court.helpDesk.email' },
    { path: ['court', 'sender', 'address'], at: 'court.sender.address' },
  ])('finds $at for a problem at $path', ({ path, at }) => {
    expect(fieldAt(path, PLAN_FIELDS)).toBe(field(at));
  });
});

describe('freePhaseId', () => {
  it('counts on to the first number that no phase has', () => {
    expect(freePhaseId('notice', [])).toBe('notice-1');
    expect(freePhaseId('notice', ['notice-1', 'notice-3'])).toBe('notice-2');
  });
});

const text = (maxLength: number) =>
  fc
    .string({ unit: fc.constantFrom(...'abz éß"<>&,;.-0'), minLength: 1, maxLength })
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Values of a member that the schema accepts. */
function valuesFor({ path, kind, choices }: PlanField): fc.Arbitrary<unknown> {
  const { schema, isOptional } = LEAVES.find((leaf) => leaf.path.join('.') === path.join('.'))!;
  const any = fc.oneof(
    ...{
      'yes-no': [fc.boolean()],
      number: [fc.integer({ min: 0, max: 100 }), fc.constantFrom(0.1, 0.25, 2.5)],
      choice: [fc.constantFrom('', ...Object.keys(choices))],
      date: [fc.constantFrom('2018-09-01', '2020-02-29')],
      lines: [
        fc.array(fc.constantFrom('uscourts.gov', 'example.gov'), { minLength: 1, maxLength: 3 }),
        fc.array(fc.constantFrom('a@uscourts.gov', 'b@uscourts.gov'), { minLength: 1, maxLength: 3 }),
      ],
      line: [text(40), fc.constantFrom('nysb', 'a@uscourts.gov', 'https://www.uscourts.gov/a?b=c')],
      text: [text(300), fc.constant('First.\n\n- one\n- two')],
    }[kind],
  );
  const valid = any.filter((value) => z.safeParse(schema, value).success);
  return isOptional && kind !== 'yes-no' && field(path.join('.')).preset === undefined
    ? fc.option(valid, { nil: undefined })
    : valid;
}

const time = fc.constantFrom('00:00', '08:30', '23:59');
const momentArbitrary = fc.record({
  days: fc.integer({ min: -730, max: 730 }),
  anchor: fc.constantFrom(...ANCHORS),
  at: time,
});
const phaseArbitrary = fc.record({
  kind: fc.constantFrom(...PHASE_KINDS),
  when: momentArbitrary,
  expires: fc.option(momentArbitrary, { nil: undefined }),
  approval: fc.constantFrom('automatic', 'by-hand'),
  hold: fc.boolean(),
  unsubscribe: fc.option(fc.constantFrom('a@uscourts.gov', 'https://uscourts.gov/u'), { nil: undefined }),
});

/** Plans that the schema accepts; their parts need not fit each other. */
const planArbitrary: fc.Arbitrary<Plan> = fc
  .record({
    members: fc.tuple(
      ...PLAN_FIELDS.map((one) => valuesFor(one).map((value) => ({ path: one.path, value }))),
    ),
    phases: fc.array(phaseArbitrary, { minLength: 1, maxLength: 5 }),
    isAnnounced: fc.boolean(),
    meantDates: fc.constantFrom([], ['2018-10-23']),
  })
  .map(({ members, phases, isAnnounced, meantDates }) => {
    const none = { certainty: 'to-be-announced' };
    const dates = isAnnounced
      ? []
      : [
          ...DATES.map(([, { at }]) => [at, none] as const),
          ...WINDOWS.map(([, { at }]) => [at, undefined] as const),
        ];
    const plan = planWithChanges(aPlan(), [
      ...members,
      ...dates.map(([path, value]) => ({ path, value })),
      { path: ['meantDates'], value: meantDates },
      { path: ['phases'], value: phases.map((phase, index) => ({ id: `phase-${index}`, ...phase })) },
    ]);
    return planSchema.parse(JSON.parse(JSON.stringify(plan)));
  });

describe('the forms of a plan', () => {
  it('give the same plan again, whatever plan filled them in', () => {
    fc.assert(
      fc.property(planArbitrary, (plan) => {
        const { name, meantDates } = plan;
        const changes = [
          ...datedChanges(datesOfPlan(plan)),
          ...changesOf(valuesOf(plan, PLAN_FIELDS), PLAN_FIELDS),
          ...plan.phases.flatMap((phase) => phaseChanges(valuesOfPhase(phase), phase.id)),
        ];
        const again = planWithChanges({ name, meantDates, phases: [] }, changes);
        expect(planSchema.parse(JSON.parse(JSON.stringify(again)))).toEqual(plan);
      }),
      { numRuns: 100 },
    );
  });

  it('leave out what is left empty, and keep what is only half filled in', () => {
    const names = [...DATES, ...WINDOWS].flatMap(([, { at }]) =>
      ['certainty', 'date', 'time', 'from', 'to'].map((member) => [...at, member].join('-')),
    );
    const empty = Object.fromEntries(names.map((name) => [name, '']));
    expect(datedChanges(empty).every(({ value }) => value === undefined)).toBe(true);
    const half = { ...empty, [[...PIVOT.at, 'date'].join('-')]: '2018-10-22' };
    expect(datedChanges(half).find(({ path }) => path === PIVOT.at)?.value).toEqual({ date: '2018-10-22' });
  });
});
