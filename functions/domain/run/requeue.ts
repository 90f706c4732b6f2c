import type { AudienceCount, Chunk, Run } from './run.ts';

/** A chunk whose last message is older than this gets a new one. */
const MAX_QUEUED_MILLISECONDS = 10 * 60_000;

/** What decides whether the chunks of a run are queued again; `now` in epoch milliseconds. */
interface RequeueFacts {
  readonly run: Pick<Run, 'cancelled' | 'expiresAt'>;
  /** The run is held, or everything. */
  readonly isHeld: boolean;
  readonly now: number;
}

/**
 * Open chunks that nothing works on and whose message is lost, or had no effect. Those of expired and canceled runs
 * are queued even while held: they end as skipped.
 */
export function forgottenChunks(
  open: readonly Chunk[],
  { run, isHeld, now }: RequeueFacts,
): readonly Chunk[] {
  const ended = run.cancelled !== undefined || Date.parse(run.expiresAt) <= now;
  if (isHeld && !ended) return [];
  return open.filter(({ owner, leaseUntil = 0, queuedAt }) => {
    const free = owner === undefined || leaseUntil <= now;
    return free && now - queuedAt > MAX_QUEUED_MILLISECONDS;
  });
}

/**
 * Chunks that need the sweep: all that are open, or, while a sender works on the run, only those that may be poison. A
 * sender looks for all others without being asked.
 */
export function unattendedChunks(open: readonly Chunk[], now: number): readonly Chunk[] {
  const isWorked = open.some(({ leaseUntil = 0 }) => leaseUntil > now);
  return isWorked ? open.filter(({ expiredLeases }) => expiredLeases > 0) : open;
}

/** Whether no further chunk of a run can come. A run that was canceled before its audience was counted has none. */
export function hasAllChunks(
  {
    audience,
    cancelled,
    enqueued,
  }: Pick<Run, 'cancelled' | 'enqueued'> & { readonly audience?: Pick<AudienceCount, 'chunks'> },
  chunks: number,
): boolean {
  if (!audience) return cancelled !== undefined;
  return enqueued === true && chunks === audience.chunks;
}

/** Emails of open chunks that are still to be sent. */
export function emailsLeft(open: readonly Chunk[]): number {
  return open.reduce((sum, { attempts, claims }) => sum + attempts.length - claims.size, 0);
}
