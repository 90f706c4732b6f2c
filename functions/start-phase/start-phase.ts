import type { StoredPlan } from '../aws/plans.ts';
import type { PhaseServices } from '../aws/services.ts';
import { type Phase, phasesOf } from '../domain/plan/phases.ts';
import type { RosterVersion } from '../domain/roster/roster-version.ts';
import { tellingEnds } from '../domain/run/announced-dates.ts';
import { type HoldReason, mayStart } from '../domain/run/may-start.ts';
import type { PhaseName } from '../domain/run/phase-marks.ts';
import { isCancelledRunOf, isCompleteRunOf } from '../domain/run/phase-runs.ts';
import { datesOf, fitsPlan, type Run, runIdOf, type StartedBy } from '../domain/run/run.ts';
import { areSettled, standingRun } from './current-run.ts';
import { writeOut } from './enqueue-audience.ts';
import { tellHold } from './notify-hold.ts';

export type StartResult =
  | { readonly started: true; readonly runId: string }
  | { readonly started: false; readonly reason: HoldReason | 'no-plan' | 'not-in-plan' | 'nobody-told' };

/**
 * Starts a phase, or goes on with the run that stands: safe to repeat at any point, by anyone, at once.
 * What holds the phase is noted and told.
 */
export async function startPhase(
  name: PhaseName,
  { startedBy, services }: { startedBy: StartedBy; services: PhaseServices },
): Promise<StartResult> {
  const current = await services.launch.currentPlan();
  if (!current) return { started: false, reason: 'no-plan' };
  const phase = phasesOf(current.plan).find(
    ({ id, at }) => id === name.phaseId && at.toInstant().equals(name.scheduledFor),
  );
  if (!phase) return { started: false, reason: 'not-in-plan' };
  const { run: standing, turn, after: here } = await standingRun(name, services.runs);
  if (standing) return goOn(standing, services);
  const runs = await services.runs.runs();
  // Also those at other times of earlier plans: nobody gets a phase's email twice.
  const after = runs.filter((run) => isCancelledRunOf(phase, run)).map(({ runId }) => runId);
  const [marks, roster] = await Promise.all([
    services.phases.marks(name, turn),
    services.roster.activeVersion(),
  ]);
  const now = services.clock.now();
  const released = marks.release !== undefined;
  const decision = mayStart({
    plan: current.plan,
    phase,
    now,
    released,
    wasCancelled: here.length > 0,
    isSettled: await areSettled(after, services.chunks),
    hasRun: runs.some((run) => isCompleteRunOf(phase, run)),
    roster,
  });
  if (!decision.start || !roster) {
    const reason = decision.start ? 'no-roster' : decision.reason;
    await tellHold(name, { reason, marks, services });
    return { started: false, reason };
  }
  const run = newRun(phase, { current, roster, startedBy, decidedAt: now.toString(), turn, after });
  return goOn(await services.runs.putIfAbsent(run), services);
}

/** Goes on with a run where an earlier start stopped. */
export async function goOn(run: Run, services: PhaseServices): Promise<StartResult> {
  const confirmed = await confirmPlan(run, services);
  if (!confirmed.writtenOut && !confirmed.completedAt) await writeOut(confirmed, services);
  return confirmed.cancelled === undefined
    ? { started: true, runId: run.runId }
    : { started: false, reason: 'cancelled' };
}

/**
 * Reads the plan again after the run stands. Whoever moves a launch writes the plan first and then reads the
 * runs, so one of the two sees the other. @returns the run as it stands then, cancelled perhaps.
 */
async function confirmPlan(run: Run, { launch, runs }: Pick<PhaseServices, 'launch' | 'runs'>): Promise<Run> {
  if (run.cancelled || run.completedAt) return run;
  const current = await launch.currentPlan();
  if (current?.version === run.planVersion) return run;
  if (!current || !fitsPlan(run, current)) {
    await runs.cancel(run.runId, 'plan-changed');
    return standing(run.runId, runs);
  }
  if (run.audience) return run;
  await runs.adoptPlan(run.runId, { planVersion: current.version, ...termsOf(run, current.plan) });
  return confirmPlan(await standing(run.runId, runs), { launch, runs });
}

/** @throws Error when the run is gone: runs are never deleted. */
async function standing(runId: string, runs: PhaseServices['runs']): Promise<Run> {
  const run = await runs.run(runId);
  if (!run) throw new Error(`Cannot go on because the run ${runId} must exist: it is gone`);
  return run;
}

/** What a plan says of a run that fits it. */
function termsOf(
  { kind, phaseId, decidedAt }: Run,
  plan: StoredPlan['plan'],
): Pick<Run, 'expiresAt' | 'number' | 'of'> {
  if (kind === 'date-change') return { expiresAt: tellingEnds(plan, decidedAt), number: 1, of: 1 };
  const { expiresAt, number, of } = phasesOf(plan).find(({ id }) => id === phaseId)!;
  return { expiresAt: expiresAt.toInstant().toString(), number, of };
}

interface RunOrigin {
  readonly current: StoredPlan;
  readonly roster: RosterVersion;
  readonly startedBy: StartedBy;
  readonly decidedAt: string;
  readonly turn: number;
  readonly after: readonly string[];
}

function newRun(phase: Phase, from: RunOrigin): Run {
  const scheduledFor = phase.at.toInstant().toString();
  return {
    runId: runIdOf(phase.id, scheduledFor, from.turn),
    phaseId: phase.id,
    kind: phase.kind,
    number: phase.number,
    of: phase.of,
    scheduledFor,
    expiresAt: phase.expiresAt.toInstant().toString(),
    decidedAt: from.decidedAt,
    planVersion: from.current.version,
    dates: datesOf(from.current.plan),
    rosterVersion: from.roster.version,
    startedBy: from.startedBy,
    ...(from.after.length > 0 && { after: from.after }),
  };
}
