import { Temporal } from 'temporal-polyfill';
import { ANCHORS, DATES, WINDOWS } from './dated.ts';
import type { PhaseKind } from './kinds.ts';
import { type Anchors, wallOf } from './moment.ts';
import type { PlanDraft } from './plan-draft.ts';
import { shown, valueAt } from './problem.ts';
import { isRegion } from './wall-time.ts';

/** A wall time of the plan: where it is, how the file says it, and what it means. */
export interface PlacedTime {
  readonly at: readonly PropertyKey[];
  readonly found: string;
  readonly wall: Temporal.PlainDateTime;
}

/** A window of the plan, as far as it could be read. */
interface PlacedWindow {
  readonly name: string;
  readonly from: PlacedTime | null;
  readonly to: PlacedTime | null;
}

/** A phase of the plan with its times, as far as they could be read and counted. */
export interface PlacedPhase {
  readonly id: string | undefined;
  readonly kind: PhaseKind | undefined;
  readonly starts: PlacedTime | null;
  readonly ends: PlacedTime | null;
}

/** The times of a plan that could be read; what is missing or wrong is `null`. */
export interface Timeline {
  /** `null` also when there is no such zone. */
  readonly zone: string | null;
  /** By anchor. `null` also while it is to be announced. */
  readonly dates: Readonly<Record<string, PlacedTime | null>>;
  /** The moments of anchors; `null` where the plan doesn't say. */
  readonly anchors: Readonly<Partial<Record<string, Temporal.PlainDateTime | null>>>;
  readonly windows: readonly PlacedWindow[];
  readonly phases: readonly PlacedPhase[];
}

/** The times of a draft, phases counted from their anchors. */
export function timelineOf(draft: PlanDraft): Timeline {
  const zone = draft.court?.zone;
  const dates = Object.fromEntries(DATES.map(([anchor, { at }]) => [anchor, dateTime(draft, at)]));
  const windows = WINDOWS.map(([name, { at }]) => windowTimes(draft, { name, at }));
  const walls = wallsOf(dates, windows);
  const anchors = Object.fromEntries(
    ANCHORS.map((anchor) => [anchor, walls[anchor]?.toPlainDate() ?? null]),
  ) as Anchors;
  const phases = draft.phases?.map((phase, index): PlacedPhase => {
    const placed = (name: 'when' | 'expires') =>
      momentTime(phase?.[name], { at: ['phases', index, name, 'at'], anchors });
    return { id: phase?.id, kind: phase?.kind, starts: placed('when'), ends: placed('expires') };
  });
  return {
    zone: zone !== undefined && isRegion(zone) ? zone : null,
    dates,
    windows,
    anchors: walls,
    phases: phases ?? [],
  };
}

function wallsOf(
  dates: Timeline['dates'],
  windows: readonly PlacedWindow[],
): Record<string, Temporal.PlainDateTime | null> {
  const ends = WINDOWS.flatMap(([, { anchors }], index) =>
    anchors
      ? [
          [anchors.start, windows[index]?.from?.wall ?? null],
          [anchors.end, windows[index]?.to?.wall ?? null],
        ]
      : [],
  );
  const ofDates = Object.entries(dates).map(([anchor, time]) => [anchor, time?.wall ?? null]);
  return Object.fromEntries([...ofDates, ...ends]);
}

function dateTime(draft: PlanDraft, at: readonly string[]): PlacedTime | null {
  const part = (name: string) => valueAt(draft, [...at, name]) as string | undefined;
  const [date, time] = [part('date'), part('time')];
  if (!date || !time || part('certainty') === 'to-be-announced') return null;
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  return { at: [...at, 'time'], found: `${shown(time)} on ${date}`, wall };
}

function windowTimes(draft: PlanDraft, { name, at }: { name: string; at: readonly string[] }): PlacedWindow {
  const end = (side: 'from' | 'to'): PlacedTime | null => {
    const text = valueAt(draft, [...at, side]) as string | undefined;
    if (text === undefined) return null;
    return { at: [...at, side], found: shown(text), wall: Temporal.PlainDateTime.from(text) };
  };
  return { name, from: end('from'), to: end('to') };
}

type MomentDraft = NonNullable<NonNullable<PlanDraft['phases']>[number]>['when'];

function momentTime(
  moment: MomentDraft,
  { at, anchors }: { at: PlacedTime['at']; anchors: Anchors },
): PlacedTime | null {
  const { days, anchor, at: time } = moment ?? {};
  if (days === undefined || anchor === undefined || time === undefined) return null;
  const wall = wallOf({ days, anchor, at: time }, anchors);
  return wall && { at, found: `${shown(time)} on ${wall.toPlainDate()}`, wall };
}
