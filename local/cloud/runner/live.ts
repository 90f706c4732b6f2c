import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../../functions/lib/clock.ts';
import type { Agenda } from '../clock/agenda.ts';
import type { Scheduler } from '../events/scheduler.ts';
import type { QueueWorker } from './queue-worker.ts';

/** What runs on the machine's clock, all parts at once. */
export interface LiveMachinery {
  readonly agenda: Agenda;
  readonly scheduler: Pick<Scheduler, 'fireDue'>;
  readonly workers: readonly Pick<QueueWorker, 'work'>[];
}

const PAUSE_MILLISECONDS = 200;
/** How long a worker waits at an empty queue. */
const POLL_SECONDS = 1;
/** How long stopping waits for work that has begun. */
const GRACE_MILLISECONDS = 3000;
/** How many batches of a queue are worked off at once. */
const CONCURRENCY = 2;

/** A live cloud that can be ended. */
interface LiveRun {
  /** Ends soon, even if work continues. */
  stop(): Promise<void>;
  /** Begins nothing more, and ends once all work that was begun has ended. */
  drain(): Promise<void>;
}

/** Starts everything. An error, of a poll for example, is reported and stops nothing. */
export function runLive(
  { agenda, scheduler, workers }: LiveMachinery,
  { clock, onError }: { clock: Clock; onError: (error: unknown) => void },
): LiveRun {
  const stopping = new AbortController();
  const { signal } = stopping;
  const begun = new Set<Promise<void>>();

  async function keepTime(): Promise<void> {
    for (const { run } of agenda.takeDue(clock.now())) {
      const running: Promise<void> = run()
        .catch(onError)
        .finally(() => begun.delete(running));
      begun.add(running);
    }
    await scheduler.fireDue('timed');
    await scheduler.fireDue('ticks');
  }

  const until = { signal, onError };
  const loops = [
    repeat(keepTime, { ...until, pauseMilliseconds: PAUSE_MILLISECONDS }),
    ...workers.flatMap((worker) =>
      Array.from({ length: CONCURRENCY }, () =>
        repeat(() => worker.work(POLL_SECONDS), { ...until, pauseMilliseconds: 0 }),
      ),
    ),
  ];
  return {
    stop: async () => {
      stopping.abort();
      // A sender may have work for another minute. It is cut off as by a crash, which it must survive.
      await Promise.race([Promise.all(loops), wait(GRACE_MILLISECONDS, undefined, { ref: false })]);
    },
    drain: async () => {
      stopping.abort();
      await Promise.all(loops);
      await Promise.all(begun);
    },
  };
}

/** Repeats a step until it is stopped, after an error with a longer pause. */
async function repeat(
  step: () => Promise<unknown>,
  options: { signal: AbortSignal; onError: (error: unknown) => void; pauseMilliseconds: number },
): Promise<void> {
  const { signal, onError, pauseMilliseconds } = options;
  while (!signal.aborted) {
    const failed = await step().then(
      () => false,
      (error) => {
        if (!signal.aborted) onError(error);
        return true;
      },
    );
    const pause = failed ? 5 * PAUSE_MILLISECONDS : pauseMilliseconds;
    if (pause > 0) await wait(pause, undefined, { signal }).catch(() => {});
  }
}
