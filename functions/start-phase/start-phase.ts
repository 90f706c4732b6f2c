import type { StartResult } from '../aws/start-phase.ts';
import { type Phase, phasesOf } from '../domain/plan/phases.ts';
import type { StoredPlan } from '../domain/plan/stored-plan.ts';
import { newRun } from '../domain/run/new-run.ts';
import type { PhaseName } from '../domain/run/phase-marks.ts';
import type { StartedBy } from '../domain/run/run.ts';
import { sendingOf, whetherApproved } from './check-approval.ts';
import { type CurrentRun, currentRun } from './current-run.ts';
import { decideStart, heldBy } from './decide-start.ts';
import { notifyPhaseHold } from './notify-phase-hold.ts';
import { resume, termsOf } from './resume.ts';
import type { PhaseServices } from './services.ts';

/**
 * Starts a phase, or resumes its current run: idempotent, and safe for several callers at once. What holds the phase is
 * noted, and people are notified.
 */
export async function startPhase(
  name: PhaseName,
  { startedBy, services }: { startedBy: StartedBy; services: PhaseServices },
): Promise<StartResult> {
  const current = await services.plans.current();
  if (!current) return { started: false, reason: 'no-plan' };
  const phase = phasesOf(current.plan).find(
    ({ id, at }) => id === name.phaseId && at.toInstant().equals(name.scheduledFor),
  );
  if (!phase) return { started: false, reason: 'not-in-plan' };
  const existing = await currentRun(name, services.runs);
  if (existing.run) return resume(existing.run, services);
  const { decision, marks, now, after } = await readAndDecide(phase, { name, existing, current, services });
  if (!decision.start) {
    const { reason, ...held } = heldBy(decision.reason, { phase, plan: current.plan, marks });
    await notifyPhaseHold(name, { reason, ...held, marks, services });
    return { started: false, reason };
  }
  const { roster } = decision;
  const { runNumber } = existing;
  const sending = sendingOf(phase, { plan: current.plan, rosterVersion: roster.version, runNumber });
  const approved = await whetherApproved(sending, { approval: marks.approval, services });
  if (!approved.approved) {
    await notifyPhaseHold(name, { reason: 'approval-void', void: approved.reasons, marks, services });
    return { started: false, reason: 'approval-void' };
  }
  const run = newRun(
    { phaseId: phase.id, kind: phase.kind, scheduledFor: phase.at.toInstant().toString(), ...termsOf(phase) },
    { current, roster, startedBy, decidedAt: now.toString(), runNumber, after },
  );
  return resume(await services.runs.putIfAbsent(run), services);
}

/** Reads what decides whether a phase may start, and decides. */
async function readAndDecide(
  phase: Phase,
  {
    name,
    existing,
    current: { plan },
    services,
  }: { name: PhaseName; existing: CurrentRun; current: StoredPlan; services: PhaseServices },
) {
  const runs = await services.runs.runs();
  const [marks, roster] = await Promise.all([
    services.phaseMarks.marks(name, existing.runNumber),
    services.roster.activeVersion(),
  ]);
  const now = services.clock.now();
  const { chunks } = services;
  const decided = await decideStart(phase, { plan, existing, runs, marks, roster, now, chunks });
  return { ...decided, marks, now };
}
