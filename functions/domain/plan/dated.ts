import { campaign } from '#campaign';
import { anchorsOf, anchorWordsOf } from '../../../campaigns/anchors.ts';
import type { DateRow, WindowRow } from '../../../campaigns/campaign.ts';
import type { Dated, Window } from '../../lib/plan-values.ts';
import { valueAt } from './problem.ts';

/** Dates of the plan that phases count from, by anchor; the pivot is one of them. */
export const DATES: readonly (readonly [anchor: string, row: DateRow])[] = Object.entries(campaign.dates);
/** Times during which something is closed, by name. */
export const WINDOWS: readonly (readonly [name: string, row: WindowRow])[] = Object.entries(campaign.windows);

type WindowAnchors = Extract<
  (typeof campaign.windows)[keyof typeof campaign.windows],
  { readonly anchors: unknown }
>['anchors'];
/** What phases count from: a date, or an end of a window. */
export type Anchor = keyof typeof campaign.dates | WindowAnchors[keyof WindowAnchors];
/** See {@link Anchor}. */
export const ANCHORS = anchorsOf(campaign) as [Anchor, ...Anchor[]];

/** The members of launch.json that hold dates and windows, the pivot's first: emails announce these. */
export const DATED_MEMBERS: readonly string[] = [
  ...new Set(
    [
      campaign.dates[campaign.pivot],
      ...Object.values(campaign.dates),
      ...Object.values(campaign.windows),
    ].map(({ at }) => at[0]!),
  ),
];

/** A date of the plan. */
export function datedOf(plan: object, { at }: Pick<DateRow, 'at'>): Dated {
  return valueAt(plan, at) as Dated;
}

/** A window of the plan; `undefined`: it has none. */
export function windowOf(plan: object, { at }: Pick<WindowRow, 'at'>): Window | undefined {
  return valueAt(plan, at) as Window | undefined;
}

/** The date that decides what progress means. */
export const PIVOT: DateRow = campaign.dates[campaign.pivot];

/** The pivot of a plan. */
export function pivotOf(plan: object): Dated {
  return datedOf(plan, PIVOT);
}

/** An anchor inside a sentence: `go-live`, `the filing outage's start`. */
export function anchorWords(anchor: string): string {
  return anchorWordsOf(campaign, anchor);
}
