import { enqueueChunks } from '../aws/enqueue-chunks.ts';
import type { FrozenAudienceStore } from '../aws/frozen-audiences.ts';
import type { RosterStore } from '../aws/rosters.ts';
import { GONE_STATE, stateOf } from '../domain/filer/rules.ts';
import type { State } from '../domain/filer/state.ts';
import { isAnnouncement } from '../domain/plan/kinds.ts';
import { pivotDate } from '../domain/plan/phases.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { decide } from '../domain/run/audience.ts';
import { preflight } from '../domain/run/preflight.ts';
import { type Attempt, chunkName, chunkSizeOf, type Run } from '../domain/run/run.ts';
import type { Fact } from '../domain/send/fact.ts';
import { chunked } from '../lib/iterables.ts';
import { openBreaker } from '../send-email/circuit-breaker.ts';
import { withEarlier } from './earlier-sends.ts';
import type { PhaseServices } from './services.ts';

interface Audience {
  readonly attempts: readonly Attempt[];
  readonly skipped: readonly (Attempt & { readonly reason: string })[];
  readonly byState: Readonly<Partial<Record<State, number>>>;
}

/**
 * Decides the audience from what the run froze, and writes the count, the skips, then every chunk. Idempotent: a repeat
 * writes the same. A run that was canceled after it was counted is enqueued as well: its senders then log every
 * filer as skipped, and none is missing from the account.
 */
export async function enqueueAudience(run: Run, services: PhaseServices): Promise<void> {
  const { runs } = services;
  if (run.cancelled && !run.audience) return;
  const plan = await services.planOf(run);
  const audience = await decideAudience(run, { plan, ...services });
  const counted = await runs.countAudience(run.runId, {
    byState: audience.byState,
    mailable: audience.attempts.length,
    skipped: audience.skipped.length,
    chunks: Math.ceil(audience.attempts.length / services.chunkSize),
  });
  if (!counted.audience) return;
  if (!counted.cancelled) await checkFit(counted, services);
  await services.sendLog.append(skipFacts(run, audience));
  // What reached a filer so far is frozen with the chunk: the log keeps growing. An announcement refers to no email.
  const attempts = isAnnouncement(run.kind)
    ? audience.attempts
    : await withEarlier(run, audience.attempts, services);
  const named = chunked(attempts, chunkSizeOf(counted.audience, services.chunkSize)).map((of, index) => {
    return { chunk: chunkName(index + 1), attempts: of };
  });
  await enqueueChunks(run.runId, { wanted: named, services });
  if (!counted.cancelled) await notifyStarted(counted, services);
  await runs.markEnqueued(run.runId);
}

async function notifyStarted(
  { runId, phaseId, audience }: Run,
  { events, log }: PhaseServices,
): Promise<void> {
  const { mailable, skipped, chunks } = audience!;
  log.info('phase-started', { run: runId, mailable, skipped, chunks });
  await events.publish([{ kind: 'PhaseStarted', detail: { phase: phaseId, run: runId, ...audience } }]);
}

/** Decides who is emailed and who is skipped, from what the run froze alone: always the same. */
export async function decideAudience(
  { runId, kind, rosterVersion }: Run,
  {
    plan,
    roster,
    frozenAudiences,
  }: { plan: Plan; roster: RosterStore; frozenAudiences: FrozenAudienceStore },
): Promise<Audience> {
  const pivot = pivotDate(plan);
  const wanted = isAnnouncement(kind) ? new Set((await frozenAudiences.ofRun(runId)).keys()) : null;
  const attempts: Attempt[] = [];
  const skipped: (Attempt & { reason: string })[] = [];
  const byState: Partial<Record<State, number>> = {};
  for await (const filer of roster.filers(rosterVersion)) {
    if (wanted && !wanted.delete(filer.filerId)) continue;
    const filerState = stateOf(filer, pivot);
    const decision = decide(kind, filerState);
    if (!decision.send && !decision.inAudience) continue;
    const attempt = { filerId: filer.filerId, attempt: 1, state: filerState.state };
    byState[filerState.state] = (byState[filerState.state] ?? 0) + 1;
    if (decision.send) attempts.push(attempt);
    else skipped.push({ ...attempt, reason: decision.reason });
  }
  for (const filerId of wanted ?? []) {
    skipped.push({ filerId, attempt: 1, state: GONE_STATE, reason: 'not-in-roster' });
    byState[GONE_STATE] = (byState[GONE_STATE] ?? 0) + 1;
  }
  return { attempts, skipped, byState };
}

/** Holds the whole run if it doesn't fit the quota or the time left: better than sending half of it before anyone notices. */
async function checkFit(run: Run, services: PhaseServices): Promise<void> {
  const limits = await services.limits(run);
  const now = services.clock.now();
  const { mailable } = run.audience!;
  const fit = preflight(mailable, { limits, now, expiresAt: run.expiresAt });
  if (fit.fits) return;
  const detail = { mailable, seconds: fit.seconds };
  await openBreaker({ scope: run.runId, reason: fit.reason, run, detail }, services);
}

function skipFacts({ runId, decidedAt }: Run, { skipped }: Audience): Fact[] {
  return skipped.map((skip) => ({ runId, kind: 'skipped', at: decidedAt, ...skip }));
}
