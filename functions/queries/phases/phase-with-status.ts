import type { Temporal } from 'temporal-polyfill';
import type { Services } from '../../aws/pick.ts';
import type { PhaseMarks } from '../../domain/run/phase-marks.ts';
import { courtDay } from '../../lib/court-time.ts';
import type { Held } from '../../start-phase/decide-start.ts';
import type { PhaseRecord, PhaseState, PlannedPhase } from './phase-state.ts';
import { phaseStatus } from './phase-status.ts';

/** What loading the phases needs. */
export type PhasesServices = Pick<
  Services,
  'runs' | 'gate' | 'phaseMarks' | 'roster' | 'chunks' | 'planOf' | 'oneOffs'
>;

/** Whether an approval is void takes reading two rosters: the sweep does that, and notes it. */
export function notedVoid({ hold }: PhaseMarks): Held | null {
  return hold?.reason === 'approval-void' ? { reason: hold.reason, void: hold.void ?? [] } : null;
}

interface StateFacts {
  readonly planned: PlannedPhase;
  readonly record: PhaseRecord;
  readonly held: Held | null;
  readonly now: Temporal.Instant;
  /** The court's, by its IANA name. */
  readonly zone: string;
}

/** A phase with its status. */
export function stateOf({ planned, record, held, now, zone }: StateFacts): PhaseState {
  const { at, expiresAt } = planned;
  const { currentRun, earlierRun, marks, holds } = record;
  const isReleased = marks.release !== undefined;
  const earlier = earlierRun && { runId: earlierRun.runId, on: courtDay(earlierRun.decidedAt, zone) };
  const status = phaseStatus({ at, expiresAt, run: currentRun.run, earlier, holds, held, isReleased, now });
  return { ...planned, ...record, status };
}
