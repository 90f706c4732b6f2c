import { Temporal } from 'temporal-polyfill';
import { type Anchors, wallOf } from './moment.ts';
import type { PhaseKind } from './plan.ts';
import type { PlanDraft } from './plan-draft.ts';
import { shown } from './problem.ts';
import { isZone } from './wall-time.ts';

/** A wall time of the plan: where it is, how the file says it, and what it means. */
export interface PlacedTime {
  readonly at: readonly PropertyKey[];
  readonly found: string;
  readonly wall: Temporal.PlainDateTime;
}

const WINDOWS = ['filing', 'viewing', 'registration'] as const;

/** An outage window of the plan, as far as it could be read. */
interface PlacedWindow {
  readonly name: (typeof WINDOWS)[number];
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
  /** `null` also while it is to be announced. */
  readonly goLive: PlacedTime | null;
  readonly windows: readonly PlacedWindow[];
  readonly phases: readonly PlacedPhase[];
}

/** The times of a draft, phases counted from their anchors. */
export function timelineOf(draft: PlanDraft): Timeline {
  const zone = draft.court?.zone;
  const goLive = goLiveTime(draft);
  const windows = WINDOWS.map((name) => windowOf(draft, name));
  const [filing] = windows;
  const anchors: Anchors = {
    'go-live': goLive?.wall.toPlainDate() ?? null,
    'outage-start': filing?.from?.wall.toPlainDate() ?? null,
    'outage-end': filing?.to?.wall.toPlainDate() ?? null,
  };
  const phases = draft.phases?.map((phase, index): PlacedPhase => {
    const placed = (name: 'when' | 'expires') =>
      momentTime(phase?.[name], { at: ['phases', index, name, 'at'], anchors });
    return { id: phase?.id, kind: phase?.kind, starts: placed('when'), ends: placed('expires') };
  });
  return { zone: zone !== undefined && isZone(zone) ? zone : null, goLive, windows, phases: phases ?? [] };
}

/** When filing closes; `null` where the plan doesn't say. */
export function closing({ windows }: Timeline): Temporal.PlainDateTime | null {
  return windows.find(({ name }) => name === 'filing')?.from?.wall ?? null;
}

function goLiveTime({ goLive }: PlanDraft): PlacedTime | null {
  if (!goLive?.date || !goLive.time || goLive.certainty === 'to-be-announced') return null;
  const wall = Temporal.PlainDateTime.from(`${goLive.date}T${goLive.time}`);
  return { at: ['goLive', 'time'], found: `${shown(goLive.time)} on ${goLive.date}`, wall };
}

function windowOf({ outages }: PlanDraft, name: PlacedWindow['name']): PlacedWindow {
  const end = (side: 'from' | 'to'): PlacedTime | null => {
    const text = outages?.[name]?.[side];
    if (text === undefined) return null;
    return { at: ['outages', name, side], found: shown(text), wall: Temporal.PlainDateTime.from(text) };
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
