import { setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isVirtual, virtualClock } from '../../../../local/cloud/clock/clock.ts';
import { isMovable, movableClock, steppingOf } from '../../../../local/cloud/clock/movable.ts';

const START = Temporal.Instant.from('2018-07-24T13:00:00Z');
const later = (minutes: number) => START.add({ minutes });

/** By the clock, in whole seconds after its start. */
function secondsOf(clock: { now(): Temporal.Instant }): number {
  return Math.floor(START.until(clock.now()).total('seconds'));
}

describe('movableClock', () => {
  it('continues at the pace of the machine, and wakes sleepers by it', async () => {
    const clock = movableClock(START);
    await clock.sleep(60);
    const passed = START.until(clock.now()).total('milliseconds');
    expect(passed).toBeGreaterThanOrEqual(60);
    expect(passed).toBeLessThan(5000);
    expect([isMovable(clock), isVirtual(clock), steppingOf(clock)]).toEqual([true, false, null]);
  });

  it('stops while it is moved, and runs on from there', async () => {
    const clock = movableClock(START);
    await clock.jump(async (steps) => {
      steps.moveTo(later(10));
      await wait(30);
      expect(clock.now().toString()).toBe(later(10).toString());
      expect(steppingOf(clock)).toBe(steps);
    });
    await wait(30);
    expect(Temporal.Instant.compare(clock.now(), later(10))).toBe(1);
    expect(secondsOf(clock)).toBeLessThan(605);
  });

  it('never goes back', async () => {
    const clock = movableClock(START);
    await clock.jump(async (steps) => {
      steps.moveTo(later(10));
      steps.moveTo(later(5));
    });
    expect(secondsOf(clock)).toBeGreaterThanOrEqual(600);
  });

  it('wakes in turn, while it is moved, who fell asleep before', async () => {
    const clock = movableClock(START);
    const woken: string[] = [];
    const sleeper = (name: string, seconds: number) =>
      clock.sleep(seconds * 1000).then(() => woken.push(`${name} ${secondsOf(clock)}`));
    const sleepers = [sleeper('long', 3000), sleeper('short', 30), sleeper('middle', 300)];
    await clock.jump(async () => void (await Promise.all(sleepers)));
    expect(woken).toEqual(['short 30', 'middle 300', 'long 3000']);
  });

  it('lets who still sleeps then sleep on by the pace of the machine', async () => {
    const clock = movableClock(START);
    let release = () => {};
    clock.holdUntil(
      () =>
        new Promise((resolve) => {
          release = resolve;
        }),
    );
    const slept = clock.sleep(200).then(() => clock.now());
    await clock.jump(async (steps) => steps.moveTo(START.add({ milliseconds: 150 })));
    release();
    expect(START.until(await slept).total('milliseconds')).toBeGreaterThanOrEqual(200);
  });

  it('is moved by one at a time, and continues when a step fails', async () => {
    const clock = movableClock(START);
    const failed = clock.jump(async () => {
      await expect(clock.jump(async () => {})).rejects.toThrow('it is already moving');
      throw new Error('a step');
    });
    await expect(failed).rejects.toThrow('a step');
    expect(steppingOf(clock)).toBeNull();
  });

  it('tells of each move', async () => {
    const clock = movableClock(START);
    const heard: string[] = [];
    clock.onMove(() => void heard.push(clock.now().toString()));
    await clock.jump(async (steps) => {
      steps.moveTo(later(1));
      steps.moveTo(later(2));
    });
    expect(heard).toEqual([later(1).toString(), later(2).toString()]);
  });
});

describe('steppingOf', () => {
  it('is a virtual clock itself', () => {
    const clock = virtualClock(START);
    expect(steppingOf(clock)).toBe(clock);
  });
});
