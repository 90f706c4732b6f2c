import type { StartResult } from '../aws/start-phase.ts';
import { isAnnouncement, ONE_OFF } from '../domain/plan/kinds.ts';
import { type Phase, phasesOf } from '../domain/plan/phases.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { CurrentPlan } from '../domain/plan/stored-plan.ts';
import { announcementExpiry } from '../domain/run/announcement.ts';
import { fitsPlan, type Run, runNumberOf } from '../domain/run/run.ts';
import { type Sending, whetherApproved } from './check-approval.ts';
import { enqueueAudience } from './enqueue-audience.ts';
import type { PhaseServices } from './services.ts';

type ConfirmServices = Pick<PhaseServices, 'plans' | 'runs' | 'phaseMarks' | 'roster'>;

/** What differs between a phase of the plan and an announcement until the audience of its run is counted. */
export interface Continuation {
  /** A run as it would be sent by a newer plan; `null`: it can't. */
  readonly sendingNow: (run: Run, plan: Plan) => Promise<Sending | null>;
  /** Writes down what the audience follows from. */
  readonly freeze: (run: Run) => Promise<void>;
}

/** Continues with a run of a phase, or any run that is counted, where an earlier start stopped. Idempotent. */
export function resume(run: Run, services: PhaseServices): Promise<StartResult> {
  return continueRun(run, { ...OF_PHASE, services });
}

const OF_PHASE: Continuation = {
  sendingNow: async (run, plan) => {
    const { phaseId, kind, scheduledFor, rosterVersion } = run;
    if (isAnnouncement(kind))
      throw new Error(`Cannot resume ${run.runId} here because its audience must be counted first`);
    const { expiresAt, number, of } = newTerms(run, plan);
    const phase = { id: phaseId, kind, number, of };
    return { plan, rosterVersion, runNumber: runNumberOf(run), phaseId, scheduledFor, phase, expiresAt };
  },
  freeze: async () => {},
};

/** Continues with a run where an earlier start stopped. Idempotent. */
export async function continueRun(
  run: Run,
  { services, ...continuation }: Continuation & { readonly services: PhaseServices },
): Promise<StartResult> {
  const confirmed = await confirmPlan(run, { ...continuation, services });
  if (!confirmed.enqueued && !confirmed.completedAt) {
    if (!confirmed.cancelled && !confirmed.audience) await continuation.freeze(confirmed);
    await enqueueAudience(confirmed, services);
  }
  return confirmed.cancelled === undefined
    ? { started: true, runId: run.runId }
    : { started: false, reason: 'cancelled' };
}

type ConfirmOptions = Pick<Continuation, 'sendingNow'> & { readonly services: ConfirmServices };

/** Whether a run may adopt a newer plan. What two people approved must not change without a new approval. */
async function mayAdopt(
  run: Run,
  { current, sendingNow, services }: ConfirmOptions & { readonly current: CurrentPlan },
): Promise<boolean> {
  const sending = await sendingNow(run, current.plan);
  if (!sending) return false;
  const { phaseId, scheduledFor } = run;
  const { approval } = await services.phaseMarks.marks({ phaseId, scheduledFor }, sending.runNumber);
  return (await whetherApproved(sending, { approval, services })).approved;
}

/**
 * Reads the plan again once the run exists. Moving a launch writes the plan first and then reads the runs, so one of
 * the two sees the other. @returns the run as it is then, canceled perhaps.
 */
async function confirmPlan(run: Run, options: ConfirmOptions): Promise<Run> {
  const { plans, runs } = options.services;
  if (run.cancelled || run.completedAt) return run;
  const current = await plans.current();
  if (current?.version === run.planVersion) return run;
  if (!current || !fitsPlan(run, current)) {
    await runs.cancel(run.runId, 'plan-changed');
    return runs.existing(run.runId);
  }
  if (run.audience) return run;
  if (!(await mayAdopt(run, { ...options, current }))) {
    await runs.cancel(run.runId, 'approval-void');
    return runs.existing(run.runId);
  }
  await runs.adoptPlan(run.runId, { planVersion: current.version, ...newTerms(run, current.plan) });
  return confirmPlan(await runs.existing(run.runId), options);
}

/** What a newer plan says about a run that fits it. */
function newTerms(
  { kind, phaseId, decidedAt, ...run }: Run,
  plan: Plan,
): Pick<Run, 'expiresAt' | 'number' | 'of'> {
  // Its expiry counts from its release, whatever the plan says.
  if (kind === ONE_OFF) return { expiresAt: run.expiresAt, number: 1, of: 1 };
  if (isAnnouncement(kind))
    return { expiresAt: announcementExpiry(kind, { plan, from: decidedAt }), number: 1, of: 1 };
  return termsOf(phasesOf(plan).find(({ id }) => id === phaseId)!);
}

/** What a run takes from its phase of the plan. */
export function termsOf({ expiresAt, number, of }: Phase): Pick<Run, 'expiresAt' | 'number' | 'of'> {
  return { expiresAt: expiresAt.toInstant().toString(), number, of };
}
