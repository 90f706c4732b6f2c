import type { Run } from '../../functions/domain/run/run.ts';
import type { Fact } from '../../functions/domain/send/fact.ts';
import type { Simulation } from './simulation.ts';

/** Some ticks more than the hour that the sweep waits. */
const DUE_MILLISECONDS = 100 * 60_000;

/** How many emails to one address a filer may get without a person's retry: two where the plan resends. */
export function mostWithoutPeople({ workload, retried }: Simulation): number {
  if (retried) return Number.POSITIVE_INFINITY;
  return workload.sending?.unknown === 'resend' ? 2 : 1;
}

/** Whether a filer of an active run is still unknown after one attempt, though the plan resends. */
export async function isResendDue(simulation: Simulation): Promise<boolean> {
  if (simulation.workload.sending?.unknown !== 'resend') return false;
  const { runs, sendLog } = simulation.phaseServices();
  for (const run of await runs.runs()) {
    const ended = run.cancelled !== undefined || Date.parse(run.expiresAt) <= simulation.scheduler.now;
    if (ended) continue;
    const byFiler = Map.groupBy(await Array.fromAsync(sendLog.facts(run.runId)), ({ filerId }) => filerId);
    for (const facts of byFiler.values()) if (isUnknownOnce(simulation, facts)) return true;
  }
  return false;
}

/** What is unknown long before its run expires is sent again. @param endsAt When faults ended. */
export function checkResend(
  simulation: Simulation,
  { run, facts, endsAt, name }: { run: Run; facts: readonly Fact[]; endsAt: number; name: string },
): void {
  if (simulation.workload.sending?.unknown !== 'resend' || run.cancelled || !isUnknownOnce(simulation, facts))
    return;
  const since = Math.max(endsAt, ...facts.map(({ at }) => Date.parse(at)));
  if (since + DUE_MILLISECONDS < Date.parse(run.expiresAt))
    simulation.broken.add(`${name} stays unknown, and is not sent once more`);
}

function isUnknownOnce(simulation: Simulation, facts: readonly Fact[]): boolean {
  const { status } = simulation.pipeline.sendLog.foldStatus(facts);
  return status === 'unknown' && facts.every(({ attempt }) => attempt === 1);
}
