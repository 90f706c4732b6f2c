import fc from 'fast-check';
import { describe, it } from 'vitest';
import { event, play } from './play.ts';

describe('every page and the command line', () => {
  it('say of random launches what the records say', async () => {
    const events = fc.array(event, { minLength: 6, maxLength: 12 });
    const launch = fc.asyncProperty(events, fc.boolean(), (each, twoPeople) => play(each, { twoPeople }));
    await fc.assert(launch, { numRuns: 8, endOnFailure: true });
  }, 1_800_000);
});
