import { Temporal } from 'temporal-polyfill';
import { type Moment, momentOf, type Span, UNKNOWN, wallMoment } from '../../functions/lib/moment-words.ts';
import type { NextgenPlan } from './plan.ts';

/** The times of a plan as emails need them. */
interface Times {
  /** Epoch milliseconds; `null` while the date is to be announced. From then on a code sent by post may come too late. */
  readonly lateFrom: number | null;
  /** From then on it can't come before go-live. */
  readonly tooLateFrom: number | null;
  /** Moments at which something closes, in order; the last is go-live. */
  readonly closings: readonly { readonly at: number; readonly words: Moment }[];
  /** While registration and password resets are closed; `null` where the plan has no such time. */
  readonly freeze: { readonly from: number; readonly to: number } | null;
  readonly words: {
    readonly known: boolean;
    readonly estimated: boolean;
    readonly goLive: Moment;
    readonly filing: Span;
    readonly viewing: Span;
    readonly registration: Span;
  };
}

/** Registering without a credit card sends a code by post. Days of the calendar for the 7 to 10 business days that it takes. */
export const CODE_DAYS = { least: 9, most: 14 } as const;
/** From how long before go-live emails speak of it. */
const LATE_DAYS = 35;

const known = new WeakMap<NextgenPlan, Times>();

/** Worked out once a plan: formatting dates costs more than rendering an email. */
export function timesOf(plan: NextgenPlan, goLive: Temporal.ZonedDateTime | null): Times {
  const times = known.get(plan) ?? workOut(plan, goLive);
  known.set(plan, times);
  return times;
}

function workOut(plan: NextgenPlan, goLive: Temporal.ZonedDateTime | null): Times {
  const { zone } = plan.court;
  const { filing, viewing, registration } = (goLive && plan.outages) || {};
  const millis = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds;
  const span = (window: { from: string; to: string } | undefined): Span =>
    window
      ? { known: true, from: wallMoment(window.from, zone), to: wallMoment(window.to, zone) }
      : { known: false, from: UNKNOWN, to: UNKNOWN };
  const closings = [registration?.from, filing?.from]
    .filter((wall) => wall !== undefined)
    .map((wall) => ({ at: millis(wall), words: wallMoment(wall, zone) }));
  const opens = goLive ? [{ at: goLive.epochMilliseconds, words: momentOf(goLive) }] : [];
  return {
    lateFrom: goLive?.subtract({ days: LATE_DAYS }).epochMilliseconds ?? null,
    tooLateFrom: goLive?.subtract({ days: CODE_DAYS.least }).epochMilliseconds ?? null,
    closings: [...closings, ...opens].sort((one, other) => one.at - other.at),
    freeze: registration ? { from: millis(registration.from), to: millis(registration.to) } : null,
    words: {
      known: goLive !== null,
      estimated: plan.goLive.certainty === 'estimated',
      goLive: opens[0]?.words ?? UNKNOWN,
      filing: span(filing),
      viewing: span(viewing),
      registration: span(registration),
    },
  };
}
