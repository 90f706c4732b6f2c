/** Those who wait for a time of one clock. Times in epoch milliseconds. */
interface Sleepers {
  /** Resolves when the sleeper is woken at or after a time. */
  waitUntil(time: number): Promise<void>;
  /** When the first is due; `null` when none waits. */
  next(): number | null;
  /** Wakes all that are due by now. */
  wakeDue(now: number): void;
  /**
   * Moves a clock to each sleeper's time and wakes it, until none waits or the clock runs. The sleeper that is due
   * first wakes first, and goes as far as it can before time moves on.
   */
  wakeInTurn(clock: SteppedClock): Promise<void>;
}

interface SteppedClock {
  now(): number;
  moveTo(time: number): void;
  /** Whether it moves only when it is moved, now. */
  isStepped(): boolean;
  /** Resolves when nothing is on its way that must arrive before time moves. */
  quiet(): Promise<void>;
}

/** No one sleeps at first. */
export function createSleepers(): Sleepers {
  let waiting: { readonly until: number; readonly wake: () => void }[] = [];
  let isWaking = false;
  const next = () => (waiting.length > 0 ? Math.min(...waiting.map(({ until }) => until)) : null);

  function wakeDue(now: number): void {
    const due = waiting.filter(({ until }) => until <= now);
    waiting = waiting.filter(({ until }) => until > now);
    for (const { wake } of due) wake();
  }

  return {
    next,
    wakeDue,
    waitUntil: (until) => new Promise((wake) => void waiting.push({ until, wake })),
    wakeInTurn: async (clock) => {
      if (isWaking) return;
      isWaking = true;
      while (clock.isStepped() && waiting.length > 0) {
        await clock.quiet();
        if (!clock.isStepped()) break;
        clock.moveTo(next()!);
        wakeDue(clock.now());
      }
      isWaking = false;
    },
  };
}
