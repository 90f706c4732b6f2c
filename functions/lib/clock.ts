import type { Temporal } from 'temporal-polyfill';

/** Where time comes from. The machine's in AWS, a virtual one in the rehearsal and the tests. */
export interface Clock {
  now(): Temporal.Instant;
  sleep(milliseconds: number): Promise<void>;
}
