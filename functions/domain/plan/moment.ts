import { Temporal } from 'temporal-polyfill';
import type { Moment } from './plan.ts';

/** The dates that moments count from; `null` where the plan doesn't have one yet. */
export type Anchors = Readonly<Record<Moment['anchor'], Temporal.PlainDate | null>>;

/** The wall time of a moment, `null` when its anchor is unknown. */
export function wallOf({ days, anchor, at }: Moment, anchors: Anchors): Temporal.PlainDateTime | null {
  const date = anchors[anchor];
  return date?.add({ days }).toPlainDateTime(Temporal.PlainTime.from(at)) ?? null;
}
