import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '../../../functions/lib/clock.ts';
import { isVirtual } from '../clock/clock.ts';
import { isMovable } from '../clock/movable.ts';

/** Stops invocations whose time is up. */
interface TimeLimit {
  /** The function's clock. It never wakes a sleeper whose time is up: Lambda stops a function in mid-sleep, too. */
  readonly clock: Clock;
  /**
   * Runs an invocation.
   * @param options.deadline epoch milliseconds by the cloud's clock
   * @param options.onTimeout Called when the time is up before the run ends; it may still continue.
   */
  run<Result>(
    run: () => Promise<Result>,
    options: { deadline: number; onTimeout: () => void },
  ): Promise<Result>;
}

interface Invocation {
  readonly deadline: number;
  readonly onTimeout: () => void;
}

/** A limit by the cloud's clock: a timer where time passes, and otherwise the function's own sleep. */
export function timeLimit(clock: Clock): TimeLimit {
  const current = new AsyncLocalStorage<Invocation>();
  return {
    clock: isVirtual(clock) || isMovable(clock) ? limited(clock, current) : clock,
    run: (run, invocation) => {
      const left = invocation.deadline - clock.now().epochMilliseconds;
      const timer = isVirtual(clock) ? undefined : setTimeout(invocation.onTimeout, left).unref();
      return current.run(invocation, run).finally(() => clearTimeout(timer));
    },
  };
}

function limited(clock: Clock, current: AsyncLocalStorage<Invocation>): Clock {
  return {
    now: () => clock.now(),
    sleep: async (milliseconds) => {
      const invocation = current.getStore();
      const now = clock.now().epochMilliseconds;
      if (!invocation || now + milliseconds <= invocation.deadline) return clock.sleep(milliseconds);
      await clock.sleep(invocation.deadline - now);
      invocation.onTimeout();
      await new Promise(() => {});
    },
  };
}
