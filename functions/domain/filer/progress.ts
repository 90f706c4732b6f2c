import { campaign } from '#campaign';
import { blankOf, type Filer, factOf } from './filer.ts';

/** Whether the roster says more of how far a filer is than a blank cell would. */
export function hasProgress(filer: Filer): boolean {
  const { status } = campaign.progress;
  return factOf(filer, status) !== blankOf(campaign.columns[status]);
}

const MS_A_DAY = 86_400_000;

/** The day on which a filer's progress was true, in days since 1970. */
export function progressDay(filer: Filer): number {
  return dayNumber(String(factOf(filer, campaign.progress.asOf)));
}

/** Days since 1970 of a day, `2018-10-29`. */
export function dayNumber(day: string): number {
  return Date.parse(day) / MS_A_DAY;
}

/** The day of a number of days since 1970. */
export function dayOfNumber(days: number): string {
  return new Date(days * MS_A_DAY).toISOString().slice(0, 10);
}
