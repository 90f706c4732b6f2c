import type { StartResult } from '../../aws/start-phase.ts';
import { ONE_OFF } from '../../domain/plan/kinds.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { announcementPhase, isChange } from '../../domain/run/announcement.ts';
import { type Run, runNumberOf } from '../../domain/run/run.ts';
import { oneOffFits } from '../../email/check-one-off-emails.ts';
import type { Sending } from '../check-approval.ts';
import { continueRun } from '../resume.ts';
import type { PhaseServices } from '../services.ts';
import { groupByShard } from './group-by-shard.ts';
import { oneOffSending } from './one-off-sending.ts';
import { toldByShard } from './told.ts';

/**
 * Continues with an announcement's run where an earlier start stopped. Idempotent. What it says and to whom follows from
 * the templates, so only functions that have them can do that: the sweep calls StartPhase.
 */
export function resumeAnnouncement(run: Run, services: PhaseServices): Promise<StartResult> {
  return continueRun(run, {
    services,
    sendingNow: (of, plan) => sendingNow(of, { plan, services }),
    freeze: (of) => freezeAudience(of, services),
  });
}

async function sendingNow(
  run: Run,
  { plan, services }: { plan: Plan; services: PhaseServices },
): Promise<Sending | null> {
  const { phaseId, kind, scheduledFor, rosterVersion } = run;
  const about = { plan, rosterVersion, runNumber: runNumberOf(run) };
  if (kind === ONE_OFF) {
    const oneOff = await services.oneOffs.read(phaseId);
    return oneOff && oneOffFits(plan, oneOff) ? oneOffSending(oneOff, about, services) : null;
  }
  if (!isChange(kind)) throw new Error(`Cannot announce a ${kind} because it must be an announcement`);
  return { ...about, phaseId, scheduledFor, phase: announcementPhase(kind), expiresAt: null };
}

/** The log keeps growing: what it says now is written down once, and the audience follows from that alone. */
async function freezeAudience(run: Run, services: PhaseServices): Promise<void> {
  const { kind, runId } = run;
  const plan = await services.planOf(run);
  if (isChange(kind)) {
    const others = (await services.runs.runs()).filter((other) => other.runId !== runId);
    return services.frozenAudiences.freeze(runId, () => toldByShard(kind, others, { plan, services }));
  }
  await services.frozenAudiences.freeze(runId, () => groupByShard(run, { plan, services }));
}
