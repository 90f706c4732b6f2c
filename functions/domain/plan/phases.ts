import { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import type { DateRow, Kind, WindowRow } from '../../../campaigns/campaign.ts';
import { ANCHORS, DATES, datedOf, PIVOT, pivotOf, WINDOWS, windowOf } from './dated.ts';
import { kindOf, type PhaseKind } from './kinds.ts';
import { type Anchors, wallOf } from './moment.ts';
import type { Plan, PlanPhase } from './plan.ts';

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

/**
 * The phases by time. None while the pivot is to be announced, and without those that depend on another date that is:
 * they have no time, or it isn't known whether they may be sent at it.
 */
export function phasesOf(plan: Plan): Phase[] {
  const moments = momentsOf(plan);
  if (!moments[campaign.pivot]) return [];
  const anchors = Object.fromEntries(
    ANCHORS.map((anchor) => [anchor, moments[anchor]?.toPlainDate() ?? null]),
  ) as Anchors;
  const timed = plan.phases.flatMap((phase) => {
    const start = wallOf(phase.when, anchors);
    const kind = kindOf(phase.kind);
    // A phase counts from a date that may still be announced, or says something that holds only around one.
    const isUnsure = [kind.before, kind.from, kind.after].some((anchor) => anchor && !moments[anchor]);
    if (!start || isUnsure) return [];
    const at = zoned(start, plan);
    const end = phase.expires && wallOf(phase.expires, anchors);
    const expiresAt = end ? zoned(end, plan) : defaultExpiry(at, { kind, moments });
    return [{ phase, at, expiresAt }];
  });
  return numbered(timed.sort((one, other) => Temporal.ZonedDateTime.compare(one.at, other.at)));
}

/** The date of the pivot in the court's zone, `2018-10-22`; `null` while it is to be announced. */
export function pivotDate(plan: object): string | null {
  const pivot = pivotOf(plan);
  return pivot.certainty === 'to-be-announced' ? null : pivot.date;
}

/** The day from which filers could make progress; `null` while it is to be announced. */
export function progressSince(plan: object): string | null {
  const since = datedOf(plan, campaign.dates[campaign.progress.since]);
  return since.certainty === 'to-be-announced' ? null : since.date;
}

/** The moment of the pivot; `null` while it is to be announced. */
export function pivotAt(plan: Plan): Temporal.ZonedDateTime | null {
  return dateAt(plan, PIVOT);
}

/** The moment of a date of the plan; `null` while it is to be announced. */
export function dateAt(plan: Plan, row: Pick<DateRow, 'at'>): Temporal.ZonedDateTime | null {
  const dated = datedOf(plan, row);
  return dated.certainty === 'to-be-announced' ? null : zoned(`${dated.date}T${dated.time}`, plan);
}

/** The start and the end of a window of the plan; `null`: it has none. */
export function windowAt(
  plan: Plan,
  row: Pick<WindowRow, 'at'>,
): { readonly from: Temporal.ZonedDateTime; readonly to: Temporal.ZonedDateTime } | null {
  const window = windowOf(plan, row);
  return window ? { from: zoned(window.from, plan), to: zoned(window.to, plan) } : null;
}

/** The moments of anchors; `null` where one is to be announced. */
type Moments = Readonly<Partial<Record<string, Temporal.ZonedDateTime | null>>>;

function momentsOf(plan: Plan): Moments {
  const dates = DATES.map(([anchor, row]) => [anchor, dateAt(plan, row)] as const);
  const ends = WINDOWS.flatMap(([, row]) => {
    if (!row.anchors) return [];
    const window = windowAt(plan, row);
    return [
      [row.anchors.start, window?.from ?? null],
      [row.anchors.end, window?.to ?? null],
    ] as const;
  });
  return Object.fromEntries([...dates, ...ends]);
}

/** A parsed plan's wall times exist once each; where a later change of the law undoes that, the clocks decide. */
function zoned(wall: string | Temporal.PlainDateTime, { court }: Plan): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(court.zone);
}

function defaultExpiry(
  at: Temporal.ZonedDateTime,
  { kind: { expires, before }, moments }: { kind: Kind; moments: Moments },
): Temporal.ZonedDateTime {
  const latest = before === undefined ? null : (moments[before] ?? null);
  const later = expires.days === undefined ? latest! : at.add({ days: expires.days });
  return latest && Temporal.ZonedDateTime.compare(later, latest) > 0 ? latest : later;
}

function numbered(timed: readonly { phase: PlanPhase; at: Phase['at']; expiresAt: Phase['at'] }[]): Phase[] {
  return timed.map(({ phase: { id, kind, approval, hold }, at, expiresAt }) => {
    const ofKind = timed.filter(({ phase }) => phase.kind === kind);
    const number = ofKind.findIndex(({ phase }) => phase.id === id) + 1;
    return { id, kind, number, of: ofKind.length, at, expiresAt, approval, hold };
  });
}
