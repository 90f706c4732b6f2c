import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import { machineClock } from '../../../functions/lib/shared-clock.ts';

/** Time that stands until somebody sleeps or moves it: a launch of months passes in seconds. */
export interface VirtualClock extends Clock {
  /** Moves on to an instant. An earlier one changes nothing: time never goes back. */
  moveTo(instant: Temporal.Instant): void;
  /** Sets what a sleeper waits for before time moves: requests on their way must arrive at their own time. */
  holdUntil(quiet: () => Promise<void>): void;
}

interface Sleeper {
  /** Epoch milliseconds. */
  readonly until: number;
  readonly wake: () => void;
}

/** @param start Where time begins. */
export function virtualClock(start: Temporal.Instant | string): VirtualClock {
  let now = Temporal.Instant.from(start).epochMilliseconds;
  let quiet: () => Promise<void> = async () => {};
  let sleepers: Sleeper[] = [];
  let isWaking = false;
  const moveTo = (milliseconds: number) => {
    now = Math.max(now, milliseconds);
  };

  /** Whoever sleeps shortest wakes first, and goes as far as it can before time moves on. */
  async function wakeInTurn(): Promise<void> {
    isWaking = true;
    while (sleepers.length > 0) {
      await quiet();
      moveTo(Math.min(...sleepers.map(({ until }) => until)));
      const due = sleepers.filter(({ until }) => until <= now);
      sleepers = sleepers.filter(({ until }) => until > now);
      for (const { wake } of due) wake();
    }
    isWaking = false;
  }

  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(now),
    sleep: (milliseconds) =>
      new Promise((wake) => {
        sleepers.push({ until: now + Math.max(0, Math.ceil(milliseconds)), wake });
        if (!isWaking) void wakeInTurn();
      }),
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
