import { Temporal } from 'temporal-polyfill';

/** A moment in words, in the court's zone. Each is empty while the moment is unknown. */
export interface Moment {
  /** `Friday, October 19, 2018, 8:30 a.m. Eastern Time` */
  readonly at: string;
  /** `Friday, October 19, 2018` */
  readonly day: string;
  /** `October 19, 2018` */
  readonly date: string;
}

export const UNKNOWN: Moment = { at: '', day: '', date: '' };

export function momentOf(moment: Temporal.ZonedDateTime): Moment {
  const date = moment.toPlainDate();
  return {
    at: `${dayOf(date)}, ${timeOf(moment)} ${zoneNameOf(moment)}`,
    day: dayOf(date),
    date: dateOf(date),
  };
}

/** @param wall the court's wall time, `2018-10-19T08:30` */
export function wallMoment(wall: string, zone: string): Moment {
  return momentOf(Temporal.PlainDateTime.from(wall).toZonedDateTime(zone));
}

/** `Friday, October 19, 2018` */
function dayOf(date: Temporal.PlainDate): string {
  return DAY.format(noon(date));
}

/** `October 19, 2018` */
export function dateOf(date: Temporal.PlainDate): string {
  return DATE.format(noon(date));
}

/** RFC 5322's date in the court's zone: `Fri, 19 Oct 2018 08:30:00 -0400`. */
export function headerDate(moment: Temporal.ZonedDateTime): string {
  const parts = partsOf(HEADER, noon(moment.toPlainDate()));
  const time = moment.toPlainTime().toString({ smallestUnit: 'second' });
  return `${parts.weekday}, ${parts.day} ${parts.month} ${parts.year} ${time} ${moment.offset.replace(':', '')}`;
}

const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' });
const DATE = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const HEADER = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  day: '2-digit',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const TIME = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });

/** `8:30 a.m.`, `12 noon`; midnight says which one, since "12:00 a.m." is misread. */
function timeOf(moment: Temporal.ZonedDateTime): string {
  if (moment.minute === 0 && moment.hour === 12) return '12 noon';
  if (moment.minute === 0 && moment.hour === 0) return '12:00 a.m. (the start of the day)';
  const wall = moment.toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds;
  const { hour, minute, dayPeriod } = partsOf(TIME, wall);
  return `${hour}:${minute} ${dayPeriod === 'AM' ? 'a.m.' : 'p.m.'}`;
}

/** The same of an instant, in a zone. */
export function dayAt({ epochMilliseconds }: Temporal.Instant, zone: string): string {
  return formatOf(zone, 'day').format(epochMilliseconds);
}

const FORMATS = {
  day: { dateStyle: 'full' },
  zone: { timeZoneName: 'longGeneric' },
} as const;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept, since making a format costs far more than using it. */
function formatOf(zone: string, what: keyof typeof FORMATS): Intl.DateTimeFormat {
  const key = `${what} ${zone}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-US', { ...FORMATS[what], timeZone: zone });
  formats.set(key, format);
  return format;
}

/** `Eastern Time`, `Mountain Standard Time` where there is no daylight saving. */
function zoneNameOf({ timeZoneId, epochMilliseconds }: Temporal.ZonedDateTime): string {
  return partsOf(formatOf(timeZoneId, 'zone'), epochMilliseconds).timeZoneName ?? timeZoneId;
}

function noon(date: Temporal.PlainDate): number {
  return date.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).epochMilliseconds;
}

function partsOf(format: Intl.DateTimeFormat, at: number): Partial<Record<string, string>> {
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}
