import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type Clock, machineClock } from '../../../functions/lib/clock.ts';
import { UserError } from '../../lib/user-error.ts';
import { isMovable } from './movable.ts';

/** The clock of an earlier run. */
interface KeptClock {
  /** The first instant at which it may continue. */
  readonly at: Temporal.Instant;
  /** Whether it showed another time than the machine's. */
  readonly isShifted: boolean;
}

const FILE = 'clock.json';
/** How often it is kept: by the machine's time, and by the clock's own while it is moved. */
const EVERY_MILLISECONDS = 2000;
/** A clock that differs by less shows the machine's time. */
const SAME_MILLISECONDS = 5000;

/**
 * When the clock of a data folder may continue: after anything that an earlier run may have done since it last kept its
 * time.
 * @returns `null` where nothing was kept.
 * @throws UserError when it can't be read: by another clock, what has happened would lie ahead.
 */
export function keptClock(dir: string): KeptClock | null {
  const path = join(dir, FILE);
  if (!existsSync(path)) return null;
  try {
    const { at, machine } = JSON.parse(readFileSync(path, 'utf8'));
    const kept = Temporal.Instant.from(at);
    const shift = kept.since(Temporal.Instant.from(machine)).abs();
    const next = kept.add({ milliseconds: EVERY_MILLISECONDS });
    return { at: next, isShifted: shift.total('milliseconds') > SAME_MILLISECONDS };
  } catch {
    throw new UserError(`Cannot start because ${path} is damaged: it must give the clock’s last time`, [
      'Restore it from a copy of the data folder. Or delete it, and use --at with a time after everything that happened',
    ]);
  }
}

/** Keeps a clock's time in a data folder, again and again. @returns what ends it. */
export function keepClock(dir: string, clock: Clock): () => void {
  const path = join(dir, FILE);
  let noted = 0;
  let hasEnded = false;
  const note = () => {
    writeFileSync(`${path}.unfinished`, JSON.stringify({ at: clock.now(), machine: machineClock.now() }));
    renameSync(`${path}.unfinished`, path);
    noted = clock.now().epochMilliseconds;
  };
  // Time never goes back: a move must be kept before anything that happens after it.
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
