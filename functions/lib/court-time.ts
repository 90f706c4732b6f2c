import { Temporal } from 'temporal-polyfill';

/** A moment: an instant, or its text in ISO 8601. */
type Moment = string | Temporal.Instant;

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The format of dates and times in American English with these options. Kept: making one takes far longer than using
 * it.
 */
export function formatOf(options: Intl.DateTimeFormatOptions, timeZone: string): Intl.DateTimeFormat {
  const key = `${timeZone} ${Object.entries(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-US', { ...options, timeZone });
  formats.set(key, format);
  return format;
}

/** The parts of a formatted moment by their type. @param at epoch milliseconds */
export function partsOf(format: Intl.DateTimeFormat, at: number): Partial<Record<string, string>> {
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

const COURT_TIME = {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
} as const satisfies Intl.DateTimeFormatOptions;

/** `Mon, Oct 22, 2018, 8:30 a.m. EDT`: a moment on the court's clock, for pages. */
export function courtTime(at: Moment, zone: string): string {
  return `${courtDay(at, zone)}, ${courtHour(at, zone)}`;
}

/** `Mon, Oct 22, 2018`. */
export function courtDay(at: Moment, zone: string): string {
  const { weekday, month, day, year } = courtParts(at, zone);
  return `${weekday}, ${month} ${day}, ${year}`;
}

/** `Wed, Oct 24, 2018` of `2018-10-24`, a day on the court's calendar. */
export function courtDate(day: string): string {
  return courtDay(`${day}T12:00:00Z`, 'UTC');
}

/** `8:30 a.m. EDT`. */
export function courtHour(at: Moment, zone: string): string {
  const { hour, minute, dayPeriod, timeZoneName } = courtParts(at, zone);
  return `${hour}:${minute} ${dayPeriod === 'AM' ? 'a.m.' : 'p.m.'} ${timeZoneName}`;
}

/** `Oct 22, 2018, 8:30:05 a.m. EDT`: a moment to the second, for lists of what happened. */
export function courtSecond(at: Moment, zone: string): string {
  const { month, day, year, hour, minute, second, dayPeriod, timeZoneName } = partsOf(
    formatOf({ ...COURT_TIME, second: '2-digit' }, zone),
    Temporal.Instant.from(at).epochMilliseconds,
  );
  const half = dayPeriod === 'AM' ? 'a.m.' : 'p.m.';
  return `${month} ${day}, ${year}, ${hour}:${minute}:${second} ${half} ${timeZoneName}`;
}

/** `Eastern Time`; `Mountain Standard Time` where there is no daylight saving. @param at decides between the two */
export function zoneWords(zone: string, at = 0): string {
  const { timeZoneName: words = zone } = partsOf(formatOf({ timeZoneName: 'longGeneric' }, zone), at);
  // `GMT+00:00` is what UTC has for a name.
  return words.startsWith('GMT') ? zone : words;
}

/** `8:30 a.m.`: a time of day, whatever the zone. */
export function timeOfDay({ hour, minute }: Pick<Temporal.PlainTime, 'hour' | 'minute'>): string {
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
}

/** `2018-07-24T09:00:00-04:00`: a moment on the court's clock with its offset, for files that programs read. */
export function fileTime(at: Moment, zone: string): string {
  const zoned = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  return zoned.toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `August 11, 2014` of `2014-08-11`, `August 2014` of `2014-08`; any other text stays as it is. */
export function dateWords(date: string): string {
  const [year, month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  if (!name) return date;
  return day ? `${name} ${Number(day)}, ${year}` : `${name} ${year}`;
}

function courtParts(at: Moment, zone: string): Partial<Record<string, string>> {
  return partsOf(formatOf(COURT_TIME, zone), Temporal.Instant.from(at).epochMilliseconds);
}
