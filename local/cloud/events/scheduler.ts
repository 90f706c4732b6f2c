import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import { type Listening, listen } from '../../lib/listen.ts';
import type { Access } from '../iam/access.ts';
import { arnOf } from '../template/account.ts';
import { type Schedule, type ScheduleBook, scheduleBook } from './schedule-book.ts';
import { schedulerApi } from './scheduler-api.ts';

/** Calls a schedule's target with its input. */
export type CallTarget = (schedule: Schedule, input: string) => Promise<void>;

export interface Scheduler extends Listening, Pick<ScheduleBook, 'groups' | 'list' | 'put'> {
  /** When the next schedule that names its times is due: an `at` or a `cron`. */
  nextTimed(): Temporal.Instant | null;
  /** The first tick at or after an instant. A tick is a time of a `rate`. */
  nextTick(from: Temporal.Instant): Temporal.Instant | null;
  /**
   * Calls the targets of the schedules that are due by now: of each once, however many ticks have passed.
   * @returns how many were due.
   */
  fireDue(which: 'timed' | 'ticks'): Promise<number>;
}

export interface SchedulerOptions {
  readonly port?: number;
  readonly clock: Clock;
  readonly access?: Access;
  readonly call: CallTarget;
  /**
   * How often a schedule calls its target each time it is due: Scheduler promises once at least.
   * @default 1
   */
  readonly deliveries?: number;
}

/** EventBridge Scheduler on the cloud's clock. */
export async function startScheduler(options: SchedulerOptions): Promise<Scheduler> {
  const { clock, call, deliveries = 1 } = options;
  const book = scheduleBook(clock);
  const server = createServer(schedulerApi(book, options));

  const isTick = ({ recurrence }: Schedule) => recurrence.kind === 'rate';

  async function fire(schedule: Schedule): Promise<void> {
    const { group, name, input, recurrence } = schedule;
    // Moved on before the call: the target may change the schedule.
    if (recurrence.kind === 'at' && input.ActionAfterCompletion === 'DELETE') book.remove(group, name);
    else book.moveOn(schedule);
    for (let delivery = 1; delivery <= deliveries; delivery++) await call(schedule, fill(schedule));
  }

  return {
    ...(await listen(server, options.port)),
    groups: book.groups,
    list: book.list,
    put: book.put,
    nextTimed: () => earliest(book.list().flatMap((one) => (one.next && !isTick(one) ? [one.next] : []))),
    nextTick: (from) => {
      const rates = book.list().filter((schedule) => schedule.next && isTick(schedule));
      return earliest(rates.flatMap(({ recurrence }) => recurrence.nextFrom(from) ?? []));
    },
    fireDue: async (which) => {
      const now = clock.now();
      const due = book
        .list()
        .filter((schedule) => isTick(schedule) === (which === 'ticks'))
        .filter(({ next }) => next && Temporal.Instant.compare(next, now) <= 0)
        .sort((one, other) => Temporal.Instant.compare(one.next!, other.next!));
      for (const schedule of due) await fire(schedule);
      return due.length;
    },
  };
}

function earliest(times: readonly Temporal.Instant[]): Temporal.Instant | null {
  return times.toSorted(Temporal.Instant.compare)[0] ?? null;
}

/** The input with the attributes that Scheduler fills in. */
function fill({ group, name, next, input }: Schedule): string {
  const attributes: Record<string, string> = {
    'schedule-arn': arnOf('scheduler', `schedule/${group}/${name}`),
    'scheduled-time': next!.toString({ smallestUnit: 'second' }),
    'execution-id': randomUUID(),
    'attempt-number': '1',
  };
  return (input.Target.Input ?? '{}').replaceAll(/<aws\.scheduler\.([a-z-]+)>/g, (whole, attribute) => {
    return attributes[attribute] ?? whole;
  });
}
