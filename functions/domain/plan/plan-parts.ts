import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import {
  CERTAINTIES,
  courtSchema,
  type Moment,
  momentSchema,
  type PhaseKind,
  phaseSchema,
  planSchema,
  wallDate,
  wallTime,
  windowSchema,
} from './plan.ts';
import { shown, valueAt } from './problem.ts';
import { isZone } from './wall-time.ts';

type Path = readonly PropertyKey[];

/** A wall time of the plan and where it stands. */
export interface PlacedTime {
  readonly path: Path;
  readonly found: string;
  readonly wall: Temporal.PlainDateTime;
}

export interface PlacedMoment {
  readonly path: Path;
  readonly found: string;
  readonly moment: Moment;
}

export interface PhaseParts {
  readonly path: Path;
  readonly id: string | null;
  readonly kind: PhaseKind | null;
  readonly when: PlacedMoment | null;
  readonly expires: PlacedMoment | null;
}

const WINDOWS = ['filing', 'viewing', 'registration'] as const;

export interface WindowParts {
  readonly name: (typeof WINDOWS)[number];
  readonly from: PlacedTime | null;
  readonly to: PlacedTime | null;
}

/**
 * What can be read of a plan, part by part, so that one wrong part doesn't hide what is wrong with the others.
 * `null`: missing or malformed, and reported as such elsewhere.
 */
export interface PlanParts {
  readonly raw: unknown;
  /** `null` also when there is no such zone. */
  readonly zone: string | null;
  readonly certainty: (typeof CERTAINTIES)[number] | null;
  /** `null` also while it is to be announced. */
  readonly goLive: PlacedTime | null;
  readonly windows: readonly WindowParts[];
  readonly phases: readonly PhaseParts[];
  readonly linkDomains: readonly string[] | null;
}

export function planParts(raw: unknown): PlanParts {
  const zone = part(raw, ['court', 'zone'], courtSchema.shape.zone);
  const certainty = part(raw, ['goLive', 'certainty'], z.enum(CERTAINTIES));
  const phases = valueAt(raw, ['phases']);
  return {
    raw,
    certainty,
    zone: zone !== null && isZone(zone) ? zone : null,
    goLive: certainty === 'to-be-announced' ? null : goLiveTime(raw),
    windows: WINDOWS.map((name) => windowParts(raw, name)),
    phases: Array.isArray(phases) ? phases.map((_, index) => phaseParts(raw, ['phases', index])) : [],
    linkDomains: part(raw, ['linkDomains'], planSchema.shape.linkDomains),
  };
}

/** The part at a path, with its defaults, if it is as its schema says. */
export function part<S extends z.ZodType>(raw: unknown, path: Path, schema: S): z.output<S> | null {
  const answer = schema.safeParse(valueAt(raw, path));
  return answer.success ? answer.data : null;
}

function goLiveTime(raw: unknown): PlacedTime | null {
  const date = part(raw, ['goLive', 'date'], wallDate);
  const time = part(raw, ['goLive', 'time'], wallTime);
  if (date === null || time === null) return null;
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  return { path: ['goLive', 'time'], found: `${shown(time)} on ${date}`, wall };
}

function windowParts(raw: unknown, name: WindowParts['name']): WindowParts {
  const end = (key: 'from' | 'to'): PlacedTime | null => {
    const path = ['outages', name, key];
    const text = part(raw, path, windowSchema.shape[key]);
    return text === null ? null : { path, found: shown(text), wall: Temporal.PlainDateTime.from(text) };
  };
  return { name, from: end('from'), to: end('to') };
}

function phaseParts(raw: unknown, path: Path): PhaseParts {
  const { id, kind } = phaseSchema.shape;
  return {
    path,
    id: part(raw, [...path, 'id'], id),
    kind: part(raw, [...path, 'kind'], kind),
    when: momentParts(raw, [...path, 'when']),
    expires: momentParts(raw, [...path, 'expires']),
  };
}

function momentParts(raw: unknown, path: Path): PlacedMoment | null {
  const { days, anchor, at } = momentSchema.shape;
  const moment = part(raw, path, z.object({ days, anchor, at }));
  return moment && { path: [...path, 'at'], found: shown(moment.at), moment };
}
