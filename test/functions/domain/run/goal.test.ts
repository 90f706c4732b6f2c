import { describe, expect, it } from 'vitest';
import { GOAL_STATES, goalOf, OPEN_STATES, percentOf } from '../../../../functions/domain/run/goal.ts';

const [goal, open] = [GOAL_STATES[0]!, OPEN_STATES[0]!];

describe('goalOf', () => {
  it('counts those who reached the goal and those left, and leaves out whom no phase is for', () => {
    expect(goalOf({ [goal]: 258, [open]: 33, inactive: 9 })).toEqual({
      reached: 258,
      of: 291,
      left: 33,
      others: 9,
    });
  });

  it('is nothing of nothing without filers', () => {
    expect(goalOf({})).toEqual({ reached: 0, of: 0, left: 0, others: 0 });
  });
});

describe('percentOf', () => {
  it.each([
    [258, 291, '89%'],
    [0, 291, '0%'],
    [1, 291, 'less than 1%'],
    [290, 291, '99%'],
    [2900, 2901, '99%'],
    [291, 291, '100%'],
    [0, 0, null],
  ])('%i of %i is %s', (reached, of, expected) => {
    expect(percentOf({ reached, of })).toBe(expected);
  });
});
