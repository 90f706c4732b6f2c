import { preflight } from '../domain/run/preflight.ts';
import type { Chunk, Run } from '../domain/run/run.ts';
import { reasonsOf } from '../domain/run/send-gate.ts';
import type { PhaseServices } from '../start-phase/services.ts';

/** What a note is about. */
interface Waiting {
  /** Chunks that aren't done. */
  readonly open: readonly Chunk[];
  readonly services: Pick<PhaseServices, 'clock' | 'gate' | 'limits' | 'log'>;
}

/** People know of such a hold, since they placed it or got a notice, and decide when it ends. */
const KNOWN_HOLDS: ReadonlySet<string> = new Set(['person', 'restored']);

/**
 * Logs how late a run is: how much longer it has been sending than its emails need at the account's rate. An alarm
 * reads this line, because no message in the queue gets old: a sender takes each within minutes, and queues what it
 * can't send as a new one.
 */
export async function noteWaiting(run: Run, { open, services }: Waiting): Promise<void> {
  if (await isKnownlyHeld(run, services)) return;
  const now = services.clock.now();
  const limits = await services.limits(run);
  const { seconds } = preflight(run.audience?.mailable ?? 0, { limits, now, expiresAt: run.expiresAt });
  const sent = Math.floor(now.since(run.decidedAt).total('minutes'));
  const minutes = Math.max(0, sent - Math.floor(seconds / 60));
  services.log.info('chunks-waiting', { run: run.runId, chunks: open.length, minutes });
}

/**
 * Logs how long a run's retries have waited since they were last queued. The sweep queues them again every ten minutes
 * unless they are held, so only held ones get old. Those that keep failing become dead letters.
 */
export async function noteWaitingRetries(run: Run, { open, services }: Waiting): Promise<void> {
  if (await isKnownlyHeld(run, services)) return;
  const oldest = Math.min(...open.map(({ queuedAt }) => queuedAt));
  const minutes = Math.floor((services.clock.now().epochMilliseconds - oldest) / 60_000);
  services.log.info('chunks-waiting', { run: run.runId, chunks: open.length, minutes });
}

async function isKnownlyHeld({ runId }: Run, { gate }: Pick<PhaseServices, 'gate'>): Promise<boolean> {
  const read = await gate.read();
  return [...reasonsOf(read, 'all'), ...reasonsOf(read, runId)].some((reason) => KNOWN_HOLDS.has(reason));
}
