import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { preflight } from '../../../../functions/domain/run/preflight.ts';

const NOW = Temporal.Instant.from('2018-10-19T12:00:00Z');
const LIMITS = { maxSendRate: 10, left: 50_000, max24Hours: 50_000, accountShare: 1 };

describe('preflight', () => {
  it.each([
    ['a small run', 850, LIMITS, '2018-10-19T12:30:00Z', { fits: true, seconds: 100 }],
    [
      'more than the quota left',
      51_000,
      LIMITS,
      '2018-10-20T12:30:00Z',
      { fits: false, reason: 'daily-quota', seconds: 6000 },
    ],
    [
      'more than this launch may use of it',
      30_000,
      { ...LIMITS, accountShare: 0.5 },
      '2018-10-20T12:30:00Z',
      { fits: false, reason: 'daily-quota', seconds: 7059 },
    ],
    [
      'more than the time left allows',
      17_000,
      LIMITS,
      '2018-10-19T12:30:00Z',
      { fits: false, reason: 'too-slow', seconds: 2000 },
    ],
    ['nobody', 0, { ...LIMITS, left: 0 }, '2018-10-19T12:30:00Z', { fits: true, seconds: 0 }],
  ])('reckons %s', (_what, mailable, limits, expiresAt, result) => {
    expect(preflight(mailable, { limits, now: NOW, expiresAt })).toEqual(result);
  });
});
