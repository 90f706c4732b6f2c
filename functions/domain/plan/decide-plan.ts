import { Temporal } from 'temporal-polyfill';
import { datesOf, planHash } from './plan-version.ts';
import type { CurrentPlan, StoredPlan } from './stored-plan.ts';

/** What names the active plan. */
export interface PlanPointer {
  readonly version: string;
  /** Instant of the newest upload so far, also of one that changed nothing. */
  readonly newestUpload: string;
  /** See {@link CurrentPlan}. */
  readonly datesSince: string;
}

/** What becomes of an uploaded plan. */
export interface PlanDecision {
  /**
   * `planned`: this upload is the active plan, now or already. `unchanged`: the active plan says the same.
   * `older`: the active plan was uploaded later.
   */
  readonly outcome: 'planned' | 'unchanged' | 'older';
  /** The plan that is active then. */
  readonly current: CurrentPlan;
  /** What the pointer must become; `null`: it stays as it is. */
  readonly pointer: PlanPointer | null;
}

/** The active plan, with what names it. */
interface ActivePlan {
  readonly pointer: PlanPointer;
  readonly current: CurrentPlan;
}

/** Decides whether an uploaded plan becomes the active one. */
export function decidePlan(upload: StoredPlan, active: ActivePlan | null): PlanDecision {
  const { version, uploadedAt } = upload;
  if (!active) return planned(upload, uploadedAt);
  const { pointer, current } = active;
  if (current.version === version) return { outcome: 'planned', current, pointer: null };
  if (Temporal.Instant.compare(uploadedAt, pointer.newestUpload) < 0)
    return { outcome: 'older', current, pointer: null };
  if (planHash(current.plan) === planHash(upload.plan)) {
    // A plan uploaded between the two, but delivered after them, must not replace what both say.
    return { outcome: 'unchanged', current, pointer: { ...pointer, newestUpload: uploadedAt } };
  }
  const hasSameDates = datesOf(current.plan) === datesOf(upload.plan);
  return planned(upload, hasSameDates ? current.datesSince : uploadedAt);
}

function planned(upload: StoredPlan, datesSince: string): PlanDecision {
  const { version, uploadedAt } = upload;
  const pointer = { version, newestUpload: uploadedAt, datesSince };
  return { outcome: 'planned', current: { ...upload, datesSince }, pointer };
}
