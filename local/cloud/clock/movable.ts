import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import { machineClock } from '../../../functions/lib/shared-clock.ts';
import { isVirtual, type VirtualClock } from './clock.ts';

/** Time that goes on at the machine's pace, and can be moved forward. While it is moved it is a virtual clock's. */
export interface MovableClock extends Clock {
  /** What moves it while it is moved; `null` while it goes on by itself. */
  stepping(): Pick<VirtualClock, 'now' | 'moveTo'> | null;
  /** Holds time still but for `steps` and whoever sleeps; then it goes on from where they came to. */
  jump(steps: (clock: Pick<VirtualClock, 'now' | 'moveTo'>) => Promise<void>): Promise<void>;
  /** As of a virtual clock, while it is moved. */
  holdUntil(quiet: () => Promise<void>): void;
  /** Lets somebody hear of each move. */
  onMove(listener: () => void): void;
}

interface Sleeper {
  /** Epoch milliseconds by this clock. */
  readonly until: number;
  readonly wake: () => void;
}

/** A timer can't wait longer. */
const LONGEST_WAIT = 2 ** 31 - 1;

/** @param start Where time begins. */
export function movableClock(start: Temporal.Instant | string): MovableClock {
  let stood = Temporal.Instant.from(start).epochMilliseconds;
  /** The machine's time at which it stood there; `null` while it is moved. */
  let since: number | null = machineNow();
  let quiet: () => Promise<void> = async () => {};
  let sleepers: Sleeper[] = [];
  let isWaking = false;
  let timer: NodeJS.Timeout | undefined;
  const listeners: (() => void)[] = [];
  // A machine's clock that is put back holds this one still.
  const now = () => (since === null ? stood : stood + Math.max(0, machineNow() - since));
  const clockNow = () => Temporal.Instant.fromEpochMilliseconds(now());
  const steps = { now: clockNow, moveTo: (instant: Temporal.Instant) => moveTo(instant.epochMilliseconds) };

  function moveTo(milliseconds: number): void {
    if (since !== null || milliseconds <= stood) return;
    stood = milliseconds;
    for (const listener of listeners) listener();
  }

  function wakeDue(): void {
    const due = sleepers.filter(({ until }) => until <= now());
    sleepers = sleepers.filter((one) => !due.includes(one));
    for (const { wake } of due) wake();
  }

  /** While it is moved: whoever sleeps shortest wakes first, and goes as far as it can before time moves on. */
  async function wakeInTurn(): Promise<void> {
    if (isWaking) return;
    isWaking = true;
    while (since === null && sleepers.length > 0) {
      await quiet();
      if (since !== null) break;
      moveTo(Math.min(...sleepers.map(({ until }) => until)));
      wakeDue();
    }
    isWaking = false;
  }

  function waitForNext(): void {
    clearTimeout(timer);
    if (since === null) return void wakeInTurn();
    if (sleepers.length === 0) return;
    const wait = Math.min(...sleepers.map(({ until }) => until)) - now();
    timer = setTimeout(
      () => {
        wakeDue();
        waitForNext();
      },
      Math.min(Math.max(0, wait), LONGEST_WAIT),
    );
  }

  return {
    now: clockNow,
    sleep: (milliseconds) =>
      new Promise((wake) => {
        sleepers.push({ until: now() + Math.max(0, Math.ceil(milliseconds)), wake });
        waitForNext();
      }),
    stepping: () => (since === null ? steps : null),
    jump: async (run) => {
      if (since === null) throw new Error('Cannot move the clock because it is moved already');
      stood = now();
      since = null;
      waitForNext();
      try {
        await run(steps);
      } finally {
        since = machineNow();
        waitForNext();
      }
    },
    holdUntil: (wait) => {
      quiet = wait;
    },
    onMove: (listener) => void listeners.push(listener),
  };
}

function machineNow(): number {
  return machineClock.now().epochMilliseconds;
}

export function isMovable(clock: Clock): clock is MovableClock {
  return 'jump' in clock;
}

/** What moves a clock that doesn't go on by itself now; `null` for one that does. */
export function steppingOf(clock: Clock): Pick<VirtualClock, 'now' | 'moveTo'> | null {
  if (isVirtual(clock)) return clock;
  return isMovable(clock) ? clock.stepping() : null;
}
