import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import type { Listening } from '../../lib/listen.ts';
import { serve } from '../../lib/serve.ts';
import type { Access } from '../iam/access.ts';
import { type CheckSignature, ownSignatures } from '../iam/signature.ts';
import { arnOf } from '../template/account.ts';
import { type Schedule, type ScheduleStore, scheduleStore } from './schedule-store.ts';
import { schedulerApp } from './scheduler-api.ts';

/** Calls a schedule's target with its input. */
export type CallTarget = (schedule: Schedule, input: string) => Promise<void>;

/** EventBridge Scheduler, listening, and its schedules as this process uses them. */
export interface Scheduler extends Listening, Pick<ScheduleStore, 'groups' | 'list' | 'put' | 'remove'> {
  /** When the next schedule that is due once, an `at`, is due. */
  nextTimed(): Temporal.Instant | null;
  /** The first tick at or after an instant. A tick is a time of a `rate`. */
  nextTick(from: Temporal.Instant): Temporal.Instant | null;
  /**
   * Calls the targets of the schedules that are due by now: of each once, however many ticks have passed.
   * @returns how many were due.
   */
  fireDue(which: 'timed' | 'ticks'): Promise<number>;
}

interface SchedulerOptions {
  /** @default a free one */
  readonly port?: number;
  readonly clock: Clock;
  readonly access?: Access;
  /** @default by the credentials of this process's SDK */
  readonly checkSignature?: CheckSignature;
  readonly call: CallTarget;
  /**
   * How often a schedule calls its target each time it is due. Scheduler delivers at least once, so more is a test.
   * @default 1
   */
  readonly deliveries?: number;
}

/** EventBridge Scheduler on the cloud's clock. */
export async function startScheduler(options: SchedulerOptions): Promise<Scheduler> {
  const { port, access, clock, call, checkSignature = ownSignatures(), deliveries = 1 } = options;
  const store = scheduleStore(clock);

  async function fire(schedule: Schedule): Promise<void> {
    const { group, name, input, recurrence } = schedule;
    // Moved on before the call: the target may change the schedule.
    if (recurrence.kind === 'at' && input.ActionAfterCompletion === 'DELETE') store.remove(group, name);
    else store.moveOn(schedule);
    for (let delivery = 1; delivery <= deliveries; delivery++) await call(schedule, inputOf(schedule));
  }

  return {
    ...(await serve(schedulerApp({ store, access, checkSignature, clock }), { port })),
    groups: store.groups,
    list: store.list,
    put: store.put,
    remove: store.remove,
    nextTimed: () => earliest(store.list().flatMap((one) => (one.next && !isTick(one) ? [one.next] : []))),
    nextTick: (from) => {
      const rates = store.list().filter((schedule) => schedule.next && isTick(schedule));
      return earliest(rates.flatMap(({ recurrence }) => recurrence.nextFrom(from) ?? []));
    },
    fireDue: async (which) => {
      const due = dueBy(clock.now(), store.list()).filter((one) => isTick(one) === (which === 'ticks'));
      for (const schedule of due) await fire(schedule);
      return due.length;
    },
  };
}

function isTick({ recurrence }: Schedule): boolean {
  return recurrence.kind === 'rate';
}

/** In the order of time. */
function dueBy(now: Temporal.Instant, schedules: readonly Schedule[]): Schedule[] {
  return schedules
    .filter(({ next }) => next && Temporal.Instant.compare(next, now) <= 0)
    .sort((one, other) => Temporal.Instant.compare(one.next!, other.next!));
}

function earliest(times: readonly Temporal.Instant[]): Temporal.Instant | null {
  return times.toSorted(Temporal.Instant.compare)[0] ?? null;
}

/** The input with the attributes that Scheduler fills in. */
function inputOf({ group, name, next, input }: Schedule): string {
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
