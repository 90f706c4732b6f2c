import type { Temporal } from 'temporal-polyfill';
import type { MovableClock } from '../clock/movable.ts';
import { type LiveMachinery, runLive } from './live.ts';
import { type Machinery, type VirtualRunner, virtualRunner } from './virtual.ts';

/** Runs the cloud live, and step by step while its clock is moved. */
interface MovableRunner extends VirtualRunner {
  stop(): Promise<void>;
}

/**
 * Live loops run while the clock runs. Before it is moved, the work that they have begun ends; sleepers wake in turn,
 * as on a virtual clock. One move comes after the other.
 */
export function movableRunner(
  machinery: Machinery & LiveMachinery,
  {
    clock,
    changes,
    onError,
  }: { clock: MovableClock; changes: () => number; onError: (error: unknown) => void },
): MovableRunner {
  const startLoops = () => runLive(machinery, { clock, onError });
  let live = startLoops();
  let hasStopped = false;
  let last: Promise<unknown> = Promise.resolve();

  function move(step: (runner: VirtualRunner) => Promise<void>): Promise<void> {
    const moved = last.then(() => {
      if (hasStopped) throw new Error('Cannot move the clock because the cloud has ended');
      return clock.jump(async (stepping) => {
        await live.drain();
        try {
          await step(virtualRunner(machinery, { clock: stepping, changes }));
        } finally {
          if (!hasStopped) live = startLoops();
        }
      });
    });
    last = moved.catch(() => {});
    return moved;
  }

  return {
    settle: () => move((runner) => runner.settle()),
    advanceTo: (target: Temporal.Instant) => move((runner) => runner.advanceTo(target)),
    stop: async () => {
      hasStopped = true;
      await live.stop();
    },
  };
}
