import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { fixtures } from '#fixtures';
import { phasesOf } from '../../../../functions/domain/plan/phases.ts';
import { isLaunchOver } from '../../../../functions/domain/run/launch-over.ts';
import { aPlan } from '../../../support/builders/plan.ts';

const plan = aPlan();
const LATER = Temporal.Instant.from('2030-01-01T00:00:00Z');
const DONE = { completedAt: '2018-10-24T15:00:00Z', expiresAt: '2018-11-24T15:00:00Z' };
const lastEnd = phasesOf(plan)
  .map(({ expiresAt }) => expiresAt.toInstant())
  .reduce((one, other) => (Temporal.Instant.compare(one, other) > 0 ? one : other));

describe('isLaunchOver', () => {
  it.each([
    ['every phase and every run is past', { plan, runs: [DONE] }, true],
    ['no phase ever ran', { plan, runs: [] }, true],
    ['there is no plan, or it isn’t known', { plan: null, runs: [DONE] }, false],
    ['the date is to be announced', { plan: aPlan(fixtures.undated), runs: [DONE] }, false],
    ['the plan has no phases yet', { plan: { ...plan, phases: [] }, runs: [DONE] }, false],
    ['a run is under way', { plan, runs: [DONE, { expiresAt: DONE.expiresAt }] }, false],
    ['a run could be retried', { plan, runs: [{ ...DONE, expiresAt: '2030-01-01T00:00:01Z' }] }, false],
  ])('when %s', (_what, known, expected) => {
    expect(isLaunchOver({ ...known, now: LATER })).toBe(expected);
  });

  it('is never so while a phase of the plan is still to come or hasn’t expired, whenever it is asked', () => {
    const from = Temporal.Instant.from('2018-01-01T00:00:00Z').epochMilliseconds;
    fc.assert(
      fc.property(fc.integer({ min: from, max: LATER.epochMilliseconds }), (at) => {
        const now = Temporal.Instant.fromEpochMilliseconds(at);
        const isPast = Temporal.Instant.compare(lastEnd, now) < 0;
        expect(isLaunchOver({ plan, runs: [], now })).toBe(isPast);
      }),
    );
    const atEnd = (now: Temporal.Instant) => isLaunchOver({ plan, runs: [], now });
    expect([atEnd(lastEnd), atEnd(lastEnd.add({ nanoseconds: 1 }))]).toEqual([false, true]);
  });
});
