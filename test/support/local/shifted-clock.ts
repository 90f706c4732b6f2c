import { Temporal } from 'temporal-polyfill';
import { type Clock, machineClock } from '../../../functions/lib/clock.ts';

/** A clock that runs at the machine's pace from another time on, and can't be moved. */
export function shiftedClock(start: Temporal.Instant): Clock {
  const shift = Temporal.Now.instant().until(start);
  return { now: () => machineClock.now().add(shift), sleep: machineClock.sleep };
}
