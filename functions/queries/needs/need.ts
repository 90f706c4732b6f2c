import { Temporal } from 'temporal-polyfill';
import type { RoleGrant } from '../../domain/account.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { StoredPlan } from '../../domain/plan/stored-plan.ts';
import type { ActiveRoster } from '../../domain/roster/activation.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import type { RunCounts } from '../../domain/run/run-counts.ts';
import type { PlaceKind } from '../../domain/upload.ts';
import type { CallList } from '../call-list.ts';
import type { PhasesState } from '../phases/phase-state.ts';

/** Something that a person must do: what it is, and the page on which it is done. */
export interface Need {
  readonly title: string;
  /** What to do, and why. */
  readonly text: string;
  /** Since when: instant, ISO 8601 in UTC; `null`: it isn't known, or is still to come. */
  readonly since: string | null;
  readonly href: string;
  /** A verb and its object: what the page is for. */
  readonly action: string;
}

/** What the needs follow from. */
export interface NeedFacts
  extends Pick<PhasesState, 'phases' | 'runs' | 'gate'>,
    Partial<Pick<PhasesState, 'pauses' | 'messages'>> {
  readonly plan: Plan;
  readonly now: Temporal.Instant;
  /** The active roster. */
  readonly roster: RosterVersion | null;
  /** The latest uploads. */
  readonly versions: readonly RosterVersion[];
  readonly active: ActiveRoster;
  /** An approximate number of failed jobs; `null`: the queues don't tell. */
  readonly deadLetters: number | null;
  /** Uploads that were never processed, and since when that is known. */
  readonly unreported: readonly { readonly kind: PlaceKind; readonly reportedAt: string | null }[];
  /** The plan that waits for a second person. */
  readonly pendingPlan: Pick<StoredPlan, 'uploadedAt'> | null;
  /** Who got rights lately. */
  readonly roleGrants: readonly RoleGrant[];
  /** Whom to call of the active roster; `null`: there is none, or it is being indexed. */
  readonly callList: CallList | null;
  /** By the ids of runs. */
  readonly counts: ReadonlyMap<string, RunCounts>;
}

/** How long before a phase's time people are told what it will wait for: what waits on a Monday is seen on Friday. */
export const NEAR = Temporal.Duration.from({ hours: 96 });
/** Whether one instant is before the other. */
export function isBefore(one: string | Temporal.Instant, other: string | Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}
