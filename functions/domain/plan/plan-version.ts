import { createHash } from 'node:crypto';
import type { Dated } from '../../lib/plan-values.ts';
import { compactInstant } from '../upload.ts';
import { DATED_MEMBERS } from './dated.ts';
import type { Plan } from './plan.ts';
import { valueAt } from './problem.ts';

/** Hash of what a plan says: spacing, order of the members and spelt-out defaults don't count. */
export function planHash({ $schema: _, ...plan }: Plan): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 12);
}

/** `20180701T130000Z-1a2b3c4d5e6f`: sorts by upload, and the same upload always has the same version. */
export function planVersion(plan: Plan, uploadedAt: string): string {
  return `${compactInstant(uploadedAt)}-${planHash(plan)}`;
}

/** The dates that emails of a plan name, as one comparable string. */
export function datesOf(plan: Plan): string {
  return JSON.stringify(DATED_MEMBERS.map((member) => valueAt(plan, [member]) ?? null));
}

/** A value of `datesOf`: the pivot, then what else is announced. */
export type AnnouncedDates = [pivot: Dated, ...others: unknown[]];
