import type { Temporal } from 'temporal-polyfill';
import type { Services } from '../../aws/pick.ts';
import { isAnnouncement } from '../../domain/plan/kinds.ts';
import { type Phase, phasesOf } from '../../domain/plan/phases.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import { voidReasons } from '../../domain/run/approval.ts';
import { needsConfirmation, needsRelease } from '../../domain/run/may-start.ts';
import type { PhaseMarks, PhaseName } from '../../domain/run/phase-marks.ts';
import { isCompleteRunOf, runsOf } from '../../domain/run/phase-runs.ts';
import type { Run } from '../../domain/run/run.ts';
import { type Gate, reasonsOf } from '../../domain/run/send-gate.ts';
import { sendingOf, toSendOf } from '../../start-phase/check-approval.ts';
import type { CurrentRun } from '../../start-phase/current-run.ts';
import { decideStart, type Held, heldBy } from '../../start-phase/decide-start.ts';
import { loadChanges, loadMessages } from './load-announcements.ts';
import { loadPauseNotes, type PauseNotes } from './pause-notes.ts';
import {
  type PhaseRecord,
  type PhaseState,
  type PhasesState,
  type PlannedPhase,
  shownAt,
  shownRun,
} from './phase-state.ts';
import { notedVoid, type PhasesServices, stateOf } from './phase-with-status.ts';

interface LoadOptions {
  /** Without `sessions`, no one is named: notices to staff name no one. */
  readonly services: PhasesServices & Partial<Pick<Services, 'sessions'>>;
  readonly now: Temporal.Instant;
}

/** Loads every phase of the plan with its status, what filers were told otherwise, and one-off messages. */
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
  const about = { current, runs, roster, now, recordOf, services };
  const [changes, messages] = await Promise.all([loadChanges(about), loadMessages(about)]);
  const phases = inOrder([...changes, ...ofPlan]).map((phase) => withNotes(phase, pauses));
  const known = messages.map((message) => withNotes(message, pauses));
  return { phases, messages: known, others: withoutPhase(runs, [...phases, ...known]), runs, gate, pauses };
}

/** By the time at which pages show them, but what waits to be announced comes first. */
function inOrder(phases: readonly PhaseState[]): PhaseState[] {
  const placeOf = (phase: PhaseState) =>
    isAnnouncement(phase.kind) && shownRun(phase) === null ? '' : shownAt(phase);
  return phases.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
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
