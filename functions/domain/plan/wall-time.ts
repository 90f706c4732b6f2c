import { Temporal } from 'temporal-polyfill';

/** The one moment that the court's clock shows a wall time, or why there is none or two. */
type ResolvedWallTime =
  | { readonly ok: true; readonly at: Temporal.ZonedDateTime }
  | {
      readonly ok: false;
      /** Clocks jump over it, or show it twice. */
      readonly why: 'skipped' | 'repeated';
      /** The first wall time after it that exists exactly once, to the minute. */
      readonly next: Temporal.PlainDateTime;
    };

/** Finds the one moment that a court's clock shows a wall time, if there is exactly one. */
export function resolveWallTime(wall: Temporal.PlainDateTime, zone: string): ResolvedWallTime {
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.equals(later)) return { ok: true, at: earlier };
  const repeated = earlier.toPlainDateTime().equals(wall);
  return { ok: false, why: repeated ? 'repeated' : 'skipped', next: nextValid(earlier, later) };
}

/**
 * The two readings lie on both sides of one change of the clocks. What is valid again starts at the change,
 * read with the larger of its offsets: behind a gap that's the new one, behind a repeated stretch the old one.
 */
function nextValid(earlier: Temporal.ZonedDateTime, later: Temporal.ZonedDateTime): Temporal.PlainDateTime {
  const change = earlier.getTimeZoneTransition('next')!;
  const offset = Math.max(earlier.offsetNanoseconds, later.offsetNanoseconds);
  const exact = change.withTimeZone('UTC').toPlainDateTime().add({ nanoseconds: offset });
  const next = exact.round({ smallestUnit: 'minute', roundingMode: 'ceil' });
  const check = resolveWallTime(next, earlier.timeZoneId);
  return check.ok ? next : check.next;
}

/** The first parts of zones that are regions: their clocks follow the law there. */
const REGION =
  /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Canada|Europe|Indian|Pacific|US)\//;

/**
 * Whether it is a region's zone of the IANA database, spelt as there. An offset such as `-05:00` or `EST` is none: it
 * knows no daylight saving.
 */
export function isRegion(name: string): boolean {
  try {
    return REGION.test(name) && new Temporal.ZonedDateTime(0n, name).timeZoneId === name;
  } catch {
    return false;
  }
}
