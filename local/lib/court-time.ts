import { Temporal } from 'temporal-polyfill';

/** How a time may be given, for an error that says so. */
export const COURT_TIME =
  'a time at the court, such as 2018-07-24T08:59, ' +
  'or one with its zone, such as 2018-07-24T12:59:00Z or 2018-07-24T08:59[America/New_York]';

/**
 * Reads an instant, a time with the name of its zone, or a wall time at the court.
 * @param zone the court's
 * @returns `null` when it is none of them.
 */
export function readCourtTime(text: string, zone: string): Temporal.Instant | null {
  try {
    if (text.includes('[')) return Temporal.ZonedDateTime.from(text).toInstant();
    if (/Z$|[+-]\d\d:\d\d$/i.test(text)) return Temporal.Instant.from(text);
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
  } catch {
    return null;
  }
}
