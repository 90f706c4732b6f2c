import { describe, expect, it } from 'vitest';
import { watchQuota } from '../../../functions/sweep/watch-quota.ts';

/** The lines that are logged with this many emails left of the quota. */
async function linesOf(quota: { max24Hours: number; left: number }) {
  const lines: unknown[] = [];
  const log = {
    info: (code: string, fields?: unknown) => void lines.push([code, fields]),
    error: (code: string) => void lines.push(code),
  };
  await watchQuota({ quota: async () => ({ maxSendRate: 14, ...quota }), log });
  return lines;
}

describe('watchQuota', () => {
  it('notes how much of the quota is used, in percent', async () => {
    expect(await linesOf({ max24Hours: 50_000, left: 9_000 })).toEqual([
      ['quota-used', { percent: 82, max24Hours: 50_000 }],
    ]);
    expect(await linesOf({ max24Hours: 200, left: 0 })).toEqual([
      ['quota-used', { percent: 100, max24Hours: 200 }],
    ]);
  });

  it('notes nothing while no one sends, or without a limit', async () => {
    const none = Number.POSITIVE_INFINITY;
    expect(await linesOf({ max24Hours: 200, left: 200 })).toEqual([]);
    expect(await linesOf({ max24Hours: none, left: none })).toEqual([]);
  });
});
