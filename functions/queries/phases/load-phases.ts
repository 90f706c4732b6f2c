import type { Temporal } from 'temporal-polyfill';
import type { Services } from '../../aws/pick.ts';
import { DATE_CHANGE } from '../../domain/plan/kinds.ts';
import { type Phase, phasesOf } from '../../domain/plan/phases.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { datesOf } from '../../domain/plan/plan-version.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import { dateChangeExpiry, nameSameDates } from '../../domain/run/announced-dates.ts';
import { voidReasons } from '../../domain/run/approval.ts';
import { needsConfirmation, needsRelease } from '../../domain/run/may-start.ts';
import type { PhaseMarks, PhaseName } from '../../domain/run/phase-marks.ts';
import { isCompleteRunOf, runsOf } from '../../domain/run/phase-runs.ts';
import type { Run } from '../../domain/run/run.ts';
import { type Gate, reasonsOf } from '../../domain/run/send-gate.ts';
import { courtDay } from '../../lib/court-time.ts';
import { sendingOf, toSendOf } from '../../start-phase/check-approval.ts';
import type { CurrentRun } from '../../start-phase/current-run.ts';
import { dateChangeName } from '../../start-phase/date-change/prepare-date-change.ts';
import { whyNoDateChange } from '../../start-phase/date-change/start-date-change.ts';
import { decideStart, type Held, heldBy } from '../../start-phase/decide-start.ts';
import { loadPauseNotes, type PauseNotes } from './pause-notes.ts';
import type { PhaseRecord, PhaseState, PhasesState, PlannedPhase } from './phase-state.ts';
import { phaseStatus } from './phase-status.ts';

interface LoadOptions {
  /** Without `sessions`, no one is named: notices to staff name no one. */
  readonly services: Pick<Services, 'runs' | 'gate' | 'phaseMarks' | 'roster' | 'chunks'> &
    Partial<Pick<Services, 'sessions'>>;
  readonly now: Temporal.Instant;
}

/** Loads every phase of the plan with its status, and the change of dates if there is one. */
export async function loadPhases(current: CurrentPlan, { services, now }: LoadOptions): Promise<PhasesState> {
  const [runs, gate, roster] = await Promise.all([
    services.runs.runs(),
    services.gate.read(),
    services.roster.activeVersion(),
  ]);
  const recordOf = async (name: PhaseName): Promise<Omit<PhaseRecord, 'earlierRun'>> => {
    const currentRun = currentRunOf(name, runs);
    const marks = await services.phaseMarks.marks(name, currentRun.runNumber);
    return { currentRun, marks, holds: holdsOf(currentRun.run, gate) };
  };
  const { plan } = current;
  const { zone } = plan.court;
  const { chunks } = services;
  const { sessions } = services;
  const pauses = sessions
    ? await loadPauseNotes(gate, { services: { ...services, sessions }, zone })
    : new Map<string, string>();
  const ofPlan = await Promise.all(
    phasesOf(plan).map(async (phase) => {
      const planned = plannedPhase(phase, plan);
      const stored = await recordOf({ phaseId: planned.id, scheduledFor: planned.at });
      const record = { ...stored, earlierRun: earlierRunOf(phase, runs) };
      const held = await heldNow(phase, { plan, record, runs, roster, now, chunks });
      return stateOf({ planned, record, held, now, zone });
    }),
  );
  const change = haveOtherDates(runs, plan)
    ? dateChange({ ...(await recordOf(dateChangeName(current))), earlierRun: null }, { current, roster, now })
    : null;
  const found = change ? [change, ...ofPlan] : ofPlan;
  const phases = found.map((phase) => withNotes(phase, pauses));
  return { phases, others: withoutPhase(runs, phases), runs, gate, pauses };
}

/** A paused phase, with who paused it. */
function withNotes(phase: PhaseState, pauses: PauseNotes): PhaseState {
  const { status, currentRun } = phase;
  if (status.kind !== 'held') return phase;
  const notes = { person: pauses.get(currentRun.run?.runId ?? ''), 'all:person': pauses.get('all') };
  const known = Object.entries(notes).filter(([, note]) => note !== undefined);
  return { ...phase, status: { ...status, notes: Object.fromEntries(known) as Record<string, string> } };
}

type HeldOptions = Omit<Parameters<typeof decideStart>[1], 'existing' | 'marks'> & {
  readonly record: PhaseRecord;
};

/** Why a phase wouldn't start now, decided as it would be at its start; `null`: it would, or has a run. */
async function heldNow(phase: Phase, { record, plan, ...facts }: HeldOptions): Promise<Held | null> {
  const { currentRun: existing, marks } = record;
  if (existing.run) return null;
  const { decision } = await decideStart(phase, { ...facts, plan, existing, marks });
  const isApproval = plan.twoPersonApproval && marks.release;
  const voided = isApproval ? voidNow(phase, { plan, marks, runNumber: existing.runNumber }) : null;
  if (voided) return voided;
  return decision.start ? null : heldBy(decision.reason, { phase, plan, marks });
}

/** Whether the approval of a phase is void for its schedule or wording, or by what was noted of its filers. */
function voidNow(
  phase: Phase,
  { plan, marks, runNumber }: { plan: Plan; marks: PhaseMarks; runNumber: number },
): Held | null {
  const sending = sendingOf(phase, { plan, rosterVersion: marks.approval?.rosterVersion ?? '', runNumber });
  const reasons = voidReasons(marks.approval ?? null, toSendOf(sending));
  return reasons.length > 0 ? { reason: 'approval-void', void: reasons } : notedVoid(marks);
}

/** Whether an approval is void takes reading two rosters: the sweep does that, and notes it. */
function notedVoid({ hold }: PhaseMarks): Held | null {
  return hold?.reason === 'approval-void' ? { reason: hold.reason, void: hold.void ?? [] } : null;
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

/** Whether runs named other dates than the plan's. */
function haveOtherDates(runs: readonly Run[], plan: Plan): boolean {
  const dates = datesOf(plan);
  return runs.some((run) => !nameSameDates(run.dates, dates));
}

/** The change of dates as a phase. @returns `null` when no one was told other dates, as far as that is counted */
function dateChange(
  record: PhaseRecord,
  { current, roster, now }: { current: CurrentPlan; roster: RosterVersion | null; now: Temporal.Instant },
): PhaseState | null {
  const { run, runNumber } = record.currentRun;
  const { marks } = record;
  const { prepared = null } = marks;
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
  const reason = run ? null : whyNoDateChange({ prepared, marks, runNumber }, { current, roster, now });
  // Counted again by the sweep: until then, it isn't known whether anyone needs it.
  const held: Held | null = reason && { reason: reason === 'nobody-told' ? 'sends-unsettled' : reason };
  const isVoid = current.plan.twoPersonApproval && (held === null || held.reason === 'needs-release');
  const { zone } = current.plan.court;
  return stateOf({ planned, record, held: (isVoid && notedVoid(marks)) || held, now, zone });
}

interface StateFacts {
  readonly planned: PlannedPhase;
  readonly record: PhaseRecord;
  readonly held: Held | null;
  readonly now: Temporal.Instant;
  /** The court's, by its IANA name. */
  readonly zone: string;
}

function stateOf({ planned, record, held, now, zone }: StateFacts): PhaseState {
  const { at, expiresAt } = planned;
  const { currentRun, earlierRun, marks, holds } = record;
  const isReleased = marks.release !== undefined;
  const earlier = earlierRun && { runId: earlierRun.runId, on: courtDay(earlierRun.decidedAt, zone) };
  const status = phaseStatus({ at, expiresAt, run: currentRun.run, earlier, holds, held, isReleased, now });
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
