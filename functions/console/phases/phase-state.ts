import type { Temporal } from 'temporal-polyfill';
import { DATE_CHANGE } from '../../domain/plan/kinds.ts';
import { type Phase, phasesOf } from '../../domain/plan/phases.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { datesOf } from '../../domain/plan/plan-version.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import { dateChangeExpiry, nameSameDates } from '../../domain/run/announced-dates.ts';
import { type HoldReason, needsConfirmation, needsRelease } from '../../domain/run/may-start.ts';
import type { PhaseMarks, PhaseName } from '../../domain/run/phase-marks.ts';
import { runsOf } from '../../domain/run/phase-runs.ts';
import type { Run } from '../../domain/run/run.ts';
import { type Gate, reasonsOf } from '../../domain/run/send-gate.ts';
import type { CurrentRun } from '../../start-phase/current-run.ts';
import { dateChangeName, whyWaits } from '../../start-phase/date-change/prepare-date-change.ts';
import type { ConsoleServices } from '../services.ts';
import type { PhaseNaming } from './phase-name.ts';
import { type PhaseStatus, phaseStatus, RELEASABLE } from './phase-status.ts';

/** A phase as the active plan has it, or the change of the plan's dates. Instants: ISO 8601 in UTC. */
interface PlannedPhase extends PhaseNaming {
  readonly id: string;
  readonly at: string;
  readonly expiresAt: string;
  readonly approval: Phase['approval'];
  /** The plan has two-person approval. */
  readonly twoPersonApproval: boolean;
  /** The plan holds it. */
  readonly hold: boolean;
  /** Waits at its time until a clerk confirms a claim, such as that filing works. */
  readonly needsConfirmation: boolean;
}

/** What is stored about a phase. */
interface PhaseRecord {
  readonly currentRun: CurrentRun;
  readonly marks: PhaseMarks;
  /** Reasons that hold its run; those that hold everything begin with `all:`. */
  readonly holds: readonly string[];
}

/** A phase with its run and its status. */
export interface PhaseState extends PlannedPhase, PhaseRecord {
  readonly status: PhaseStatus;
}

/** Every phase, and the runs that have none. */
export interface PhasesState {
  /** By time; the change of dates first if there is one. */
  readonly phases: readonly PhaseState[];
  /** Runs of phases that the plan doesn't have at that time any more. */
  readonly others: readonly Run[];
  readonly runs: readonly Run[];
  readonly gate: Gate;
}

interface LoadOptions {
  readonly services: Pick<ConsoleServices, 'runs' | 'gate' | 'phaseMarks'>;
  readonly now: Temporal.Instant;
}

/** Loads every phase of the plan with its status, and the change of dates if there is one. */
export async function loadPhases(current: CurrentPlan, { services, now }: LoadOptions): Promise<PhasesState> {
  const [runs, gate] = await Promise.all([services.runs.runs(), services.gate.read()]);
  const recordOf = async (name: PhaseName): Promise<PhaseRecord> => {
    const currentRun = currentRunOf(name, runs);
    const marks = await services.phaseMarks.marks(name, currentRun.runNumber);
    return { currentRun, marks, holds: holdsOf(currentRun.run, gate) };
  };
  const ofPlan = await Promise.all(
    phasesOf(current.plan).map(async (phase) => {
      const planned = plannedPhase(phase, current.plan);
      const record = await recordOf({ phaseId: planned.id, scheduledFor: planned.at });
      return stateOf({ planned, record, hold: holdOf(planned, record), now });
    }),
  );
  const change = haveOtherDates(runs, current.plan)
    ? dateChange(await recordOf(dateChangeName(current)), { current, now })
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
function holdOf(phase: PlannedPhase, { currentRun, marks }: PhaseRecord): HoldReason | null {
  if (marks.hold) return marks.hold.reason;
  if (currentRun.after.length > 0) return 'cancelled';
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
  return stateOf({ planned, record, hold: hold ?? 'sends-unsettled', now });
}

interface StateFacts {
  readonly planned: PlannedPhase;
  readonly record: PhaseRecord;
  readonly hold: HoldReason | null;
  readonly now: Temporal.Instant;
}

function stateOf({ planned, record, hold, now }: StateFacts): PhaseState {
  const { at, expiresAt } = planned;
  const { currentRun, marks, holds } = record;
  const isReleased = marks.release !== undefined;
  const status = phaseStatus({ at, expiresAt, run: currentRun.run, holds, hold, isReleased, now });
  return { ...planned, ...record, status };
}

function currentRunOf(name: PhaseName, runs: readonly Run[]): CurrentRun {
  const all = runsOf(name, runs);
  const after = all.filter(({ cancelled }) => cancelled !== undefined).map(({ runId }) => runId);
  const run = all.find(({ cancelled }) => cancelled === undefined) ?? null;
  return { run, after, runNumber: after.length + 1 };
}

function holdsOf(run: Run | null, gate: Gate): string[] {
  if (!run) return [];
  return [...reasonsOf(gate, run.runId), ...reasonsOf(gate, 'all').map((reason) => `all:${reason}`)];
}

function withoutPhase(runs: readonly Run[], phases: readonly PhaseState[]): Run[] {
  const known = new Set(
    phases.flatMap(({ currentRun: { run, after } }) => (run ? [run.runId, ...after] : after)),
  );
  return runs.filter(({ runId }) => !known.has(runId));
}

/** Whether a person's release would start it, now or at its time. */
export function canRelease({
  status,
  approval,
  hold,
  needsConfirmation,
}: Pick<PhaseState, 'status' | 'approval' | 'hold' | 'needsConfirmation'>): boolean {
  if (status.kind === 'planned') return !needsConfirmation && (approval === 'by-hand' || hold);
  if (status.kind === 'waiting') return RELEASABLE.has(status.reason);
  return status.kind === 'missed' && status.reason === 'missed';
}

/** The emails of its run, or the filers to whom a change of dates is announced; `null`: not known before it runs. */
export function emailsOf({ currentRun: { run }, marks }: PhaseState): number | null {
  return run ? (run.audience?.mailable ?? null) : (marks.prepared?.filers ?? null);
}
