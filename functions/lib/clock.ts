import { setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';

/** Where time comes from. The machine's in AWS, a virtual one in the rehearsal and the tests. */
export interface Clock {
  now(): Temporal.Instant;
  /** Waits. It comes in with the clock, so that a rehearsal of months takes seconds. */
  sleep(milliseconds: number): Promise<void>;
}

/** The machine's own clock. */
export const machineClock: Clock = {
  now: () => Temporal.Now.instant(),
  sleep: async (milliseconds) => {
    await wait(Math.max(0, Math.ceil(milliseconds)));
  },
};
