import { isDeepStrictEqual } from 'node:util';
import type { Run } from '../domain/run/run.ts';
import { type RunCounts, runCounts } from '../domain/run/run-counts.ts';
import { countForBreaker, overLimit } from '../domain/send/breaker.ts';
import { sendCounter } from '../domain/send/counts.ts';
import type { Fact } from '../domain/send/fact.ts';
import { sendsOf } from '../domain/send/sends.ts';
import { latestRetries } from '../queries/count-log.ts';
import { openBreaker } from '../send-email/circuit-breaker.ts';
import type { PhaseServices } from '../start-phase/services.ts';

/**
 * Holds a run whose bounces or complaints are over the plan's limits, as the folded log counts them, and keeps the
 * count for pages about the run.
 */
export async function watchShares(run: Run, services: PhaseServices): Promise<void> {
  if (run.cancelled !== undefined || Date.parse(run.expiresAt) <= services.clock.now().epochMilliseconds)
    return;
  const { sending } = await services.planOf(run);
  const sends: (readonly Fact[])[] = [];
  const counter = sendCounter();
  const asOf = services.clock.now().toString();
  const retried = await latestRetries(run.runId, services.chunks);
  for await (const { send, facts } of sendsOf(services.sendLog.facts(run.runId), retried)) {
    counter.add(send);
    sends.push(facts);
  }
  await keepCounts(runCounts(run, { counts: counter.counts(), asOf }), services);
  const count = countForBreaker(sends, run.breakerFrom);
  const reason = overLimit(count, sending.breaker);
  if (reason) await openBreaker({ scope: run.runId, reason, run, detail: { ...count } }, services);
}

/** Writes counts only if they changed: those of a run that waits for days don't. */
async function keepCounts(counted: RunCounts, { counts }: Pick<PhaseServices, 'counts'>): Promise<void> {
  const known = (await counts.counts()).get(counted.runId);
  if (!known || !isDeepStrictEqual({ ...known, asOf: '' }, { ...counted, asOf: '' }))
    await counts.put(counted);
}
