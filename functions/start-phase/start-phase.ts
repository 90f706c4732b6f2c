import { type Phase, phasesOf } from '../domain/plan/phases.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { CurrentPlan, StoredPlan } from '../domain/plan/stored-plan.ts';
import { dateChangeExpiry } from '../domain/run/announced-dates.ts';
import type { HoldReason } from '../domain/run/may-start.ts';
import { newRun } from '../domain/run/new-run.ts';
import type { PhaseName } from '../domain/run/phase-marks.ts';
import { fitsPlan, type Run, runNumberOf, type StartedBy } from '../domain/run/run.ts';
import { sendingOf, whetherApproved } from './check-approval.ts';
import { type CurrentRun, currentRun } from './current-run.ts';
import { decideStart, heldBy } from './decide-start.ts';
import { enqueueAudience } from './enqueue-audience.ts';
import { notifyPhaseHold } from './notify-phase-hold.ts';
import type { PhaseServices } from './services.ts';

type ConfirmServices = Pick<PhaseServices, 'plans' | 'runs' | 'phaseMarks' | 'roster'>;

/** The run that is under way now, or why there is none. */
export type StartResult =
  | { readonly started: true; readonly runId: string }
  | { readonly started: false; readonly reason: HoldReason | 'no-plan' | 'not-in-plan' | 'nobody-told' };

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

/** Continues with a run where an earlier start stopped. Idempotent. */
export async function resume(run: Run, services: PhaseServices): Promise<StartResult> {
  const confirmed = await confirmPlan(run, services);
  if (!confirmed.enqueued && !confirmed.completedAt) await enqueueAudience(confirmed, services);
  return confirmed.cancelled === undefined
    ? { started: true, runId: run.runId }
    : { started: false, reason: 'cancelled' };
}

/** Whether a run may adopt a newer plan. What two people approved must not change without a new approval. */
async function mayAdopt(
  run: Run,
  { current, services }: { current: CurrentPlan; services: ConfirmServices },
): Promise<boolean> {
  const { phaseId, scheduledFor, rosterVersion } = run;
  const { plan } = current;
  const { expiresAt, number, of } = newTerms(run, plan);
  const runNumber = runNumberOf(run);
  const { approval } = await services.phaseMarks.marks({ phaseId, scheduledFor }, runNumber);
  const sending = { phaseId, scheduledFor, runNumber, plan, rosterVersion };
  const phase = { id: phaseId, kind: run.kind, number, of };
  const isChange = run.kind === 'date-change';
  const whole = { ...sending, phase, expiresAt: isChange ? null : expiresAt };
  return (await whetherApproved(whole, { approval, services })).approved;
}

/**
 * Reads the plan again once the run exists. Moving a launch writes the plan first and then reads the runs, so one of
 * the two sees the other. @returns the run as it is then, canceled perhaps.
 */
async function confirmPlan(run: Run, services: ConfirmServices): Promise<Run> {
  const { plans, runs } = services;
  if (run.cancelled || run.completedAt) return run;
  const current = await plans.current();
  if (current?.version === run.planVersion) return run;
  if (!current || !fitsPlan(run, current)) {
    await runs.cancel(run.runId, 'plan-changed');
    return runs.existing(run.runId);
  }
  if (run.audience) return run;
  if (!(await mayAdopt(run, { current, services }))) {
    await runs.cancel(run.runId, 'approval-void');
    return runs.existing(run.runId);
  }
  await runs.adoptPlan(run.runId, { planVersion: current.version, ...newTerms(run, current.plan) });
  return confirmPlan(await runs.existing(run.runId), services);
}

/** What a newer plan says about a run that fits it. */
function newTerms({ kind, phaseId, decidedAt }: Run, plan: Plan): Pick<Run, 'expiresAt' | 'number' | 'of'> {
  if (kind === 'date-change') return { expiresAt: dateChangeExpiry(plan, decidedAt), number: 1, of: 1 };
  return termsOf(phasesOf(plan).find(({ id }) => id === phaseId)!);
}

function termsOf({ expiresAt, number, of }: Phase): Pick<Run, 'expiresAt' | 'number' | 'of'> {
  return { expiresAt: expiresAt.toInstant().toString(), number, of };
}
