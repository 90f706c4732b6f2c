import { Temporal } from 'temporal-polyfill';

/** When a schedule is due. */
export interface Recurrence {
  /** An `at` is due once. */
  readonly kind: 'at' | 'rate';
  /** The first time at or after an instant; `null` when there is none. */
  nextFrom(instant: Temporal.Instant): Temporal.Instant | null;
}

const AT = /^at\((\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\)$/;
const RATE = /^rate\((\d+) (minute|hour|day)s?\)$/;
const MINUTES = { minute: 1, hour: 60, day: 24 * 60 };

/**
 * Reads an expression of EventBridge Scheduler, `at(…)` or `rate(…)`. Crier uses no `cron(…)`.
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
    return count && unit ? rate(Number(count) * MINUTES[unit as keyof typeof MINUTES], start) : null;
  } catch {
    return null;
  }
}

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
