import type { Temporal } from 'temporal-polyfill';
import { DATE_CHANGE } from '../../domain/plan/kinds.ts';
import { type Phase, phasesOf } from '../../domain/plan/phases.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { datesOf } from '../../domain/plan/plan-version.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import { dateChangeExpiry, nameSameDates } from '../../domain/run/announced-dates.ts';
import { type HoldReason, needsConfirmation, needsRelease } from '../../domain/run/may-start.ts';
import type { PhaseName } from '../../domain/run/phase-marks.ts';
import { isCompleteRunOf, runsOf } from '../../domain/run/phase-runs.ts';
import type { Run } from '../../domain/run/run.ts';
import { type Gate, reasonsOf } from '../../domain/run/send-gate.ts';
import { courtDay } from '../../lib/court-time.ts';
import type { CurrentRun } from '../../start-phase/current-run.ts';
import { dateChangeName, whyWaits } from '../../start-phase/date-change/prepare-date-change.ts';
import type { ConsoleServices } from '../services.ts';
import type { PhaseRecord, PhaseState, PhasesState, PlannedPhase } from './phase-state.ts';
import { phaseStatus } from './phase-status.ts';

interface LoadOptions {
  readonly services: Pick<ConsoleServices, 'runs' | 'gate' | 'phaseMarks'>;
  readonly now: Temporal.Instant;
}

/** Loads every phase of the plan with its status, and the change of dates if there is one. */
export async function loadPhases(current: CurrentPlan, { services, now }: LoadOptions): Promise<PhasesState> {
  const [runs, gate] = await Promise.all([services.runs.runs(), services.gate.read()]);
  const recordOf = async (name: PhaseName): Promise<Omit<PhaseRecord, 'earlierRun'>> => {
    const currentRun = currentRunOf(name, runs);
    const marks = await services.phaseMarks.marks(name, currentRun.runNumber);
    return { currentRun, marks, holds: holdsOf(currentRun.run, gate) };
  };
  const { zone } = current.plan.court;
  const ofPlan = await Promise.all(
    phasesOf(current.plan).map(async (phase) => {
      const planned = plannedPhase(phase, current.plan);
      const stored = await recordOf({ phaseId: planned.id, scheduledFor: planned.at });
      const record = { ...stored, earlierRun: earlierRunOf(phase, runs) };
      return stateOf({ planned, record, hold: holdOf(planned, record), now, zone });
    }),
  );
  const change = haveOtherDates(runs, current.plan)
    ? dateChange({ ...(await recordOf(dateChangeName(current))), earlierRun: null }, { current, now })
    : null;
  const phases = change ? [change, ...ofPlan] : ofPlan;
  return { phases, others: withoutPhase(runs, phases), runs, gate };
}

function plannedPhase(phase: Phase, plan: Plan): PlannedPhase {
  const { id, kind, number, of, hold } = phase;
  const [at, expiresAt] = [phase.at, phase.expiresAt].map((moment) => moment.toInstant().toString());
  return {
    id,
    kind,
    number,
    of,
    approval: needsRelease(plan, phase) ? 'by-hand' : 'automatic',
    twoPersonApproval: plan.twoPersonApproval,
    hold,
    needsConfirmation: needsConfirmation(plan, phase),
    at: at!,
    expiresAt: expiresAt!,
  };
}

/** What a phase of the plan waits for. Until the next tick notes it, the plan alone says that. */
function holdOf(phase: PlannedPhase, { currentRun, earlierRun, marks }: PhaseRecord): HoldReason | null {
  if (marks.hold) return marks.hold.reason;
  if (currentRun.after.length > 0) return 'cancelled';
  if (earlierRun) return 'has-run';
  if (phase.hold) return 'held-by-plan';
  if (phase.needsConfirmation) return 'unconfirmed';
  return phase.approval === 'by-hand' ? 'needs-release' : null;
}

/** Whether runs named other dates than the plan's. */
function haveOtherDates(runs: readonly Run[], plan: Plan): boolean {
  const dates = datesOf(plan);
  return runs.some((run) => !nameSameDates(run.dates, dates));
}

/** The change of dates as a phase. @returns `null` when no one was told other dates, as far as that is counted */
function dateChange(
  record: PhaseRecord,
  { current, now }: { current: CurrentPlan; now: Temporal.Instant },
): PhaseState | null {
  const { run, runNumber } = record.currentRun;
  const { prepared = null, release } = record.marks;
  if (!run && prepared?.settled && prepared.filers === 0) return null;
  const planned: PlannedPhase = {
    id: DATE_CHANGE,
    kind: DATE_CHANGE,
    number: 1,
    of: 1,
    approval: 'by-hand',
    twoPersonApproval: current.plan.twoPersonApproval,
    hold: false,
    needsConfirmation: false,
    at: dateChangeName(current).scheduledFor,
    expiresAt: run?.expiresAt ?? dateChangeExpiry(current.plan, now.toString()),
  };
  const isVoid = record.marks.hold?.reason === 'approval-void';
  const waits = release ? null : whyWaits({ prepared, runNumber }, { current, now });
  const hold = isVoid ? 'approval-void' : waits;
  const { zone } = current.plan.court;
  return stateOf({ planned, record, hold: hold ?? 'sends-unsettled', now, zone });
}

interface StateFacts {
  readonly planned: PlannedPhase;
  readonly record: PhaseRecord;
  readonly hold: HoldReason | null;
  readonly now: Temporal.Instant;
  /** The court's, by its IANA name. */
  readonly zone: string;
}

function stateOf({ planned, record, hold, now, zone }: StateFacts): PhaseState {
  const { at, expiresAt } = planned;
  const { currentRun, earlierRun, marks, holds } = record;
  const isReleased = marks.release !== undefined;
  const earlier = earlierRun && { runId: earlierRun.runId, on: courtDay(earlierRun.decidedAt, zone) };
  const status = phaseStatus({ at, expiresAt, run: currentRun.run, earlier, holds, hold, isReleased, now });
  return { ...planned, ...record, status };
}

function currentRunOf(name: PhaseName, runs: readonly Run[]): CurrentRun {
  const all = runsOf(name, runs);
  const after = all.filter(({ cancelled }) => cancelled !== undefined).map(({ runId }) => runId);
  const run = all.find(({ cancelled }) => cancelled === undefined) ?? null;
  return { run, after, runNumber: after.length + 1 };
}

/** The latest run that sent a phase at a time that the plan no longer has. */
function earlierRunOf(phase: Phase, runs: readonly Run[]): Run | null {
  const at = phase.at.toInstant();
  return runs
    .filter((run) => isCompleteRunOf(phase, run) && !at.equals(run.scheduledFor))
    .reduce<Run | null>((latest, run) => (latest && latest.decidedAt > run.decidedAt ? latest : run), null);
}

function holdsOf(run: Run | null, gate: Gate): string[] {
  if (!run) return [];
  return [...reasonsOf(gate, run.runId), ...reasonsOf(gate, 'all').map((reason) => `all:${reason}`)];
}

function withoutPhase(runs: readonly Run[], phases: readonly PhaseState[]): Run[] {
  const known = new Set(
    phases.flatMap(({ currentRun: { run, after }, status }) => {
      const earlier = status.kind === 'sent-earlier' ? [status.runId] : [];
      return [...(run ? [run.runId] : []), ...after, ...earlier];
    }),
  );
  return runs.filter(({ runId }) => !known.has(runId));
}
