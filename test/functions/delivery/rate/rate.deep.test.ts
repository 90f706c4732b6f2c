import { describe, expect, it } from 'vitest';
import { mostInASecond, simulate } from './simulate.ts';

const SECONDS = 60;
const LIMITS = [1, 14, 200, 1000];
const SENDERS = [1, 4, 16];

describe('senders together', () => {
  it.each(LIMITS.flatMap((limit) => SENDERS.map((senders) => ({ limit, senders }))))(
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
