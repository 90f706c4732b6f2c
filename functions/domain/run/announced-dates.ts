import { Temporal } from 'temporal-polyfill';
import { goLiveAt } from '../plan/phases.ts';
import type { Plan } from '../plan/plan.ts';
import type { SendStatus } from '../send/status.ts';

/** A send with one of these statuses has told its filer the run's dates, as far as anybody can know. */
export const TELLS: ReadonlySet<SendStatus> = new Set(['sent', 'delayed', 'delivered', 'unknown']);

/** Filers of one shard by id, with the dates (see `datesOf`) that they were last told. */
export interface Tellings {
  readonly shard: string;
  readonly told: ReadonlyMap<string, string>;
}

type Dates = [goLive: Plan['goLive'], outages: Plan['outages'] | null];

/**
 * Whether two values of `datesOf` name the same dates. That an estimate has become exact moves nothing: nobody who was
 * told the one needs to hear the other.
 */
export function nameSameDates(one: string, other: string): boolean {
  return one === other || named(one) === named(other);
}

function named(dates: string): string {
  const [{ certainty, ...date }, outages] = JSON.parse(dates) as Dates;
  return JSON.stringify([certainty === 'to-be-announced' ? null : date, outages]);
}

/** Of counts by `datesOf`, how many filers know other dates than these. */
export function toldOthers(counts: ReadonlyMap<string, number>, dates: string): number {
  const others = [...counts].filter(([told]) => !nameSameDates(told, dates));
  return others.reduce((sum, [, count]) => sum + count, 0);
}

/** The date of go-live in a value of `datesOf`, `2018-10-22`; `null` for "to be announced". */
export function goLiveIn(dates: string): string | null {
  const [goLive] = JSON.parse(dates) as Dates;
  return goLive.certainty === 'to-be-announced' ? null : goLive.date;
}

/** How long the message of a launch without a date may take, from its release on. */
const LONGEST = { days: 30 };

/** Until when a change of dates is told: once the court is live it helps nobody. Instant, ISO 8601 in UTC. */
export function tellingEnds(plan: Plan, decidedAt: string): string {
  const latest = Temporal.Instant.from(decidedAt).toZonedDateTimeISO(plan.court.zone).add(LONGEST);
  return (goLiveAt(plan) ?? latest).toInstant().toString();
}
