import type { Temporal } from 'temporal-polyfill';
import type { PhaseKind } from './plan.ts';

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
