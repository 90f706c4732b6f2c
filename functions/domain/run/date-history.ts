import type { Actor } from '../actor.ts';
import type { Plan } from '../plan/plan.ts';
import { datesOf } from '../plan/plan-version.ts';
import type { StoredPlan } from '../plan/stored-plan.ts';
import { nameSameDates } from './announced-dates.ts';
import type { Run } from './run.ts';

/** The dates of a launch from one change of them to the next. */
export interface DateSpan {
  /** The latest plan that named them. */
  readonly plan: Plan;
  /** Instant, ISO 8601 in UTC, at which they became active. */
  readonly since: string;
  /** Who changed them, and by which upload: a key of the inbox. */
  readonly by: Actor;
  readonly key: string;
  /** Runs whose emails named them. */
  readonly runs: readonly Run[];
}

/** How the dates of a launch were set and changed. @param plans every plan that was active, oldest first */
export function dateHistory(plans: readonly StoredPlan[], runs: readonly Run[]): DateSpan[] {
  const spans: { first: StoredPlan; last: StoredPlan; versions: Set<string> }[] = [];
  for (const stored of plans) {
    const span = spans.at(-1);
    if (span && nameSameDates(datesOf(span.last.plan), datesOf(stored.plan))) {
      span.last = stored;
      span.versions.add(stored.version);
    } else spans.push({ first: stored, last: stored, versions: new Set([stored.version]) });
  }
  return spans.map(({ first, last, versions }) => ({
    plan: last.plan,
    since: first.uploadedAt,
    by: first.by,
    key: first.key,
    runs: runs.filter(({ planVersion }) => versions.has(planVersion)),
  }));
}
