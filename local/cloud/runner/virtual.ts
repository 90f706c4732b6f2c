import { Temporal } from 'temporal-polyfill';
import type { Agenda } from '../clock/agenda.ts';
import type { VirtualClock } from '../clock/clock.ts';
import type { Scheduler } from '../events/scheduler.ts';
import type { QueueWorker } from './queue-worker.ts';

/** What a runner keeps going. */
export interface Machinery {
  readonly agenda: Agenda;
  readonly scheduler: Pick<Scheduler, 'fireDue' | 'nextTick' | 'nextTimed'>;
  readonly workers: readonly Pick<QueueWorker, 'work' | 'next'>[];
  /** Resolves once S3 has announced every object written so far. */
  readonly announced: () => Promise<void>;
}

/** Runs the cloud on a virtual clock: one thing after the other, always in the same order. */
export interface VirtualRunner {
  /** Works until nothing is left that is due now. */
  settle(): Promise<void>;
  /** Works on everything that comes due until an instant, and stops there. */
  advanceTo(target: Temporal.Instant): Promise<void>;
}

/** How often a tick comes while there is no work: what waits for a date waits no longer than this. */
const IDLE_HOURS = 24;

interface Stepping {
  readonly clock: Pick<VirtualClock, 'now' | 'moveTo'>;
  /** Gives the number of requests that changed something so far. */
  readonly changes: () => number;
}

/** A runner of a clock that moves only when it is moved. */
export function virtualRunner(machinery: Machinery, { clock, changes }: Stepping): VirtualRunner {
  const { agenda, scheduler, workers } = machinery;
  const ticks = tickTimes(scheduler, clock);

  async function settle(): Promise<void> {
    while (await workOnce(machinery, clock)) ticks.worked();
  }

  async function tick(): Promise<void> {
    const before = changes();
    if ((await scheduler.fireDue('ticks')) === 0) return;
    ticks.ticked();
    await settle();
    ticks.endedWith(changes() > before);
  }

  /** The next time something is due before the target, and whether it is a tick's. */
  function nextStop(target: Temporal.Instant): { at: Temporal.Instant; isTick: boolean } | null {
    const waiting = [agenda.next(), scheduler.nextTimed(), ...workers.map((worker) => worker.next())];
    const work = earliest(waiting);
    const tickAt = ticks.next();
    const at = earliest([work, tickAt]);
    if (!at || Temporal.Instant.compare(at, target) > 0) return null;
    return { at, isTick: work === null || (tickAt !== null && Temporal.Instant.compare(tickAt, work) < 0) };
  }

  return {
    settle,
    advanceTo: async (target) => {
      await settle();
      for (let stop = nextStop(target); stop; stop = nextStop(target)) {
        clock.moveTo(stop.at);
        if (stop.isTick) await tick();
        else await settle();
      }
      clock.moveTo(target);
      if (Temporal.Instant.compare(ticks.last(), target) < 0) await tick();
      await settle();
    },
  };
}

/** @returns whether there was anything to do now. */
async function workOnce(
  { agenda, scheduler, workers, announced }: Machinery,
  { now }: Stepping['clock'],
): Promise<boolean> {
  await announced();
  const due = agenda.takeDue(now());
  // Work that is due at the same time runs at once.
  await Promise.all(due.map(({ run }) => run()));
  let worked = due.length > 0;
  if ((await scheduler.fireDue('timed')) > 0) worked = true;
  for (const worker of workers) if (await worker.work()) worked = true;
  return worked;
}

/**
 * Says when to tick, leaving out idle ticks: four months hold 34,560 of five minutes. A tick comes after work, again
 * while the last one changed something, and otherwise once a day.
 */
function tickTimes(scheduler: Machinery['scheduler'], { now }: Stepping['clock']) {
  let last = now();
  let isBusy = true;
  return {
    last: () => last,
    worked: () => {
      isBusy = true;
    },
    ticked: () => {
      last = now();
    },
    endedWith: (isChange: boolean) => {
      isBusy = isChange;
    },
    next: (): Temporal.Instant | null => {
      const soonest = scheduler.nextTick(now().add({ milliseconds: 1 }));
      if (isBusy || !soonest) return soonest;
      const idle = scheduler.nextTick(last.add({ hours: IDLE_HOURS }));
      return idle && Temporal.Instant.compare(idle, soonest) > 0 ? idle : soonest;
    },
  };
}

function earliest(times: readonly (Temporal.Instant | null)[]): Temporal.Instant | null {
  const known = times.filter((time) => time !== null);
  return known.toSorted(Temporal.Instant.compare)[0] ?? null;
}
