import { Temporal } from 'temporal-polyfill';
import { type Phase, phasesOf } from '../plan/phases.ts';
import type { Plan } from '../plan/plan.ts';
import type { PhaseName } from './phase-marks.ts';
import type { Run } from './run.ts';

/** A phase whose run was canceled, though the plan still has it at that time: it waits for a person's release. */
export interface BlockedPhase {
  readonly phaseId: string;
  /** The last of its canceled runs. */
  readonly runId: string;
  /** Instant until which it can be released. */
  readonly expiresAt: string;
}

/** The phases of a plan that don't start automatically, as their runs were canceled. */
export function blockedPhases(
  plan: Plan,
  { runs, now }: { runs: readonly Run[]; now: Temporal.Instant },
): BlockedPhase[] {
  return phasesOf(plan).flatMap(({ id, at, expiresAt }) => {
    const ofPhase = runsOf({ phaseId: id, scheduledFor: at.toInstant().toString() }, runs);
    const last = ofPhase.at(-1);
    const isOver = Temporal.Instant.compare(now, expiresAt.toInstant()) >= 0;
    if (!last || isOver || ofPhase.some(({ cancelled }) => cancelled === undefined)) return [];
    return [{ phaseId: id, runId: last.runId, expiresAt: expiresAt.toInstant().toString() }];
  });
}

/** A phase's runs at its time, the first before those that followed canceled ones. */
export function runsOf({ phaseId, scheduledFor }: PhaseName, runs: readonly Run[]): Run[] {
  return runs
    .filter((run) => run.phaseId === phaseId && Temporal.Instant.from(run.scheduledFor).equals(scheduledFor))
    .sort((one, other) => (one.after?.length ?? 0) - (other.after?.length ?? 0));
}

/** Whether a run has sent this phase to its end: at whatever time an earlier plan had it. */
export function isCompleteRunOf({ id, kind }: Pick<Phase, 'id' | 'kind'>, run: Run): boolean {
  return (
    run.phaseId === id && run.kind === kind && run.completedAt !== undefined && run.cancelled === undefined
  );
}

/** Whether a run of this phase was canceled, at whatever time an earlier plan had it: some may have had its email. */
export function isCancelledRunOf({ id, kind }: Pick<Phase, 'id' | 'kind'>, run: Run): boolean {
  return run.phaseId === id && run.kind === kind && run.cancelled !== undefined;
}
