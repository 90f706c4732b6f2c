import { Temporal } from 'temporal-polyfill';
import { dateWords, formatOf, partsOf, timeOfDay, zoneWords } from './court-time.ts';

/** A moment in words, in the court's zone. Each is empty while the moment is unknown. */
export interface Moment {
  /** `Friday, October 19, 2018, at 8:30 a.m. Eastern Time` */
  readonly at: string;
  /** `Friday, October 19, 2018` */
  readonly day: string;
  /** `October 19, 2018` */
  readonly date: string;
}

/** A span of time in words; both ends are unknown where the plan has none. */
export interface Span {
  readonly known: boolean;
  readonly from: Moment;
  readonly to: Moment;
}

/** A moment that isn't known. */
export const UNKNOWN: Moment = { at: '', day: '', date: '' };

/** A moment of the launch in words. */
export function momentOf(moment: Temporal.ZonedDateTime): Moment {
  const date = moment.toPlainDate();
  const day = dayWords(date);
  return {
    at: `${day}, at ${timeWords(moment, zoneWords(moment.timeZoneId, moment.epochMilliseconds))}`,
    day,
    date: dateWords(date.toString()),
  };
}

/** The same of a wall time. @param wall the court's wall time, `2018-10-19T08:30` */
export function wallMoment(wall: string, zone: string): Moment {
  return momentOf(Temporal.PlainDateTime.from(wall).toZonedDateTime(zone));
}

/** `Friday, October 19, 2018`: the day of an instant in a zone. */
export function dayAt({ epochMilliseconds }: Temporal.Instant, zone: string): string {
  return formatOf({ dateStyle: 'full' }, zone).format(epochMilliseconds);
}

/** `Friday, October 19, 2018` of `2018-10-19`. */
export function dayOf(date: string): string {
  return dayWords(Temporal.PlainDate.from(date));
}

/** RFC 5322's date in the court's zone: `Fri, 19 Oct 2018 08:30:00 -0400`. */
export function headerDate(moment: Temporal.ZonedDateTime): string {
  const { weekday, day, month, year } = partsOf(formatOf(HEADER, 'UTC'), noon(moment.toPlainDate()));
  const time = moment.toPlainTime().toString({ smallestUnit: 'second' });
  return `${weekday}, ${day} ${month} ${year} ${time} ${moment.offset.replace(':', '')}`;
}

const HEADER = { weekday: 'short', day: '2-digit', month: 'short', year: 'numeric' } as const;

function dayWords(date: Temporal.PlainDate): string {
  return formatOf({ dateStyle: 'full' }, 'UTC').format(noon(date));
}

/** `8:30 a.m. Eastern Time`, `noon …`; midnight says which one, since "12:00 a.m." is misread. */
function timeWords(moment: Temporal.ZonedDateTime, zone: string): string {
  if (moment.minute === 0 && moment.hour === 12) return `noon ${zone}`;
  if (moment.minute === 0 && moment.hour === 0) return `midnight ${zone} (the start of the day)`;
  return `${timeOfDay(moment)} ${zone}`;
}

function noon(date: Temporal.PlainDate): number {
  return date.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).epochMilliseconds;
}
