import type { ToldStore } from '../date-change/told.client.ts';
import type { ChunkStore } from '../delivery/chunk.client.ts';
import { type GateStore, isHeld } from '../delivery/gate.client.ts';
import type { Run } from '../delivery/run.ts';
import type { ReadRunPlan } from '../delivery/run-plan.client.ts';
import { decideAudience } from '../phases/write-out.client.ts';
import type { RosterStore } from '../roster/roster.client.ts';
import type { Fact } from './fact.ts';
import { type Account, reconcile } from './reconcile.ts';
import type { SendLogStore } from './send-log.client.ts';

export interface RecountServices {
  readonly chunks: Pick<ChunkStore, 'chunks'>;
  readonly gate: Pick<GateStore, 'read'>;
  readonly planOf: ReadRunPlan;
  readonly roster: RosterStore;
  readonly told: ToldStore;
  readonly sendLog: Pick<SendLogStore, 'facts'>;
}

/**
 * Recounts a run from its log and chunks.
 * @param audience `decided`: against the audience decided again from what the run froze, which finds filers that were
 * lost altogether; `counted`: against the run's count only, which reads no roster.
 */
export async function recount(
  run: Run,
  { services, audience }: { services: RecountServices; audience: 'decided' | 'counted' },
): Promise<Account> {
  const chunks = await Array.fromAsync(services.chunks.chunks(run.runId));
  // The log is read after the chunks: whatever a done chunk promises is in it.
  const facts = new Map<string, Fact[]>();
  for await (const fact of services.sendLog.facts(run.runId)) {
    const known = facts.get(fact.filerId);
    if (known) known.push(fact);
    else facts.set(fact.filerId, [fact]);
  }
  return reconcile({
    run,
    chunks,
    facts,
    audience: audience === 'decided' ? await audienceOf(run, services) : null,
    isHeld: isHeld(await services.gate.read(), run.runId),
  });
}

/** @returns `null` when nothing was counted yet, or the roster version is gone or going. */
async function audienceOf(run: Run, { planOf, roster, told }: RecountServices): Promise<Set<string> | null> {
  if (!run.audience) return null;
  const version = await roster.version(run.rosterVersion);
  const { barred } = await roster.active();
  if (!version?.complete || barred[run.rosterVersion] === 'expired') return null;
  const { attempts, skipped } = await decideAudience(run, { plan: await planOf(run), roster, told });
  return new Set([...attempts, ...skipped].map(({ filerId }) => filerId));
}
