import { Temporal } from 'temporal-polyfill';
import { pivotAt } from '../plan/phases.ts';
import type { Plan } from '../plan/plan.ts';
import type { AnnouncedDates } from '../plan/plan-version.ts';
import type { SendStatus } from '../send/status.ts';

/** A send with one of these statuses has announced the run's dates to its filer, as far as can be known. */
export const ANNOUNCING: ReadonlySet<SendStatus> = new Set(['sent', 'delayed', 'delivered', 'unknown']);

/** Filers of one shard by id, with the dates (see `datesOf`) that were last announced to them. */
export interface ShardAnnouncements {
  readonly shard: string;
  readonly announced: ReadonlyMap<string, string>;
}

/**
 * Whether two values of `datesOf` name the same dates. An estimate that became exact moves nothing: a filer to
 * whom the one was announced needn't hear the other.
 */
export function nameSameDates(one: string, other: string): boolean {
  return one === other || named(one) === named(other);
}

function named(dates: string): string {
  return JSON.stringify((JSON.parse(dates) as AnnouncedDates).map(withoutCertainty));
}

/** A date by its day and time alone; what is to be announced is `null`. */
function withoutCertainty(announced: unknown): unknown {
  if (typeof announced !== 'object' || announced === null || !('certainty' in announced)) return announced;
  const { certainty, ...date } = announced;
  return certainty === 'to-be-announced' ? null : date;
}

/** Of filers counted by the dates that they know (see `datesOf`), how many know other dates than these. */
export function countOtherDates(counts: ReadonlyMap<string, number>, dates: string): number {
  const others = [...counts].filter(([known]) => !nameSameDates(known, dates));
  return others.reduce((sum, [, count]) => sum + count, 0);
}

/** The date of the pivot in a value of `datesOf`, `2018-10-22`; `null` for "to be announced". */
export function pivotDateIn(dates: string): string | null {
  const [pivot] = JSON.parse(dates) as AnnouncedDates;
  return pivot.certainty === 'to-be-announced' ? null : pivot.date;
}

/** How long a launch without a date may take to announce that, from the release on. */
const MAX_DURATION = { days: 30 };

/** Until when a change of dates is announced: once the new date has come it helps no filer. Instant, ISO 8601 in UTC. */
export function dateChangeExpiry(plan: Plan, decidedAt: string): string {
  const latest = Temporal.Instant.from(decidedAt).toZonedDateTimeISO(plan.court.zone).add(MAX_DURATION);
  return (pivotAt(plan) ?? latest).toInstant().toString();
}
