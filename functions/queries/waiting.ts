import type { Services } from '../aws/services.ts';
import { blockedPhases } from '../domain/run/phase-runs.ts';
import { currentRun } from '../start-phase/current-run.ts';
import { dateChangeName } from '../start-phase/date-change/prepare-date-change.ts';

/** What a person may release since the plan changed. */
export interface WaitReport {
  /** A phase, or `date-change`. */
  readonly phaseId: string;
  readonly reason: string;
  /** How many filers were told other dates, when last counted. */
  readonly filers?: number;
  /** The phase's cancelled run. */
  readonly runId?: string;
}

/** The phases whose runs a plan cancelled and still has, and the change of dates, if it is prepared and not released. */
export async function askWaiting(
  services: Pick<Services, 'clock' | 'launch' | 'phases' | 'runs'>,
): Promise<WaitReport[]> {
  const { clock, launch, phases, runs } = services;
  const current = await launch.currentPlan();
  if (!current) return [];
  const blocked = blockedPhases(current.plan, { runs: await runs.runs(), now: clock.now() });
  const name = dateChangeName(current);
  const { run, runNumber } = await currentRun(name, runs);
  const { hold, prepared } = await phases.marks(name, runNumber);
  const isPrepared = !run && hold && prepared && (prepared.filers > 0 || !prepared.settled);
  return [
    ...blocked.map(({ phaseId, runId }) => ({ phaseId, runId, reason: 'cancelled' })),
    ...(isPrepared ? [{ phaseId: name.phaseId, reason: hold.reason, filers: prepared.filers }] : []),
  ];
}
