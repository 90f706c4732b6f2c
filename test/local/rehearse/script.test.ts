import { describe, expect, it } from 'vitest';
import { type Plan, planSchema } from '../../../functions/domain/plan/plan.ts';
import { scriptOf } from '../../../local/rehearse/script.ts';
import { plan } from '../../support/local/record.ts';

function told(of: Plan, updates: readonly string[]): string[] {
  const { steps, end } = scriptOf(of, updates);
  const lines = steps.map(
    (step) => `${step.at} ${step.kind} ${step.kind === 'release' ? step.phaseId : step.what}`,
  );
  return [...lines, `${end} end`];
}

describe('scriptOf', () => {
  it('uploads plan and roster the day before the first phase, and confirms that filing is open', () => {
    expect(told(plan, ['2018-11-05T07:00', '2018-10-24T07:00'])).toEqual([
      '2018-07-23T13:00:00Z upload launch',
      '2018-07-23T14:00:00Z upload roster',
      '2018-10-22T13:00:00Z release launch-day',
      '2018-10-24T11:00:00Z upload update',
      '2018-11-05T12:00:00Z upload update',
      '2018-11-21T16:00:00Z end',
    ]);
  });

  it('uploads them before an early update', () => {
    expect(told(plan, ['2018-07-01T10:00']).slice(0, 3)).toEqual([
      '2018-07-01T12:00:00Z upload launch',
      '2018-07-01T13:00:00Z upload roster',
      '2018-07-01T14:00:00Z upload update',
    ]);
  });

  it('approves what waits for a hand, and leaves held what the plan holds', () => {
    const [first, second] = plan.phases;
    const phases: Plan['phases'] = [
      { ...first!, approval: 'by-hand' },
      { ...second!, approval: 'by-hand', hold: true },
    ];
    expect(told({ ...plan, phases }, [])).toEqual([
      '2018-07-23T13:00:00Z upload launch',
      '2018-07-23T14:00:00Z upload roster',
      '2018-07-24T13:15:00Z release notice-1',
      '2018-08-23T14:00:00Z end',
    ]);
  });

  it.each([
    [
      '2018-11-04T01:30',
      'Cannot rehearse because a clock in America/New_York shows that time twice: 2018-11-04T01:30',
    ],
    [
      '2018-03-11T02:30',
      'Cannot rehearse because a clock in America/New_York never shows that time: 2018-03-11T02:30',
    ],
    ['2018-02-30T10:00', 'an update must come in at a time that exists: it is 2018-02-30T10:00'],
  ])('refuses an update at %s', (at, message) => {
    expect(() => scriptOf(plan, [at])).toThrow(message);
  });

  it('refuses a launch without a date', () => {
    const undated = planSchema.parse({
      ...plan,
      goLive: { certainty: 'to-be-announced' },
      outages: undefined,
    });
    expect(() => scriptOf(undated, [])).toThrow('Cannot rehearse because go-live must have a date');
  });
});
