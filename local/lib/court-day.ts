import { Temporal } from 'temporal-polyfill';

/** The court's wall time with its offset, for files: `2018-07-24T09:00:00-04:00`. */
export function wallTime(instant: string, zone: string): string {
  return zoned(instant, zone).toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

/** The court's wall time for a table: `Tue 2018-07-24 09:00 EDT`. */
export function tableTime(instant: string, zone: string): string {
  const at = zoned(instant, zone);
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${partOf(at, { weekday: 'short' }, 'weekday')} ${at.toPlainDate()} ${time} ${zoneName(at)}`;
}

/** The court's wall time to the second, for tables of what happened: `2018-07-24 09:01:27 EDT`. */
export function secondTime(instant: string, zone: string): string {
  const at = zoned(instant, zone);
  const time = at.toPlainTime().toString({ smallestUnit: 'second' });
  return `${at.toPlainDate()} ${time} ${zoneName(at)}`;
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
function zoneName(at: Temporal.ZonedDateTime): string {
  return partOf(at, { timeZoneName: 'short' }, 'timeZoneName');
}

function partOf(
  at: Temporal.ZonedDateTime,
  options: Intl.DateTimeFormatOptions,
  type: Intl.DateTimeFormatPartTypes,
): string {
  const format = formatOf(options, at.timeZoneId);
  return format.formatToParts(at.epochMilliseconds).find((part) => part.type === type)?.value ?? '';
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes a thousand times as long as using it. */
function formatOf(options: Intl.DateTimeFormatOptions, timeZone: string): Intl.DateTimeFormat {
  const name = `${timeZone} ${Object.entries(options)}`;
  const format = formats.get(name) ?? new Intl.DateTimeFormat('en-US', { ...options, timeZone });
  formats.set(name, format);
  return format;
}
