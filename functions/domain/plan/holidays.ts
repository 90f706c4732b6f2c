import holidays from '@18f/us-federal-holidays';
import type { Temporal } from 'temporal-polyfill';

/** The federal holiday that is observed on a day; `null`: none. */
export function holidayOn(day: Temporal.PlainDate): string | null {
  const options = { shiftSaturdayHolidays: true, shiftSundayHolidays: true };
  // New Year's Day on a Saturday is observed on the last day of the year before.
  const around = [day.year, day.year + 1].flatMap((year) => holidays.allForYear(year, options));
  return around.find(({ dateString }) => dateString === day.toString())?.name ?? null;
}
