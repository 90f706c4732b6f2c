import type { ChunkStore } from '../aws/chunks.ts';
import type { Phase } from '../domain/plan/phases.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { voidReasons } from '../domain/run/approval.ts';
import type { VoidReason } from '../domain/run/approval-record.ts';
import { type HoldReason, mayStart } from '../domain/run/may-start.ts';
import type { PhaseMarks } from '../domain/run/phase-marks.ts';
import { isCancelledRunOf, isCompleteRunOf } from '../domain/run/phase-runs.ts';
import type { Run } from '../domain/run/run.ts';
import { sendingOf, toSendOf } from './check-approval.ts';
import { areSettled, type CurrentRun } from './current-run.ts';

/** What is known about a phase without a current run. */
interface StartRecord extends Pick<Parameters<typeof mayStart>[0], 'now' | 'roster'> {
  readonly plan: Plan;
  readonly existing: Pick<CurrentRun, 'after'>;
  /** Every run of the launch. */
  readonly runs: readonly Run[];
  readonly marks: PhaseMarks;
  readonly chunks: Pick<ChunkStore, 'chunks'>;
}

/** Whether a phase may start now, and its canceled runs. The pages ask here too, so that they say what would happen. */
export async function decideStart(
  phase: Phase,
  { plan, existing, runs, marks, now, roster, chunks }: StartRecord,
) {
  // Also those at other times of earlier plans: no filer gets a phase's email twice.
  const after = runs.filter((run) => isCancelledRunOf(phase, run)).map(({ runId }) => runId);
  const decision = mayStart({
    plan,
    phase,
    now,
    released: marks.release !== undefined,
    wasCancelled: existing.after.length > 0,
    isSettled: await areSettled(after, chunks),
    hasRun: runs.some((run) => isCompleteRunOf(phase, run)),
    roster,
  });
  return { decision, after };
}

/** Why a phase waits, and why its approval is void if that is why. */
export interface Held {
  readonly reason: HoldReason;
  readonly void?: readonly VoidReason[];
}

/** Why a phase is held. If it waits for a release, the approval was for a different time. */
export function heldBy(
  reason: HoldReason,
  { phase, plan, marks: { approval } }: { phase: Phase; plan: Plan; marks: PhaseMarks },
): Held {
  if (reason !== 'needs-release' || !plan.twoPersonApproval || !approval) return { reason };
  const { runNumber } = approval;
  const sending = sendingOf(phase, { plan, rosterVersion: approval.rosterVersion, runNumber });
  const reasons = voidReasons(approval, toSendOf(sending));
  return reasons.length > 0 ? { reason: 'approval-void', void: reasons } : { reason };
}
