import type { AnnouncedDatesStore } from '../aws/announced-dates.ts';
import type { ChunkStore } from '../aws/chunks.ts';
import type { ReadRunPlan } from '../aws/plan-cache.ts';
import type { RosterStore } from '../aws/rosters.ts';
import type { SendGate } from '../aws/send-gate.ts';
import type { SendLogStore } from '../aws/send-log.ts';
import { type Account, reconcile } from '../domain/run/reconcile.ts';
import type { Run } from '../domain/run/run.ts';
import { isHeld } from '../domain/run/send-gate.ts';
import type { Fact } from '../domain/send/fact.ts';
import { decideAudience } from '../start-phase/enqueue-audience.ts';

export interface RecountServices {
  readonly chunks: Pick<ChunkStore, 'chunks'>;
  readonly gate: Pick<SendGate, 'read'>;
  readonly planOf: ReadRunPlan;
  readonly roster: RosterStore;
  readonly announcedDates: AnnouncedDatesStore;
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
async function audienceOf(
  run: Run,
  { planOf, roster, announcedDates }: RecountServices,
): Promise<Set<string> | null> {
  if (!run.audience) return null;
  const version = await roster.version(run.rosterVersion);
  const { barred } = await roster.active();
  if (!version?.complete || barred[run.rosterVersion] === 'expired') return null;
  const { attempts, skipped } = await decideAudience(run, {
    plan: await planOf(run),
    roster,
    announcedDates,
  });
  return new Set([...attempts, ...skipped].map(({ filerId }) => filerId));
}
