import { Temporal } from 'temporal-polyfill';
import { type Clock, machineClock } from '../../../functions/lib/clock.ts';
import { isVirtual, type VirtualClock } from './clock.ts';
import { createSleepers } from './sleepers.ts';

/** What moves a clock that doesn't run. */
type Stepping = Pick<VirtualClock, 'now' | 'moveTo'>;

/** Time that runs at the machine's pace and can be moved forward. While it is moved it behaves as a virtual clock. */
export interface MovableClock extends Clock {
  /** What moves it while it is moved; `null` while it runs. */
  stepping(): Stepping | null;
  /**
   * Stops the clock while `steps` move it, and lets it run on from where they end.
   * @throws Error when it is being moved already, or when the steps fail.
   */
  jump(steps: (clock: Stepping) => Promise<void>): Promise<void>;
  /** Sets what to wait for before a sleeper makes time move, while the clock is moved. */
  holdUntil(quiet: () => Promise<void>): void;
  /** Adds a listener that hears of each move. */
  onMove(listener: () => void): void;
}

/** The longest time that a timer of Node can wait, in milliseconds. */
const MAX_WAIT = 2 ** 31 - 1;

/** @param start Where time begins. */
export function movableClock(start: Temporal.Instant | string): MovableClock {
  const time = runningTime(Temporal.Instant.from(start).epochMilliseconds);
  const sleepers = createSleepers();
  let quiet: () => Promise<void> = async () => {};
  let timer: NodeJS.Timeout | undefined;
  const stepped = { ...time, quiet: () => quiet() };
  const now = () => Temporal.Instant.fromEpochMilliseconds(time.now());
  const steps = { now, moveTo: (instant: Temporal.Instant) => time.moveTo(instant.epochMilliseconds) };

  function wakeNext(): void {
    clearTimeout(timer);
    if (time.isStepped()) return void sleepers.wakeInTurn(stepped);
    const next = sleepers.next();
    if (next === null) return;
    const wake = () => {
      sleepers.wakeDue(time.now());
      wakeNext();
    };
    timer = setTimeout(wake, Math.min(Math.max(0, next - time.now()), MAX_WAIT));
  }

  return {
    now,
    sleep: (milliseconds) => {
      const slept = sleepers.waitUntil(time.now() + Math.max(0, Math.ceil(milliseconds)));
      wakeNext();
      return slept;
    },
    stepping: () => (time.isStepped() ? steps : null),
    jump: async (run) => {
      if (time.isStepped()) throw new Error('Cannot move the clock because it is already moving');
      time.stop();
      wakeNext();
      try {
        await run(steps);
      } finally {
        time.run();
        wakeNext();
      }
    },
    holdUntil: (wait) => {
      quiet = wait;
    },
    onMove: time.onMove,
  };
}

/** Time that runs, and that can be moved once it is stopped. In epoch milliseconds. */
function runningTime(start: number) {
  let base = start;
  /** The machine's time when this time was `base`; `null` while it is stopped. */
  let since: number | null = machineNow();
  const listeners: (() => void)[] = [];
  // When the machine's clock is set back, this time waits for it.
  const now = () => (since === null ? base : base + Math.max(0, machineNow() - since));
  return {
    now,
    isStepped: () => since === null,
    stop: () => {
      base = now();
      since = null;
    },
    run: () => {
      since = machineNow();
    },
    moveTo: (to: number) => {
      if (since !== null || to <= base) return;
      base = to;
      for (const listener of listeners) listener();
    },
    onMove: (listener: () => void) => void listeners.push(listener),
  };
}

function machineNow(): number {
  return machineClock.now().epochMilliseconds;
}

/** Whether a clock is one that can be moved. */
export function isMovable(clock: Clock): clock is MovableClock {
  return 'jump' in clock;
}

/** What moves a clock that doesn't run now, a virtual one or one that is being moved; `null` for one that runs. */
export function steppingOf(clock: Clock): Stepping | null {
  if (isVirtual(clock)) return clock;
  return isMovable(clock) ? clock.stepping() : null;
}
