import { describe, expect, it } from 'vitest';
import type { ActivationDecision } from '../../../../functions/domain/roster/activation.ts';
import { GOAL_STATES, OPEN_STATES } from '../../../../functions/domain/run/goal.ts';
import { activatedCounts, progressDays } from '../../../../functions/domain/run/progress-days.ts';

const [goal, open] = [GOAL_STATES[0]!, OPEN_STATES[0]!];
const of = (reachable: number) => ({ reachable, unreachable: 1, sample: null });
const counted = (version: string, reached: number, left: number) => ({
  version,
  byState: { [goal]: of(reached), [open]: of(left) },
});
const decided = (action: 'activate' | 'reject', version: string) =>
  ({ action, version }) as ActivationDecision;

describe('activatedCounts', () => {
  const counts = ['a', 'b', 'c', 'd'].map((version) => ({ version }));

  it('leaves out what was never activated, and what came after the active version', () => {
    const decisions = [decided('activate', 'a'), decided('reject', 'b'), decided('activate', 'd')];
    expect(activatedCounts(counts, { version: 'c', decisions })).toEqual([
      { version: 'a' },
      { version: 'c' },
    ]);
  });

  it('has every activated one while the active version isn’t counted yet', () => {
    expect(activatedCounts(counts, { version: 'e', decisions: [decided('activate', 'b')] })).toEqual([
      { version: 'b' },
    ]);
  });
});

describe('progressDays', () => {
  it('has the last upload of each of the court’s days', () => {
    const days = progressDays(
      [
        counted('20181024T110000Z-aa', 10, 89),
        counted('20181025T030000Z-bb', 30, 69),
        counted('20181025T110000Z-cc', 40, 59),
      ],
      'America/New_York',
    );
    expect(days.map(({ day, goal: { reached, of } }) => [day, reached, of])).toEqual([
      ['2018-10-24', 31, 101],
      ['2018-10-25', 41, 101],
    ]);
    expect(days[1]!.states).toEqual({ [goal]: 41, [open]: 60 });
  });
});
