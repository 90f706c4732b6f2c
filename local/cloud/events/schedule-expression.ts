import { Cron } from 'croner';
import { Temporal } from 'temporal-polyfill';

/** When a schedule is due. */
export interface Recurrence {
  /** An `at` is due once. */
  readonly kind: 'at' | 'rate' | 'cron';
  /** The first time at or after an instant; `null` when there is none. */
  nextFrom(instant: Temporal.Instant): Temporal.Instant | null;
}

const AT = /^at\((\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\)$/;
const RATE = /^rate\((\d+) (minute|hour|day)s?\)$/;
const CRON = /^cron\((\S+ \S+ \S+ \S+ \S+ \S+)\)$/;

/**
 * Reads an expression of EventBridge Scheduler.
 * @param zone IANA zone of wall times.
 * @param start From when a rate counts.
 * @returns `null` when it can't be read.
 */
export function recurrence(
  expression: string,
  { zone, start }: { zone: string; start: Temporal.Instant },
): Recurrence | null {
  try {
    const [, wall] = AT.exec(expression) ?? [];
    if (wall) return at(Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant());
    const [, count, unit] = RATE.exec(expression) ?? [];
    if (count && unit) return rate(Number(count) * MINUTES[unit as keyof typeof MINUTES], start);
    const [, fields] = CRON.exec(expression) ?? [];
    return fields ? cron(fields, zone) : null;
  } catch {
    return null;
  }
}

const MINUTES = { minute: 1, hour: 60, day: 24 * 60 };

function at(instant: Temporal.Instant): Recurrence {
  return { kind: 'at', nextFrom: (from) => (Temporal.Instant.compare(instant, from) >= 0 ? instant : null) };
}

function rate(minutes: number, start: Temporal.Instant): Recurrence | null {
  const interval = minutes * 60_000;
  if (interval === 0) return null;
  return {
    kind: 'rate',
    nextFrom: (from) => {
      const passed = Math.max(0, from.epochMilliseconds - start.epochMilliseconds);
      return start.add({ milliseconds: Math.ceil(passed / interval) * interval });
    },
  };
}

/** AWS counts weekdays from Sunday as 1, needs `?` for one of the two days, and has years but no seconds. */
function cron(fields: string, timezone: string): Recurrence {
  const pattern = `0 ${fields.replaceAll('?', '*')}`;
  const job = new Cron(pattern, { timezone, mode: '7-part', alternativeWeekdays: true, paused: true });
  return {
    kind: 'cron',
    nextFrom: (from) => {
      // Croner looks for times after the given one, in whole seconds.
      const next = job.nextRun(new Date(from.epochMilliseconds - 1));
      return next && Temporal.Instant.fromEpochMilliseconds(next.getTime());
    },
  };
}
