import { createHash } from 'node:crypto';
import { compactInstant } from '../upload.ts';
import type { Plan } from './plan.ts';

/** Hash of what a plan says: spacing, order of the members and spelt-out defaults don't count. */
export function planHash({ $schema: _, ...plan }: Plan): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 12);
}

/** `20180701T130000Z-1a2b3c4d5e6f`: sorts by upload, and the same upload always has the same version. */
export function planVersion(plan: Plan, uploadedAt: string): string {
  return `${compactInstant(uploadedAt)}-${planHash(plan)}`;
}

/** The dates that emails of a plan name, as one comparable string. */
export function datesOf({ goLive, outages }: Pick<Plan, 'goLive' | 'outages'>): string {
  return JSON.stringify([goLive, outages ?? null]);
}
