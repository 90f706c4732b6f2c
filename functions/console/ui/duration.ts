import { Temporal } from 'temporal-polyfill';

/** From this many days on, hours are left out. */
const LONG_DAYS = 7;

/** `90 days`, `3 days 4 hours`, `less than a minute`: the two largest units of a length, rounded down. */
export function formatDuration(milliseconds: number): string {
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

/** `in 3 days 4 hours` or `12 minutes ago`. @param at instant, ISO 8601 in UTC */
export function fromNow(at: string | Temporal.Instant, now: Temporal.Instant): string {
  const milliseconds = Temporal.Instant.from(at).epochMilliseconds - now.epochMilliseconds;
  const length = formatDuration(milliseconds);
  return milliseconds >= 0 ? `in ${length}` : `${length} ago`;
}
