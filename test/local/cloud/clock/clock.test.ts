import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { virtualClock } from '../../../../local/cloud/clock/clock.ts';

const START = '2018-07-24T13:00:00Z';

describe('virtualClock', () => {
  it('does not move until a sleeper waits, and then moves on by that at once', async () => {
    const clock = virtualClock(START);
    expect(clock.now().toString()).toBe(START);
    await clock.sleep(90_000);
    expect(clock.now().toString()).toBe('2018-07-24T13:01:30Z');
  });

  it('lets sleepers at the same time overlap', async () => {
    const clock = virtualClock(START);
    await Promise.all([clock.sleep(5000), clock.sleep(2000), clock.sleep(3000)]);
    expect(clock.now().toString()).toBe('2018-07-24T13:00:05Z');
  });

  it('never goes back', async () => {
    const clock = virtualClock(START);
    clock.moveTo(Temporal.Instant.from('2018-07-24T12:00:00Z'));
    await clock.sleep(-1000);
    expect(clock.now().toString()).toBe(START);
  });

  it('waits with moving on until what is on its way has arrived', async () => {
    const clock = virtualClock(START);
    const seen: string[] = [];
    clock.holdUntil(async () => void seen.push(clock.now().toString()));
    await clock.sleep(1000);
    expect(seen).toEqual([START]);
  });
});
