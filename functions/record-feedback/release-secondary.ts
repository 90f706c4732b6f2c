import { Temporal } from 'temporal-polyfill';
import type { ChunkStore } from '../aws/chunks.ts';
import { type EnqueueServices, enqueueChunks, furtherChunk } from '../aws/enqueue-chunks.ts';
import type { ReadRunPlan } from '../aws/plan-cache.ts';
import type { RosterStore } from '../aws/rosters.ts';
import type { RunStore } from '../aws/runs.ts';
import type { SendLogStore } from '../aws/send-log.ts';
import type { SuppressionStore } from '../aws/suppressions.ts';
import { secondaryOf } from '../domain/filer/addresses.ts';
import { secondaryAttempt } from '../domain/run/retry.ts';
import type { Attempt, Run } from '../domain/run/run.ts';
import type { Fact } from '../domain/send/fact.ts';
import type { Log } from '../lib/runtime.ts';

/** What releasing a send to a secondary address needs. */
interface SecondaryServices extends EnqueueServices {
  readonly log: Log;
  readonly chunks: Pick<ChunkStore, 'putIfAbsent' | 'retries'>;
  readonly runs: Pick<RunStore, 'run'>;
  readonly planOf: ReadRunPlan;
  readonly roster: Pick<RosterStore, 'filersById'>;
  readonly sendLog: Pick<SendLogStore, 'factsOf'>;
  readonly suppression: Pick<SuppressionStore, 'suppressed'>;
}

/** SES's reasons that a mailbox is bad. Others may say that the person wants no email, at whatever address. */
const BAD_MAILBOX = [
  'Permanent/General',
  'Permanent/NoEmail',
  'Permanent/Suppressed',
  'Permanent/EmailValidationSuppressed',
];
/** A person's retries may take the next attempt's number meanwhile: then the one after it is tried. */
const MAX_TRIES = 10;

/** Whether a fact says that a filer's mailbox is permanently bad, so that another one may be tried. */
export function isBadMailbox({ kind, reason }: Pick<Fact, 'kind' | 'reason'>): boolean {
  return kind === 'bounced' && reason !== undefined && BAD_MAILBOX.includes(reason);
}

/**
 * Releases one send to the filer's secondary address, where the plan allows it, after the primary one bounced permanently.
 * The facts are in the log by then. Idempotent: however often the bounce is reported, there is one such attempt.
 * @throws Error when a read or write fails: a repeat does it.
 */
export async function releaseSecondary(
  { runId, filerId }: Pick<Fact, 'runId' | 'filerId'>,
  services: SecondaryServices,
): Promise<void> {
  const run = await services.runs.run(runId);
  if (!run || hasEnded(run, services)) return;
  const { sending } = await services.planOf(run);
  if (!sending.secondaryAddresses || !(await hasSecondary(run, { filerId, services }))) return;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const attempt = await nextOf(run, { filerId, services });
    if (!attempt) return;
    const made = await enqueueChunks(runId, { wanted: [furtherChunk(attempt)], services });
    if (made.length > 0) {
      services.log.info('secondary-released', { run: runId, filer: filerId, attempt: attempt.attempt });
      return;
    }
  }
  throw new Error('Cannot release a secondary address because every next attempt already exists');
}

function hasEnded({ cancelled, expiresAt }: Run, { clock }: SecondaryServices): boolean {
  return cancelled !== undefined || Temporal.Instant.compare(clock.now(), expiresAt) >= 0;
}

async function hasSecondary(
  { rosterVersion }: Run,
  { filerId, services }: { filerId: string; services: SecondaryServices },
): Promise<boolean> {
  const filer = (await services.roster.filersById(rosterVersion, [filerId])).get(filerId);
  if (!filer) return false;
  return secondaryOf(filer, await services.suppression.suppressed(filer.secondaryEmails)) !== null;
}

/** Facts are read first, then chunks: a chunk is put before its facts are, so none that counts is overlooked. */
async function nextOf(
  { runId }: Run,
  { filerId, services }: { filerId: string; services: SecondaryServices },
): Promise<Attempt | null> {
  const facts = await services.sendLog.factsOf(runId, filerId);
  const chunks = await Array.fromAsync(services.chunks.retries(runId, filerId));
  return secondaryAttempt(facts, { filerId, queued: chunks.flatMap(({ attempts }) => attempts) });
}
