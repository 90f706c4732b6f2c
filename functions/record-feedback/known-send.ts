import type { AttemptFinder, ChunkRange } from '../aws/chunk-range.ts';
import type { ChunkStore } from '../aws/chunks.ts';
import type { RosterStore } from '../aws/rosters.ts';
import type { RunStore } from '../aws/runs.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { type Attempt, isRetry, type Run, retryName } from '../domain/run/run.ts';
import type { SendTags } from './event-subject.ts';

/** What finding a send needs. */
export interface KnownSendServices {
  readonly chunks: Pick<ChunkStore, 'chunk' | 'chunks'>;
  readonly attempts: AttemptFinder;
  readonly roster: Pick<RosterStore, 'filersById'>;
  readonly runs: Pick<RunStore, 'run'>;
}

/**
 * The services for the events of one batch, which are mostly of one run and a few of its chunks: each is read once. All
 * events of a batch are worked on at the same time, so none of them could expect to see a later state.
 */
export function forBatch<
  Services extends Pick<KnownSendServices, 'runs'> & { readonly chunkRange: Pick<ChunkRange, 'finder'> },
>(services: Services): Services & Pick<KnownSendServices, 'attempts'> {
  const found = new Map<string, Promise<Run | null>>();
  const run = (runId: string) => {
    const reading = found.get(runId) ?? services.runs.run(runId);
    found.set(runId, reading);
    return reading;
  };
  return { ...services, attempts: services.chunkRange.finder(), runs: { ...services.runs, run } };
}

/** A send of a run; without it, no email of this attempt can have gone out. */
interface KnownSend {
  readonly run: Run;
  readonly attempt: Attempt;
}

/** Finds the send that an event's tags name: its run, and the attempt in a chunk; `null` when there is none. */
export async function knownSend(
  { runId, filerId, attempt: number }: SendTags,
  services: KnownSendServices,
): Promise<KnownSend | null> {
  const run = await services.runs.run(runId);
  if (!run) return null;
  const attempt =
    number === 1
      ? await firstAttempt(run, filerId, services)
      : await furtherAttempt(runId, { filerId, attempt: number }, services);
  return attempt && { run, attempt };
}

async function firstAttempt(
  { runId, audience, enqueued }: Run,
  filerId: string,
  { attempts, chunks }: KnownSendServices,
): Promise<Attempt | null> {
  if (!audience) return null;
  const found = await attempts.firstAttempt(runId, { filerId, chunks: audience.chunks });
  if (found || enqueued) return found;
  // While the run is being enqueued, an earlier chunk may still be missing, which misleads the search.
  for await (const chunk of chunks.chunks(runId)) {
    const attempt = isRetry(chunk) ? undefined : chunk.attempts.find((one) => one.filerId === filerId);
    if (attempt) return attempt;
  }
  return null;
}

async function furtherAttempt(
  runId: string,
  { filerId, attempt }: Pick<Attempt, 'filerId' | 'attempt'>,
  { chunks }: KnownSendServices,
): Promise<Attempt | null> {
  const chunk = await chunks.chunk({ runId, chunk: retryName({ filerId, attempt }) });
  return chunk?.attempts.find((one) => one.filerId === filerId && one.attempt === attempt) ?? null;
}

/** The filer as the run's roster knows them; `null` when it doesn't, or there is no such run. */
export async function filerIn(
  { runId, filerId }: Pick<SendTags, 'runId' | 'filerId'>,
  { runs, roster }: KnownSendServices,
): Promise<Filer | null> {
  const run = await runs.run(runId);
  return (run && (await roster.filersById(run.rosterVersion, [filerId])).get(filerId)) ?? null;
}
