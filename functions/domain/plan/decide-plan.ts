import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../actor.ts';
import { datesOf, planHash } from './plan-version.ts';
import { factsOf } from './stated-facts.ts';
import type { CurrentPlan, StoredPlan } from './stored-plan.ts';

/** What names the active plan. */
export interface PlanPointer {
  readonly version: string;
  /** Instant of the newest upload so far, also of one that changed nothing. */
  readonly newestUpload: string;
  /** See {@link CurrentPlan}. */
  readonly datesSince: string;
  readonly factsSince: string;
  /** A plan that waits for a second person because it turns two-person approval off. */
  readonly pending?: PendingPlan;
}

/** Identifies a plan that waits for a second person. */
export interface PendingPlan {
  readonly version: string;
  readonly hash: string;
  readonly by: Actor;
  /** See {@link StoredPlan}. @default from no draft */
  readonly editors?: readonly string[];
}

/** What becomes of an uploaded plan. */
export interface PlanDecision {
  /**
   * `planned`: this upload is the active plan, now or already. `unchanged`: the active plan says the same.
   * `older`: the active plan was uploaded later. `pending`: it turns two-person approval off, and waits until a second
   * person uploads or approves the same.
   */
  readonly outcome: 'planned' | 'unchanged' | 'older' | 'pending';
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
  if (!active) return planned(upload, { datesSince: uploadedAt, factsSince: uploadedAt });
  const { pointer, current } = active;
  if (current.version === version) return { outcome: 'planned', current, pointer: null };
  if (pointer.pending?.version === version) return { outcome: 'pending', current, pointer: null };
  if (Temporal.Instant.compare(uploadedAt, pointer.newestUpload) < 0)
    return { outcome: 'older', current, pointer: null };
  const { pending, ...others } = pointer;
  if (isSame(current, upload)) {
    // A plan uploaded between the two, but delivered after them, must not replace what both say.
    return { outcome: 'unchanged', current, pointer: { ...others, newestUpload: uploadedAt } };
  }
  if (isOneHanded(upload, { current, pending })) {
    const { by, editors } = upload;
    const waiting = { version, hash: planHash(upload.plan), by, ...(editors && { editors }) };
    const next = { ...others, newestUpload: uploadedAt, pending: waiting };
    return { outcome: 'pending', current, pointer: next };
  }
  const hasSameDates = datesOf(current.plan) === datesOf(upload.plan);
  const hasSameFacts = factsOf(current.plan) === factsOf(upload.plan);
  return planned(upload, {
    datesSince: hasSameDates ? current.datesSince : uploadedAt,
    factsSince: hasSameFacts ? current.factsSince : uploadedAt,
  });
}

/** Whether the active plan is identical. A person who uploads again what came from outside becomes its author. */
function isSame(current: StoredPlan, upload: StoredPlan): boolean {
  const isAnswered = current.by.kind === 'outside' && upload.by.kind === 'person';
  if (isAnswered && current.plan.twoPersonApproval) return false;
  return planHash(current.plan) === planHash(upload.plan);
}

/** Whether only one person has asked for two-person approval to be turned off. Uploads from outside don't count. */
function isOneHanded(
  { plan, by }: StoredPlan,
  { current, pending }: { current: StoredPlan; pending: PendingPlan | undefined },
): boolean {
  if (!current.plan.twoPersonApproval || plan.twoPersonApproval) return false;
  const isOthers =
    pending?.by.kind === 'person' &&
    by.kind === 'person' &&
    ![pending.by.id, ...(pending.editors ?? [])].includes(by.id);
  return !isOthers || pending.hash !== planHash(plan);
}

function planned(upload: StoredPlan, since: Pick<CurrentPlan, 'datesSince' | 'factsSince'>): PlanDecision {
  const { version, uploadedAt } = upload;
  const pointer = { version, newestUpload: uploadedAt, ...since };
  return { outcome: 'planned', current: { ...upload, ...since }, pointer };
}
