import { Temporal } from 'temporal-polyfill';
import { type Anchors, wallOf } from './moment.ts';
import type { PhaseKind, Plan, PlanPhase } from './plan.ts';

/** A phase of the plan with its moments worked out in the court's zone. */
export interface Phase {
  readonly id: string;
  readonly kind: PhaseKind;
  /** 1 for the first of its kind in time, 2 for the second … */
  readonly number: number;
  /** How many of its kind the plan has. */
  readonly of: number;
  readonly at: Temporal.ZonedDateTime;
  readonly expiresAt: Temporal.ZonedDateTime;
  readonly approval: 'automatic' | 'by-hand';
  readonly hold: boolean;
}

interface DefaultExpiry {
  /** Calendar days after the phase's start, at the same wall time. */
  readonly days?: number;
  /** Not past the moment at which filing closes. */
  readonly beforeOutage: boolean;
  /** The same in words, for docs/launch-plan.md. */
  readonly words: string;
}

/** When a phase expires that doesn't say so itself. */
export const DEFAULT_EXPIRY: Readonly<Record<PhaseKind, DefaultExpiry>> = {
  notice: {
    days: 3,
    beforeOutage: true,
    words: 'three days later at the same time of day, but never later than the start of the filing outage',
  },
  'pre-outage': { beforeOutage: true, words: 'at the start of the filing outage' },
  'launch-day': { days: 1, beforeOutage: false, words: 'on the next day at the same time of day' },
  'follow-up': { days: 2, beforeOutage: false, words: 'two days later at the same time of day' },
};

/** The phases by time; none while go-live is to be announced, as nothing they count from is known. */
export function phasesOf(plan: Plan): Phase[] {
  const { goLive, outages } = plan;
  if (goLive.certainty === 'to-be-announced' || !outages) return [];
  const outageStart = zoned(outages.filing.from, plan);
  const anchors: Anchors = {
    'go-live': Temporal.PlainDate.from(goLive.date),
    'outage-start': outageStart.toPlainDate(),
    'outage-end': Temporal.PlainDate.from(outages.filing.to),
  };
  const timed = plan.phases.map((phase) => {
    const at = zoned(wallOf(phase.when, anchors)!, plan);
    const expiresAt = phase.expires
      ? zoned(wallOf(phase.expires, anchors)!, plan)
      : defaultExpiry(at, { kind: phase.kind, outageStart });
    return { phase, at, expiresAt };
  });
  return numbered(timed.sort((one, other) => Temporal.ZonedDateTime.compare(one.at, other.at)));
}

/** The date of go-live in the court's zone, `2018-10-22`; `null` while it is to be announced. */
export function goLiveDate({ goLive }: Pick<Plan, 'goLive'>): string | null {
  return goLive.certainty === 'to-be-announced' ? null : goLive.date;
}

/** The moment of go-live; `null` while it is to be announced. */
export function goLiveAt(plan: Plan): Temporal.ZonedDateTime | null {
  const { goLive } = plan;
  return goLive.certainty === 'to-be-announced' ? null : zoned(`${goLive.date}T${goLive.time}`, plan);
}

/** A parsed plan's wall times exist once each; where a later change of the law undoes that, the clocks decide. */
function zoned(wall: string | Temporal.PlainDateTime, { court }: Plan): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(court.zone);
}

function defaultExpiry(
  at: Temporal.ZonedDateTime,
  { kind, outageStart }: { kind: PhaseKind; outageStart: Temporal.ZonedDateTime },
): Temporal.ZonedDateTime {
  const { days, beforeOutage } = DEFAULT_EXPIRY[kind];
  const later = days === undefined ? outageStart : at.add({ days });
  const tooLate = beforeOutage && Temporal.ZonedDateTime.compare(later, outageStart) > 0;
  return tooLate ? outageStart : later;
}

function numbered(timed: readonly { phase: PlanPhase; at: Phase['at']; expiresAt: Phase['at'] }[]): Phase[] {
  return timed.map(({ phase: { id, kind, approval, hold }, at, expiresAt }) => {
    const ofKind = timed.filter(({ phase }) => phase.kind === kind);
    const number = ofKind.findIndex(({ phase }) => phase.id === id) + 1;
    return { id, kind, number, of: ofKind.length, at, expiresAt, approval, hold };
  });
}
