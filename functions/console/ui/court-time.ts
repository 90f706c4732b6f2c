import { html } from 'hono/html';
import { Temporal } from 'temporal-polyfill';
import type { Html } from './html.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept, since making a format costs far more than using it. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
      timeZone: zone,
    });
  formats.set(zone, format);
  return format;
}

/** `Mon, Oct 22, 2018, 8:30 a.m. EDT`: a moment on the court's clock. @param at instant, ISO 8601 in UTC */
export function courtTime(at: string | Temporal.Instant, zone: string): string {
  return `${courtDay(at, zone)}, ${courtHour(at, zone)}`;
}

/** `Mon, Oct 22, 2018`. */
export function courtDay(at: string | Temporal.Instant, zone: string): string {
  const { weekday, month, day, year } = partsOf(at, zone);
  return `${weekday}, ${month} ${day}, ${year}`;
}

/** `8:30 a.m. EDT`. */
export function courtHour(at: string | Temporal.Instant, zone: string): string {
  const { hour, minute, dayPeriod, timeZoneName } = partsOf(at, zone);
  return `${hour}:${minute} ${dayPeriod === 'AM' ? 'a.m.' : 'p.m.'} ${timeZoneName}`;
}

function partsOf(at: string | Temporal.Instant, zone: string): Partial<Record<string, string>> {
  const parts = formatOf(zone).formatToParts(Temporal.Instant.from(at).epochMilliseconds);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

/** The same for a page: machines read it too. */
export function timeOf(at: string | Temporal.Instant, zone: string): Html {
  return html`<time datetime="${Temporal.Instant.from(at).toString({ smallestUnit: 'second' })}">${courtTime(at, zone)}</time>`;
}

/** From so many days on nobody counts hours. */
const LONG_DAYS = 7;

/** `90 days`, `3 days 4 hours`, `less than a minute`: the two largest units of a length, rounded down. */
export function lengthInWords(milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  const units = [
    ['day', Math.floor(minutes / 1440)],
    ['hour', Math.floor(minutes / 60) % 24],
    ['minute', minutes % 60],
  ] as const;
  const first = units.findIndex(([, count]) => count > 0);
  if (first < 0) return 'less than a minute';
  const isLong = units[0][1] >= LONG_DAYS;
  const shown = units.slice(first, first + (isLong ? 1 : 2)).filter(([, count]) => count > 0);
  return shown.map(([unit, count]) => `${count} ${unit}${count === 1 ? '' : 's'}`).join(' ');
}

/** `in 3 days 4 hours` or `12 minutes ago`. */
export function fromNow(at: string | Temporal.Instant, now: Temporal.Instant): string {
  const milliseconds = Temporal.Instant.from(at).epochMilliseconds - now.epochMilliseconds;
  const length = lengthInWords(milliseconds);
  return milliseconds >= 0 ? `in ${length}` : `${length} ago`;
}
