import type { StartLater } from '../aws/start-phase.ts';
import { isAnnouncement } from '../domain/plan/kinds.ts';
import { hasAllChunks, unattendedChunks } from '../domain/run/requeue.ts';
import { isRetry, type Run } from '../domain/run/run.ts';
import { each } from '../lib/iterables.ts';
import { resume } from '../start-phase/resume.ts';
import type { PhaseServices } from '../start-phase/services.ts';
import { completeRun } from './complete-run.ts';
import { liftQuotaHolds } from './lift-quota-holds.ts';
import { noteWaiting, noteWaitingRetries } from './note-waiting.ts';
import { reconcileRun } from './reconcile-run.ts';
import { recountComplete, recountRetried } from './recount-complete.ts';
import { requeueChunks } from './requeue-chunks.ts';
import type { Seen } from './seen.ts';
import { watchShares } from './watch-shares.ts';

type SweepServices = PhaseServices & { readonly startLater: StartLater };

/**
 * Brings every run on: resumes what was not enqueued, lifts a hold of the quota once the run fits, queues forgotten
 * chunks, and completes. Idempotent; writes no fact of a send.
 */
export async function sweepRuns(seen: Seen, services: SweepServices): Promise<void> {
  const runs = await seen.runs();
  const complete = runs.filter(({ completedAt, reconciledAt }) => completedAt && !reconciledAt);
  await each(
    [
      ...runs.map((run) => () => sweepRetries(run, services)),
      ...runs.filter(({ completedAt }) => !completedAt).map((run) => () => sweepRun(run, services)),
      // Last, since it reads most: no email may wait for it.
      ...complete.map((run) => () => reconcileRun(run, services)),
      () => recountComplete(runs, services),
    ],
    (step) => step(),
  );
}

async function sweepRun(found: Run, services: SweepServices): Promise<void> {
  if (!found.enqueued) await continueWith(found, services);
  const run = (await services.runs.run(found.runId)) ?? found;
  const all = await Array.fromAsync(services.chunks.chunks(run.runId));
  const chunks = all.filter((chunk) => !isRetry(chunk));
  const open = chunks.filter(({ done }) => !done);
  if (open.length > 0) {
    await watchShares(run, services);
    await liftQuotaHolds(run, { open, services });
    const unattended = unattendedChunks(open, services.clock.now().epochMilliseconds);
    await requeueChunks(run, { open: unattended, services });
    // Last, since it may ask SES: no email may wait for it.
    await noteWaiting(run, { open, services });
  } else if (hasAllChunks(run, chunks.length)) {
    await completeRun(run, services);
  }
}

/** Whom an announcement is for follows from the templates, which StartPhase has. */
async function continueWith(run: Run, services: SweepServices): Promise<void> {
  const { phaseId, scheduledFor } = run;
  const isUncounted = !run.audience && run.cancelled === undefined;
  if (isAnnouncement(run.kind) && isUncounted) await services.startLater({ phaseId, scheduledFor }, 'sweep');
  else await resume(run, services);
}

/** A person may retry long after the run is complete. */
async function sweepRetries(run: Run, services: PhaseServices): Promise<void> {
  const retries = await Array.fromAsync(services.chunks.retries(run.runId));
  if (retries.length === 0) return;
  const open = retries.filter(({ done }) => !done);
  await recountRetried(run, { retries, services });
  if (open.length === 0) return;
  await liftQuotaHolds(run, { open, services });
  await requeueChunks(run, { open, services });
  await noteWaitingRetries(run, { open, services });
}
