import { Temporal } from 'temporal-polyfill';
import { formatOf, partsOf } from '../../functions/lib/court-time.ts';

/** The court's wall time for a table: `Tue 2018-07-24 09:00 EDT`. */
export function tableTime(instant: string, zone: string): string {
  const at = zoned(instant, zone);
  const { weekday } = partsOf(formatOf({ weekday: 'short' }, zone), at.epochMilliseconds);
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${weekday} ${at.toPlainDate()} ${time} ${zoneName(at)}`;
}

/** The court's wall time to the second, for tables of what happened: `2018-07-24 09:01:27 EDT`. */
export function secondTime(instant: string, zone: string): string {
  const at = zoned(instant, zone);
  const time = at.toPlainTime().toString({ smallestUnit: 'second' });
  return `${at.toPlainDate()} ${time} ${zoneName(at)}`;
}

/**
 * The court's wall time to the minute, for what is planned: `2018-07-24 09:00 EDT`.
 * @param zoned With its zone, as `2018-07-24T09:00:00-04:00[America/New_York]`
 */
export function minuteTime(zoned: string | Temporal.ZonedDateTime): string {
  const at = Temporal.ZonedDateTime.from(zoned);
  return `${at.toPlainDate()} ${at.toPlainTime().toString({ smallestUnit: 'minute' })} ${zoneName(at)}`;
}

/** The court's wall time to read: `Tuesday, July 24, 2018, 9:00 AM EDT`. */
export function readingTime(instant: string, zone: string): string {
  const at = zoned(instant, zone);
  const day = formatOf({ dateStyle: 'full' }, zone);
  const time = formatOf({ timeStyle: 'short' }, zone);
  return `${day.format(at.epochMilliseconds)}, ${time.format(at.epochMilliseconds)} ${zoneName(at)}`;
}

/** The court's calendar date, `2018-07-24`. */
export function wallDate(instant: string, zone: string): string {
  return zoned(instant, zone).toPlainDate().toString();
}

function zoned(instant: string, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
}

/** `EDT`; an offset such as `GMT+9` where the zone has no name in English. */
function zoneName({ timeZoneId, epochMilliseconds }: Temporal.ZonedDateTime): string {
  return partsOf(formatOf({ timeZoneName: 'short' }, timeZoneId), epochMilliseconds).timeZoneName ?? '';
}
