import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isRecountDue, runCounts } from '../../../../functions/domain/run/run-counts.ts';

const AUDIENCE = { byState: {}, mailable: 8, skipped: 2, chunks: 1 };

describe('runCounts', () => {
  it.each([
    ['whoever has no fact yet waits', AUDIENCE, { sent: 3, skipped: 2 }, { sent: 3, skipped: 2, waiting: 5 }],
    ['with those who wait for a retry', AUDIENCE, { sent: 7, waiting: 1 }, { sent: 7, waiting: 3 }],
    ['nobody waits beyond the audience', AUDIENCE, { sent: 12 }, { sent: 12, waiting: 0 }],
    ['before the audience is counted', undefined, { skipped: 2 }, { skipped: 2, waiting: 0 }],
  ])('%s', (_what, audience, byStatus, expected) => {
    const run = { runId: 'run', ...(audience && { audience }) };
    const counts = runCounts(run, {
      counts: { byStatus, skippedBy: {}, attention: 0 },
      asOf: '2018-07-24T13:00:00Z',
    });
    expect(counts).toMatchObject({ byStatus: expected, audience: audience ? 10 : null });
  });
});

describe('isRecountDue', () => {
  const completedAt = '2018-07-24T13:00:00Z';

  it.each([
    [null, '2018-07-24T13:00:00Z', true],
    ['2018-07-24T13:00:00Z', '2018-07-24T13:09:59Z', false],
    ['2018-07-24T13:00:00Z', '2018-07-24T13:10:00Z', true],
    ['2018-07-24T13:10:00Z', '2018-07-24T13:55:00Z', false],
    ['2018-07-24T13:10:00Z', '2018-07-24T14:00:00Z', true],
    ['2018-07-25T13:00:00Z', '2018-07-27T12:00:00Z', false],
    ['2018-07-25T13:00:00Z', '2018-07-27T13:00:00Z', true],
    ['2018-07-24T13:00:00Z', '2018-12-24T13:00:00Z', true],
    ['2018-08-23T13:00:00Z', '2018-12-24T13:00:00Z', false],
  ])('counted at %s, at %s: %s', (asOf, now, expected) => {
    expect(isRecountDue({ completedAt, asOf }, Temporal.Instant.from(now))).toBe(expected);
  });
});
