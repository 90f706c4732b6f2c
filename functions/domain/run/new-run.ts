import type { Plan } from '../plan/plan.ts';
import { datesOf } from '../plan/plan-version.ts';
import { type Run, runIdOf, type StartedBy } from './run.ts';

/** What a run is started from. */
interface RunOrigin {
  /** The plan that is active, with its version. */
  readonly current: { readonly plan: Plan; readonly version: string };
  readonly roster: { readonly version: string };
  readonly startedBy: StartedBy;
  /** Instant, ISO 8601 in UTC. */
  readonly decidedAt: string;
  /** 1 for the first run of its phase at its time; one more for each that was canceled. */
  readonly runNumber: number;
  /** Ids of the canceled runs before it. */
  readonly after: readonly string[];
}

/** The record of a run that starts now: it freezes everything that the audience follows from. */
export function newRun(
  phase: Pick<Run, 'phaseId' | 'kind' | 'number' | 'of' | 'scheduledFor' | 'expiresAt' | 'title' | 'silent'>,
  { current, roster, startedBy, decidedAt, runNumber, after }: RunOrigin,
): Run {
  return {
    runId: runIdOf(phase.phaseId, phase.scheduledFor, runNumber),
    ...phase,
    decidedAt,
    planVersion: current.version,
    dates: datesOf(current.plan),
    rosterVersion: roster.version,
    startedBy,
    ...(after.length > 0 && { after }),
  };
}
