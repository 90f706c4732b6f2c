import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { rateMeter } from '../../../../functions/console/phases/rate-meter.ts';

const START = Temporal.Instant.from('2018-07-24T13:00:00Z');
const RUN = { runId: 'r', decidedAt: START.toString() };

describe('rateMeter', () => {
  it.each([
    ['nothing yet', [[10, 0]], null],
    ['a first look: the rate since it began', [[10, 50]], 5],
    [
      'a second look: the rate since the first',
      [
        [10, 50],
        [20, 250],
      ],
      20,
    ],
    [
      'looks too near to each other: an earlier one',
      [
        [10, 50],
        [19, 140],
        [20, 150],
      ],
      10,
    ],
    [
      'looks a minute and more apart: the rate since it began',
      [
        [10, 50],
        [100, 1000],
      ],
      10,
    ],
    [
      'a run that stands still',
      [
        [10, 50],
        [20, 50],
      ],
      0,
    ],
    [
      'a count that was estimated too high before',
      [
        [10, 60],
        [20, 50],
      ],
      0,
    ],
  ] as [string, [number, number][], number | null][])('sees of %s', (_what, looks, rate) => {
    const meter = rateMeter();
    const seen = looks.map(([seconds, handled]) => meter(RUN, { handled, now: START.add({ seconds }) }));
    expect(seen.at(-1)).toBe(rate);
  });
});
