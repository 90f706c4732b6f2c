import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import { createSleepers } from './sleepers.ts';

/** Time that passes only when a sleeper waits or the clock is moved: a launch of months takes seconds. */
export interface VirtualClock extends Clock {
  /** Moves forward to an instant. An earlier one changes nothing: time never goes back. */
  moveTo(instant: Temporal.Instant): void;
  /** Sets what to wait for before time moves: requests on their way must arrive at the time at which they were sent. */
  holdUntil(quiet: () => Promise<void>): void;
}

/** @param start Where time begins. */
export function virtualClock(start: Temporal.Instant | string): VirtualClock {
  let now = Temporal.Instant.from(start).epochMilliseconds;
  let quiet: () => Promise<void> = async () => {};
  const sleepers = createSleepers();
  const moveTo = (milliseconds: number) => {
    now = Math.max(now, milliseconds);
  };
  const stepped = { now: () => now, moveTo, isStepped: () => true, quiet: () => quiet() };

  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(now),
    sleep: (milliseconds) => {
      const slept = sleepers.waitUntil(now + Math.max(0, Math.ceil(milliseconds)));
      void sleepers.wakeInTurn(stepped);
      return slept;
    },
    moveTo: (instant) => moveTo(instant.epochMilliseconds),
    holdUntil: (wait) => {
      quiet = wait;
    },
  };
}

/** Whether a clock is a virtual one. */
export function isVirtual(clock: Clock): clock is VirtualClock {
  return 'moveTo' in clock;
}
