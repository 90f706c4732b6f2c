import { describe, expect, it } from 'vitest';
import { machineClock } from '../../../functions/lib/clock.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { journal } from '../../../local/cloud/journal.ts';

describe('the journal', () => {
  it('keeps the latest alone by a clock that continues for days', () => {
    const book = journal(machineClock, {});
    for (let number = 0; number < 25_000; number++) book.failed('SendEmail', `failure ${number}`);
    expect(book.failures.length).toBeGreaterThanOrEqual(5_000);
    expect(book.failures.length).toBeLessThanOrEqual(10_000);
    expect(book.failures.at(-1)?.what).toBe('failure 24999');
  });

  it('keeps everything of a virtual clock, whose end is near', () => {
    const book = journal(virtualClock('2018-07-24T13:00:00Z'), {});
    for (let number = 0; number < 25_000; number++) book.failed('SendEmail', `failure ${number}`);
    expect(book.failures).toHaveLength(25_000);
  });
});
