import { describe, expect, it } from 'vitest';
import { allowedRate, shareSize, throttledFactor } from '../../../../functions/domain/run/rate.ts';

const MINUTE = 60_000;

describe('allowedRate', () => {
  const account = { maxSendRate: 14, accountShare: 1, now: 0 };

  it.each([
    ['85 % of the account', {}, account, 11.9],
    ['half of it for half an account', {}, { ...account, accountShare: 0.5 }, 5.95],
    ['half right after a throttle', { factor: 0.5, throttledAt: 0 }, account, 5.95],
    ['three quarters five minutes later', { factor: 0.5, throttledAt: -5 * MINUTE }, account, 8.925],
    ['all of it ten minutes later', { factor: 0.5, throttledAt: -10 * MINUTE }, account, 11.9],
    ['no more than that an hour later', { factor: 0.5, throttledAt: -60 * MINUTE }, account, 11.9],
  ])('is %s', (_what, gate, limits, rate) => {
    expect(allowedRate(gate, limits)).toBeCloseTo(rate, 10);
  });
});

describe('throttledFactor', () => {
  it('halves what is allowed, down to a twentieth', () => {
    expect(throttledFactor({}, 0)).toBe(0.5);
    expect(throttledFactor({ factor: 0.5, throttledAt: 0 }, 0)).toBe(0.25);
    expect(throttledFactor({ factor: 0.05, throttledAt: 0 }, 0)).toBe(0.05);
  });
});

describe('shareSize', () => {
  it.each([
    [0.4, 1],
    [1, 1],
    [11.9, 11],
    [850, 850],
  ])('at %f emails a second is %i', (rate, size) => {
    expect(shareSize(rate)).toBe(size);
  });
});
