import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

/** The zones of U.S. courts, and those with the oddest clocks. */
const aZone = fc.constantFrom(
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'Pacific/Guam',
  'America/Puerto_Rico',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Europe/London',
  'Africa/Casablanca',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Antarctica/Troll',
  'Pacific/Apia',
);

/** How far two readings of one wall time can lie apart. */
const SPAN_HOURS = 26;

/**
 * All moments, in epoch milliseconds, at which the clocks of a zone show a wall time: found by asking what they
 * show, never by asking when they show it.
 */
export function momentsOf(wall: Temporal.PlainDateTime, zone: string): number[] {
  const around = wall.toZonedDateTime('UTC').toInstant();
  const offsets = new Set<number>();
  for (let hours = -SPAN_HOURS; hours <= SPAN_HOURS; hours += SPAN_HOURS / 2) {
    offsets.add(around.add({ hours }).toZonedDateTimeISO(zone).offsetNanoseconds);
  }
  return [...offsets]
    .map((nanoseconds) => around.subtract({ nanoseconds }))
    .filter((moment) => moment.toZonedDateTimeISO(zone).toPlainDateTime().equals(wall))
    .map((moment) => moment.epochMilliseconds)
    .sort((one, other) => one - other);
}

const anInstant = fc
  .integer({ min: Date.UTC(2008, 0), max: Date.UTC(2036, 0) })
  .map((milliseconds) => Temporal.Instant.fromEpochMilliseconds(milliseconds));

/** A zone and a wall time of any hour in it, to the minute; every second one within hours of a change of the clocks. */
export const aZonedWallTime: fc.Arbitrary<{ zone: string; wall: Temporal.PlainDateTime }> = fc
  .record({
    zone: aZone,
    instant: anInstant,
    isNear: fc.boolean(),
    minutes: fc.integer({ min: -90, max: 90 }),
  })
  .map(({ zone, instant, isNear, minutes }) => {
    const any = instant.toZonedDateTimeISO(zone);
    const near = isNear ? (any.getTimeZoneTransition('next') ?? any) : any;
    const wall = near.toPlainDateTime().add({ minutes });
    return { zone, wall: wall.round({ smallestUnit: 'minute', roundingMode: 'floor' }) };
  });
