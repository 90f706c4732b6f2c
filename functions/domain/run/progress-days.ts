import { Temporal } from 'temporal-polyfill';
import type { State } from '../filer/state.ts';
import { sumByState } from '../filer/state-counts.ts';
import type { ActiveRoster } from '../roster/activation.ts';
import type { Readiness } from '../roster/readiness.ts';
import { type GoalCount, goalOf } from './goal.ts';

/** How far filers had come by the end of one day at the court. */
export interface ProgressDay {
  /** `2018-10-24`, by the court's calendar. */
  readonly day: string;
  readonly states: Readonly<Partial<Record<State, number>>>;
  readonly goal: GoalCount;
}

/**
 * The counts that show how filers moved, oldest upload first: those of uploads that were activated, up to the active
 * one. What was rejected tells nothing about filers.
 */
export function activatedCounts<Count extends Pick<Readiness, 'version'>>(
  counts: readonly Count[],
  { version: active, decisions }: Pick<ActiveRoster, 'version' | 'decisions'>,
): Count[] {
  const activated = new Set(
    decisions.flatMap(({ action, version }) => (action === 'activate' ? [version] : [])),
  );
  const shown = counts.filter(({ version }) => version === active || activated.has(version));
  const current = shown.findIndex(({ version }) => version === active);
  return current === -1 ? shown : shown.slice(0, current + 1);
}

/**
 * How filers moved, a line for each day that brought an upload: the last of that day counts.
 * @param counts oldest first
 */
export function progressDays(
  counts: readonly Pick<Readiness, 'version' | 'byState'>[],
  zone: string,
): ProgressDay[] {
  const byDay = new Map<string, ProgressDay>();
  for (const { version, byState } of counts) {
    const day = uploadedAt(version).toZonedDateTimeISO(zone).toPlainDate().toString();
    const states = sumByState(byState);
    byDay.set(day, { day, states, goal: goalOf(states) });
  }
  return [...byDay.values()];
}

/** When a version was uploaded: its name begins with that instant. */
export function uploadedAt(version: string): Temporal.Instant {
  return Temporal.Instant.from(version.split('-')[0]!);
}

/** Days that a table lists one by one. */
const MAX_DAYS = 60;

/** The days for a table: of a launch with many uploads the last day of each week. @param days oldest first */
export function listedDays(days: readonly ProgressDay[]): readonly ProgressDay[] {
  if (days.length <= MAX_DAYS) return days;
  const byWeek = new Map<string, ProgressDay>();
  for (const one of days) {
    const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(one.day);
    byWeek.set(`${yearOfWeek}-${weekOfYear}`, one);
  }
  return [...byWeek.values()];
}
