import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { fixtures } from '#fixtures';
import { phasesOf } from '../../../../functions/domain/plan/phases.ts';
import { phaseSchedule, scheduleSteps } from '../../../../functions/domain/run/phase-schedule.ts';
import { aPlan } from '../../../support/builders/plan.ts';

const PLAN = aPlan();

describe('phaseSchedule', () => {
  it('says the wall time and the zone apart, as Scheduler wants it', () => {
    expect(phaseSchedule(phasesOf(PLAN)[0]!, 'v1')).toEqual({
      name: 'notice-1',
      expression: 'at(2018-07-24T09:00:00)',
      zone: 'America/New_York',
      call: { phaseId: 'notice-1', scheduledFor: '2018-07-24T13:00:00Z', planVersion: 'v1' },
    });
  });
});

/** Each step in a word: `+` put where nothing is, `~` put over what is there, `-` removed, `?` removed unless it is calling. */
function stepsAt(now: string, listed: readonly string[]): string[] {
  const steps = scheduleSteps(
    { plan: PLAN, version: 'v1' },
    { listed: new Set(listed), now: Temporal.Instant.from(now) },
  );
  return steps.map((step) => {
    if (step.do === 'put') return `${step.isListed ? '~' : '+'}${step.schedule.name}`;
    return `${step.unless ? '?' : '-'}${step.name}`;
  });
}

const ALL = ['notice-1', 'warning', 'open', 'follow-up-1'];

describe('scheduleSteps', () => {
  it.each<[what: string, now: string, listed: readonly string[], steps: readonly string[]]>([
    ['all phases ahead', '2018-07-01T00:00:00Z', [], ['+notice-1', '+warning', '+open', '+follow-up-1']],
    [
      'schedules that exist',
      '2018-07-01T00:00:00Z',
      [...ALL, 'gone'],
      ['-gone', '~notice-1', '~warning', '~open', '~follow-up-1'],
    ],
    [
      'a phase that is due now',
      '2018-07-24T13:00:00Z',
      ALL,
      ['?notice-1', '~warning', '~open', '~follow-up-1'],
    ],
    [
      'one that may still be calling',
      '2018-07-24T14:00:00Z',
      ALL,
      ['?notice-1', '~warning', '~open', '~follow-up-1'],
    ],
    ['one that has passed', '2018-07-24T14:00:01Z', ALL, ['-notice-1', '~warning', '~open', '~follow-up-1']],
    ['no phase left', '2018-12-01T00:00:00Z', ['open'], ['-open']],
  ])('for %s', (_what, now, listed, steps) => {
    expect(stepsAt(now, listed)).toEqual(steps);
  });

  it('removes everything while the pivot is to be announced', () => {
    const plan = aPlan(fixtures.undated);
    const now = Temporal.Instant.from('2018-07-01T00:00:00Z');
    expect(scheduleSteps({ plan, version: 'v1' }, { listed: new Set(['open']), now })).toEqual([
      { do: 'remove', name: 'open', unless: null },
    ]);
  });
});
