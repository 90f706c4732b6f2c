import { setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from './clock.ts';

/** The machine's own clock. */
export const machineClock: Clock = {
  now: () => Temporal.Now.instant(),
  sleep: async (milliseconds) => {
    await wait(Math.max(0, Math.ceil(milliseconds)));
  },
};
