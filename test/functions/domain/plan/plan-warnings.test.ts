import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { planWarnings } from '../../../../functions/domain/plan/plan-warnings.ts';
import { aPlan } from '../../../support/builders/plan.ts';

const EARLY = Temporal.Instant.from('2018-01-01T00:00:00Z');
const when = (days: number, at = '10:00') => ({ days, anchor: 'go-live', at });

function warningsOf(
  changes: Readonly<Record<string, unknown>>,
  { now = EARLY, before = {} as object | null } = {},
) {
  const plan = aPlan(changes);
  const old = before === null ? null : aPlan(before as Readonly<Record<string, unknown>>);
  return planWarnings(plan, { now, before: old }).map(({ message }) => message);
}

describe('planWarnings', () => {
  it.each<[what: string, changes: Readonly<Record<string, unknown>>, expected: string[]]>([
    ['nothing', {}, []],
    ['a Saturday', { 'phases.3.when': when(5) }, ['Follow-up starts on a Saturday, October 27, 2018.']],
    ['a Sunday', { 'phases.3.when': when(6) }, ['Follow-up starts on a Sunday, October 28, 2018.']],
    [
      'a holiday',
      { 'phases.3.when': when(31) },
      ['Follow-up starts on Thanksgiving Day, November 22, 2018.'],
    ],
    [
      'a holiday that is observed on another day',
      { 'phases.3.when': when(21) },
      ['Follow-up starts on Veterans Day, November 12, 2018.'],
    ],
    [
      'two phases on one day',
      { 'phases.3.when': when(0, '16:00') },
      ['Launch day and Follow-up start on the same day: a filer may get two emails on it.'],
    ],
    [
      'two phases less than a day apart',
      { 'phases.3.when': when(1, '08:00') },
      ['Launch day and Follow-up start less than a day apart.'],
    ],
  ])('warns of %s', (_what, changes, expected) => {
    expect(warningsOf(changes)).toEqual(expected);
  });

  it('says nothing of phases that are past', () => {
    const now = Temporal.Instant.from('2018-12-01T00:00:00Z');
    expect(warningsOf({ 'phases.3.when': when(5) }, { now })).toEqual([]);
  });

  it('warns when go-live moves after it has passed, and only then', () => {
    const moved = { 'goLive.date': '2018-11-05' };
    const after = Temporal.Instant.from('2018-10-23T00:00:00Z');
    const said =
      'The plan moves go-live, which was October 22, 2018 and has passed. Filers may have acted on it.';
    expect(warningsOf(moved, { now: after })).toContain(said);
    expect(warningsOf(moved)).not.toContain(said);
    expect(warningsOf(moved, { now: after, before: null })).not.toContain(said);
    expect(warningsOf({}, { now: after })).toEqual([]);
  });
});
