import { describe, expect, it } from 'vitest';
import { seenOnce } from '../../../functions/sweep/seen.ts';

describe('seenOnce', () => {
  it('reads the plan and the runs once, and again only after a read that failed', async () => {
    let reads = 0;
    const runs = async () => {
      reads += 1;
      if (reads === 1) throw new Error('no network');
      return [];
    };
    const seen = seenOnce({ plans: { current: async () => expect.fail('no one asked') }, runs: { runs } });
    await expect(seen.runs()).rejects.toThrow('no network');
    expect(await Promise.all([seen.runs(), seen.runs()])).toEqual([[], []]);
    expect(await seen.runs()).toEqual([]);
    expect(reads).toBe(2);
  });
});
