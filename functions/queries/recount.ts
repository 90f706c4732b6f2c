import type { Services } from '../aws/pick.ts';
import { type Account, reconcile } from '../domain/run/reconcile.ts';
import type { Run } from '../domain/run/run.ts';
import { isHeld } from '../domain/run/send-gate.ts';
import type { Fact } from '../domain/send/fact.ts';
import { decideAudience } from '../start-phase/enqueue-audience.ts';

/** What a recount needs. */
export type RecountServices = Pick<
  Services,
  'frozenAudiences' | 'chunks' | 'gate' | 'planOf' | 'roster' | 'sendLog'
>;

/**
 * Recounts a run from its log and chunks.
 * @param options `audience`: `decided` compares with the audience decided again from what the run froze, which finds
 * filers who were lost altogether; `counted` compares with the run's count only and reads no roster.
 */
export async function recount(
  run: Run,
  { services, audience }: { services: RecountServices; audience: 'decided' | 'counted' },
): Promise<Account> {
  const chunks = await Array.fromAsync(services.chunks.chunks(run.runId));
  // The log is read after the chunks: the outcomes of every chunk that is done are in it.
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
    audience: audience === 'decided' ? await decidedAudience(run, services) : null,
    isHeld: isHeld(await services.gate.read(), run.runId),
  });
}

/** @returns `null` when nothing was counted yet, or the roster version is deleted or about to be. */
async function decidedAudience(
  run: Run,
  { planOf, roster, frozenAudiences }: RecountServices,
): Promise<Set<string> | null> {
  if (!run.audience) return null;
  const version = await roster.version(run.rosterVersion);
  const { retired } = await roster.active();
  if (!version?.complete || retired[run.rosterVersion] === 'expired') return null;
  const { attempts, skipped } = await decideAudience(run, {
    plan: await planOf(run),
    roster,
    frozenAudiences,
  });
  return new Set([...attempts, ...skipped].map(({ filerId }) => filerId));
}
