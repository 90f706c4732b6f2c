import { Temporal } from 'temporal-polyfill';
import { pivotOf } from '../domain/plan/dated.ts';
import { phasesOf } from '../domain/plan/phases.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { type PlanWarning, planWarnings } from '../domain/plan/plan-warnings.ts';
import type { Problem } from '../domain/plan/problem.ts';
import type { StoredPlan } from '../domain/plan/stored-plan.ts';
import { needsRelease } from '../domain/run/may-start.ts';
import type { PreparedMark } from '../domain/run/phase-marks.ts';
import { type BlockedPhase, isCompleteRunOf } from '../domain/run/phase-runs.ts';
import type { Run } from '../domain/run/run.ts';
import type { Dated } from '../lib/plan-values.ts';
import type { SyncResult } from './sync-launch.ts';

interface AnyReport {
  readonly launch: string;
  /** The upload that the report answers. */
  readonly key: string;
  /** Instant, ISO 8601 in UTC. */
  readonly uploadedAt: string;
}

/** What names the plan that is active after the upload. */
type ActivePlan = Pick<StoredPlan, 'version' | 'uploadedAt' | 'key'>;

/** A plan that can't be used changed nothing. */
export interface RefusedReport extends AnyReport {
  readonly outcome: 'refused';
  readonly problems: readonly Problem[];
  /** `null` when there is no plan yet. */
  readonly inForce: ActivePlan | null;
}

/** A plan that can be used: what is active now, and what follows from it. */
export interface PlannedReport extends AnyReport {
  /** See `PutPlanResult`. */
  readonly outcome: 'planned' | 'unchanged' | 'older' | 'pending';
  readonly inForce: ActivePlan;
  readonly zone: string;
  /** Phases need an approver’s approval in the console. */
  readonly twoPersonApproval: boolean;
  readonly pivot: Dated;
  /** By time; none while the pivot is to be announced. */
  readonly phases: readonly ReportedPhase[];
  /** What a person should look at again: about phases ahead, and wording. */
  readonly warnings: readonly PlanWarning[];
  /** Runs that had started and no longer fit the plan. */
  readonly cancelledRuns: readonly string[];
  readonly schedules: SyncResult['schedules'];
  /** Phases that wait for a release, as their runs were canceled and the plan still has them at that time. */
  readonly blocked: readonly BlockedPhase[];
  /** How many filers know other dates, and wait for the release of `date-change`; `null`: none. */
  readonly dateChange: Pick<PreparedMark, 'filers' | 'settled'> | null;
  /** The same of a correction of facts that emails stated; absent in older reports. */
  readonly correction?: Pick<PreparedMark, 'filers' | 'settled'> | null;
}

/** A phase of the plan, for the report. */
export interface ReportedPhase {
  readonly id: string;
  readonly kind: string;
  /** With offset and zone, `2018-07-24T09:00:00-04:00[America/New_York]`. */
  readonly at: string;
  readonly expiresAt: string;
  readonly approval: 'automatic' | 'by-hand';
  readonly hold: boolean;
  /** It was due before this report: it has run, or it waits for a person. */
  readonly passed: boolean;
  /** It is complete, at this time or at one of an earlier plan: it isn't sent again automatically. */
  readonly hasRun: boolean;
}

/** What an uploaded plan came to: beside the upload, for programs and for people. */
export type LaunchReport = RefusedReport | PlannedReport;

/** The report of a plan that can be used. @param upload The upload that it answers. */
export function plannedReport(
  upload: AnyReport,
  from: Pick<PlannedReport, 'outcome' | 'blocked' | 'dateChange' | 'correction'> & {
    synced: SyncResult;
    runs: readonly Run[];
    now: Temporal.Instant;
    /** The plan uploaded before; `null`: none. */
    before: Plan | null;
  },
): PlannedReport {
  const { current, cancelledRuns, schedules } = from.synced;
  const { plan } = current;
  return {
    ...upload,
    outcome: from.outcome,
    inForce: activePlan(current),
    zone: plan.court.zone,
    twoPersonApproval: plan.twoPersonApproval,
    pivot: pivotOf(plan),
    phases: phasesOf(plan).map(({ id, kind, at, expiresAt, approval, hold }) => ({
      id,
      kind,
      at: at.toString(),
      expiresAt: expiresAt.toString(),
      approval: needsRelease(plan, { approval }) ? 'by-hand' : 'automatic',
      hold,
      passed: Temporal.Instant.compare(at.toInstant(), from.now) <= 0,
      hasRun: from.runs.some((run) => isCompleteRunOf({ id, kind }, run)),
    })),
    warnings: planWarnings(plan, { now: from.now, before: from.before }),
    cancelledRuns,
    schedules,
    blocked: from.blocked,
    dateChange: told(from.dateChange),
    correction: told(from.correction ?? null),
  };
}

function told(change: PlannedReport['dateChange']): PlannedReport['dateChange'] {
  if (!change || (change.settled && change.filers === 0)) return null;
  return { filers: change.filers, settled: change.settled };
}

/** What names the active plan in a report. */
export function activePlan({ version, uploadedAt, key }: StoredPlan): ActivePlan {
  return { version, uploadedAt, key };
}
