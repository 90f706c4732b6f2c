import { countForBreaker, overLimit } from '../delivery/breaker.ts';
import { openBreaker } from '../delivery/open-breaker.client.ts';
import type { Run } from '../delivery/run.ts';
import type { PhaseServices } from '../phases/services.client.ts';
import { sendsOf } from '../send-log/count-sends.client.ts';
import type { Fact } from '../send-log/fact.ts';

/** Holds a run whose bounces or complaints are over the plan's limits, as the folded log counts them. */
export async function watchShares(run: Run, services: PhaseServices): Promise<void> {
  if (run.cancelled !== undefined || Date.parse(run.expiresAt) <= services.clock.now().epochMilliseconds)
    return;
  const { sending } = await services.planOf(run);
  const sends: (readonly Fact[])[] = [];
  for await (const { facts } of sendsOf(run.runId, services.sendLog)) sends.push(facts);
  const count = countForBreaker(sends, run.breakerFrom);
  const reason = overLimit(count, sending.breaker);
  if (!reason) return;
  const holds = (await services.gate.read()).holds.get(run.runId);
  if (!holds?.has(reason)) await openBreaker(run, { reason, count, services });
}
