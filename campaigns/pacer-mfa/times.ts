import { Temporal } from 'temporal-polyfill';
import { type Moment, momentOf, UNKNOWN, wallMoment } from '../../functions/lib/moment-words.ts';
import type { MfaPlan } from './plan.ts';

/** The times of a plan as emails need them. Numbers are epoch milliseconds; `null` while a date is to be announced. */
interface Times {
  readonly opens: number | null;
  /** Start of the first day of the advice to enroll only when prompted. */
  readonly whenPromptedFrom: number;
  /** From then on every filer enrolls now. */
  readonly deadlinePeriodFrom: number | null;
  readonly words: { readonly opens: Moment; readonly deadlinePeriod: Moment; readonly deadline: Moment };
}

const known = new WeakMap<MfaPlan, Times>();

/** Worked out once a plan: formatting dates costs more than rendering an email. */
export function timesOf(plan: MfaPlan, deadline: Temporal.ZonedDateTime | null): Times {
  const times = known.get(plan) ?? workOut(plan, deadline);
  known.set(plan, times);
  return times;
}

function workOut({ court, opens, advice }: MfaPlan, deadline: Temporal.ZonedDateTime | null): Times {
  const millis = (wall: string) =>
    Temporal.PlainDateTime.from(wall).toZonedDateTime(court.zone).epochMilliseconds;
  const opening = opens.certainty === 'to-be-announced' ? null : `${opens.date}T${opens.time}`;
  const period = deadline?.startOfDay().subtract({ days: advice.deadlinePeriodDays });
  return {
    opens: opening === null ? null : millis(opening),
    whenPromptedFrom: millis(advice.whenPromptedFrom),
    deadlinePeriodFrom: period?.epochMilliseconds ?? null,
    words: {
      opens: opening ? wallMoment(opening, court.zone) : UNKNOWN,
      deadlinePeriod: period ? momentOf(period) : UNKNOWN,
      deadline: deadline ? momentOf(deadline) : UNKNOWN,
    },
  };
}
