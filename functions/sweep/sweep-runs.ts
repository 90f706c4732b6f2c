import { recountComplete } from '../aws/run-counts.ts';
import { type Gate, isHeld } from '../aws/send-gate.ts';
import type { PhaseServices } from '../aws/services.ts';
import { type PreflightReason, preflight } from '../domain/run/preflight.ts';
import { type Chunk, isRetry, type Run } from '../domain/run/run.ts';
import { runCounts } from '../domain/run/run-counts.ts';
import { countSends } from '../domain/send/counts.ts';
import { chunked } from '../lib/batch.ts';
import { each } from '../lib/each.ts';
import { goOn } from '../start-phase/start-phase.ts';
import { sweepAccount } from './sweep-account.ts';
import { watchShares } from './watch-shares.ts';

/** A chunk whose last message is older than this gets a new one. */
const QUEUED_TOO_LONG_MILLISECONDS = 10 * 60_000;
/** The rest waits for the next tick, or for the senders that these bring. */
const MOST_A_TICK = 1000;
const BATCH_SIZE = 10;
const PREFLIGHT_REASONS: readonly PreflightReason[] = ['daily-quota', 'too-slow'];

/**
 * Brings every run on: goes on with what was not written out, lifts a hold of the quota that no longer stands,
 * queues forgotten chunks, and completes. Every act is repeatable; no fact of a send is written.
 */
export async function sweepRuns(services: PhaseServices): Promise<void> {
  const runs = await services.runs.runs();
  const complete = runs.filter(({ completedAt, reconciledAt }) => completedAt && !reconciledAt);
  await each(
    [
      ...runs.map((run) => () => sweepRetries(run, services)),
      ...runs.filter(({ completedAt }) => !completedAt).map((run) => () => sweepRun(run, services)),
      // Last, since it reads most: nobody's email may wait for it.
      ...complete.map((run) => () => sweepAccount(run, services)),
      () => recountComplete(runs, services),
    ],
    (step) => step(),
  );
}

async function sweepRun(found: Run, services: PhaseServices): Promise<void> {
  if (!found.writtenOut) await goOn(found, services);
  const run = (await services.runs.run(found.runId)) ?? found;
  const all = await Array.fromAsync(services.chunks.chunks(run.runId));
  const chunks = all.filter((chunk) => !isRetry(chunk));
  const open = chunks.filter(({ done }) => !done);
  if (open.length > 0) {
    await watchShares(run, services);
    await liftQuotaHolds(run, { open, services });
    const now = services.clock.now().epochMilliseconds;
    const isWorked = open.some(({ leaseUntil = 0 }) => leaseUntil > now);
    // A sender at work finds by itself what waits in the run, but for what lost a sender before.
    const forgotten = isWorked ? open.filter(({ lost }) => lost > 0) : open;
    await queueForgotten(run, { open: forgotten, services });
  } else if (isWhole(run, chunks)) {
    await complete(run, services);
  }
}

/** Whether no chunk of the run can come any more; one that was cancelled uncounted has none. */
function isWhole({ audience, cancelled, writtenOut }: Run, chunks: readonly Chunk[]): boolean {
  if (!audience) return cancelled !== undefined;
  return writtenOut === true && chunks.length === audience.chunks;
}

interface OpenChunks {
  readonly open: readonly Chunk[];
  readonly services: PhaseServices;
}

/** What was held because it didn't fit goes on once it fits. Other holds are a person's to lift. */
async function liftQuotaHolds(run: Run, { open, services }: OpenChunks): Promise<void> {
  const gate = await services.gate.read();
  const held = PREFLIGHT_REASONS.filter((reason) => gate.holds.get(run.runId)?.has(reason));
  const heldAll = gate.holds.get('all')?.has('ses-daily-quota');
  if (held.length === 0 && !heldAll) return;
  const waiting = open.reduce((sum, { attempts, claims }) => sum + attempts.length - claims.size, 0);
  const limits = await services.limits(run);
  const fit = preflight(waiting, { limits, now: services.clock.now(), expiresAt: run.expiresAt });
  if (!fit.fits) return;
  for (const reason of held) await services.gate.lift(run.runId, reason);
  if (heldAll) await services.gate.lift('all', 'ses-daily-quota');
  services.log.info('run-hold-lifted', { run: run.runId });
}

/** A person may retry long after the run is complete. */
async function sweepRetries(run: Run, services: PhaseServices): Promise<void> {
  const retries = await Array.fromAsync(services.chunks.retries(run.runId));
  const open = retries.filter(({ done }) => !done);
  if (open.length === 0) return;
  await liftQuotaHolds(run, { open, services });
  await queueForgotten(run, { open, services });
}

async function queueForgotten(run: Run, { open, services }: OpenChunks): Promise<void> {
  if (open.length === 0) return;
  const gate = await services.gate.read();
  const now = services.clock.now().epochMilliseconds;
  const forgotten = open.filter((chunk) => isForgotten(chunk, { gate, run, now }));
  const names = forgotten.slice(0, MOST_A_TICK).map(({ name }) => ({ runId: run.runId, chunk: name }));
  if (names.length === 0) return;
  for (const batch of chunked(names, BATCH_SIZE)) {
    // Marked first: a crash in between costs ten minutes, the other order would queue it at every tick.
    await Promise.all(batch.map((name) => services.chunks.markQueued(name, now)));
    await services.queue.queue(batch);
  }
  services.log.info('chunks-queued-again', { run: run.runId, chunks: names.length });
}

/** Expired and cancelled runs are queued even while held: their chunks end as skipped. */
function isForgotten(
  { owner, leaseUntil = 0, queuedAt }: Chunk,
  { gate, run, now }: { gate: Gate; run: Run; now: number },
): boolean {
  const ended = run.cancelled !== undefined || Date.parse(run.expiresAt) <= now;
  const free = owner === undefined || leaseUntil <= now;
  return free && (ended || !isHeld(gate, run.runId)) && now - queuedAt > QUEUED_TOO_LONG_MILLISECONDS;
}

/** Puts the events and then marks: an event lost to a crash in between is put again. */
async function complete(
  run: Run,
  { clock, counts, events, log, runs, sendLog }: PhaseServices,
): Promise<void> {
  const asOf = clock.now().toString();
  const counted = await countSends(sendLog.facts(run.runId));
  const { byStatus, attention } = counted;
  const detail = { phase: run.phaseId, run: run.runId };
  await events.publish([
    { kind: 'PhaseCompleted', detail: { ...detail, ...byStatus, cancelled: run.cancelled ?? null } },
    ...(attention > 0
      ? [{ kind: 'SendsNeedAttention' as const, detail: { ...detail, sends: attention } }]
      : []),
  ]);
  await counts.put(runCounts(run, { counts: counted, asOf }));
  await runs.markCompleted(run.runId, clock.now().toString());
  log.info('phase-completed', { run: run.runId, ...byStatus });
}
