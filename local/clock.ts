import { Temporal } from 'temporal-polyfill';
import { machineClock } from '../functions/shared/clock.client.ts';
import type { Clock } from '../functions/shared/clock.ts';

/** Time that stands until somebody sleeps or moves it: a launch of months passes in seconds. */
export interface VirtualClock extends Clock {
  /** Moves on to an instant. An earlier one changes nothing: time never goes back. */
  moveTo(instant: Temporal.Instant): void;
  /** Sets what a sleeper waits for before time moves: requests on their way must arrive at their own time. */
  holdUntil(quiet: () => Promise<void>): void;
}

/** @param start Where time begins. */
export function virtualClock(start: Temporal.Instant | string): VirtualClock {
  let now = Temporal.Instant.from(start).epochMilliseconds;
  let quiet: () => Promise<void> = async () => {};
  const moveTo = (milliseconds: number) => {
    now = Math.max(now, milliseconds);
  };
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(now),
    sleep: async (milliseconds) => {
      // Sleepers at the same time overlap, as they do on a real clock.
      const until = now + Math.max(0, Math.ceil(milliseconds));
      await quiet();
      moveTo(until);
    },
    moveTo: (instant) => moveTo(instant.epochMilliseconds),
    holdUntil: (wait) => {
      quiet = wait;
    },
  };
}

/** A clock that goes as fast as the machine's, from another time on. */
export function shiftedClock(start: Temporal.Instant): Clock {
  const shift = Temporal.Now.instant().until(start);
  return { now: () => machineClock.now().add(shift), sleep: machineClock.sleep };
}

export function isVirtual(clock: Clock): clock is VirtualClock {
  return 'moveTo' in clock;
}
