import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import { type Recurrence, recurrence } from './schedule-expression.ts';

/** A schedule as CreateSchedule takes it. */
export interface ScheduleInput {
  readonly ScheduleExpression: string;
  /** IANA zone. @default UTC */
  readonly ScheduleExpressionTimezone?: string;
  readonly FlexibleTimeWindow: { readonly Mode: string };
  readonly State?: string;
  readonly Description?: string;
  readonly ActionAfterCompletion?: string;
  readonly Target: ScheduleTarget;
}

interface ScheduleTarget {
  readonly Arn: string;
  readonly RoleArn: string;
  /** JSON. */
  readonly Input?: string;
  readonly DeadLetterConfig?: { readonly Arn?: string };
  readonly RetryPolicy?: {
    readonly MaximumRetryAttempts?: number;
    readonly MaximumEventAgeInSeconds?: number;
  };
}

/** A schedule of the embedded Scheduler. */
export interface Schedule {
  readonly name: string;
  readonly group: string;
  readonly input: ScheduleInput;
  readonly recurrence: Recurrence;
  readonly createdAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
  /** When it is due next; `null` when never again. */
  readonly next: Temporal.Instant | null;
}

/** Schedules by group and name. */
export interface ScheduleStore {
  /** Names of the groups; `default` is always there. */
  readonly groups: Set<string>;
  get(group: string, name: string): Schedule | undefined;
  /** Of one group or all, by group and name. */
  list(group?: string): Schedule[];
  /** @throws Error when the expression can't be read. */
  put(group: string, name: string, input: ScheduleInput): Schedule;
  remove(group: string, name: string): boolean;
  /** Sets a schedule that was due to its next time. */
  moveOn(schedule: Schedule): void;
}

/** Schedules in memory, due by the cloud's clock. */
export function scheduleStore(clock: Clock): ScheduleStore {
  const schedules = new Map<string, Schedule>();
  const key = (group: string, name: string) => `${group}/${name}`;

  return {
    groups: new Set(['default']),
    get: (group, name) => schedules.get(key(group, name)),
    list: (group) =>
      [...schedules.values()]
        .filter((schedule) => group === undefined || schedule.group === group)
        .sort((one, other) => (key(one.group, one.name) < key(other.group, other.name) ? -1 : 1)),
    put: (group, name, input) => {
      const now = clock.now();
      const read = recurrenceOf(input, now);
      if (!read) throw new Error(`Cannot read the schedule ${name}: it is ${input.ScheduleExpression}`);
      const createdAt = schedules.get(key(group, name))?.createdAt ?? now;
      const next = nextOf(input, read, now);
      const schedule = { name, group, input, recurrence: read, createdAt, changedAt: now, next };
      schedules.set(key(group, name), schedule);
      return schedule;
    },
    remove: (group, name) => schedules.delete(key(group, name)),
    moveOn: (schedule) => {
      const { group, name, input, recurrence } = schedule;
      const after = clock.now().add({ milliseconds: 1 });
      const next = recurrence.kind === 'at' ? null : nextOf(input, recurrence, after);
      schedules.set(key(group, name), { ...schedule, next });
    },
  };
}

function nextOf(
  { State }: ScheduleInput,
  recurrence: Recurrence,
  from: Temporal.Instant,
): Temporal.Instant | null {
  return State === 'DISABLED' ? null : recurrence.nextFrom(from);
}

/** When a schedule is due, or `null` when its expression can't be read. A rate counts from now. */
export function recurrenceOf(input: ScheduleInput, now: Temporal.Instant): Recurrence | null {
  const { ScheduleExpression, ScheduleExpressionTimezone: zone = 'UTC' } = input;
  return recurrence(ScheduleExpression, { zone, start: now });
}
