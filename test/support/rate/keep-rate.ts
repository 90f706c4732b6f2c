import { describe, expect, it } from 'vitest';
import { mostInASecond, simulate } from './simulate.ts';

const SECONDS = 60;
const SENDERS = [1, 4, 16];

/** The tests of some limits: they take minutes, so each file has its own. */
export function keepRate(limits: readonly number[]): void {
  describe('senders together', () => {
    it.each(limits.flatMap((limit) => SENDERS.map((senders) => ({ limit, senders }))))(
      'keep to $limit emails a second and use 95 % of them: $senders at once',
      async ({ limit, senders }) => {
        const starts = await simulate({ limit, senders, seconds: SECONDS });
        expect(mostInASecond(starts)).toBeLessThanOrEqual(limit);
        const used = starts.filter((at) => at < SECONDS * 1000).length / (limit * SECONDS);
        console.log(`${senders} senders at ${limit}/s used ${(used * 100).toFixed(1)} %`);
        expect(used).toBeGreaterThanOrEqual(0.95);
      },
      240_000,
    );
  });
}
