import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import { machineClock } from '../../../functions/lib/shared-clock.ts';
import { isMovable } from './movable.ts';

/** What is known of a launch's clock. */
export interface KeptClock {
  readonly at: Temporal.Instant;
  /** Whether it went by another time than the machine's. */
  readonly isShifted: boolean;
}

const FILE = 'clock.json';
/** By the machine's time, and by its own while it is moved. */
const EVERY_MILLISECONDS = 2000;
/** What two readings of the same clock may differ by. */
const SAME_MILLISECONDS = 5000;

/**
 * Where a clock may go on: what a kill kept from being noted lies behind it.
 * @returns `null` where nothing was kept, or nothing that can be read.
 */
export function keptClock(dir: string): KeptClock | null {
  try {
    const { at, machine } = JSON.parse(readFileSync(join(dir, FILE), 'utf8'));
    const stood = Temporal.Instant.from(at);
    const shift = stood.since(Temporal.Instant.from(machine)).abs();
    const next = stood.add({ milliseconds: EVERY_MILLISECONDS });
    return { at: next, isShifted: shift.total('milliseconds') > SAME_MILLISECONDS };
  } catch {
    return null;
  }
}

/** Keeps where a clock stands, again and again. @returns what ends it. */
export function keepClock(dir: string, clock: Clock): () => void {
  const path = join(dir, FILE);
  let noted = 0;
  let hasEnded = false;
  const note = () => {
    writeFileSync(`${path}.unfinished`, JSON.stringify({ at: clock.now(), machine: machineClock.now() }));
    renameSync(`${path}.unfinished`, path);
    noted = clock.now().epochMilliseconds;
  };
  // Time never goes back, so what it does after a move must not be kept before the move is.
  if (isMovable(clock)) {
    clock.onMove(() => {
      if (!hasEnded && clock.now().epochMilliseconds - noted >= EVERY_MILLISECONDS) note();
    });
  }
  note();
  const timer = setInterval(note, EVERY_MILLISECONDS);
  timer.unref();
  return () => {
    hasEnded = true;
    clearInterval(timer);
    note();
  };
}
