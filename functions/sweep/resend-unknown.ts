import { Temporal } from 'temporal-polyfill';
import { enqueueChunks, furtherChunk } from '../aws/enqueue-chunks.ts';
import type { LogReader } from '../aws/send-log-reader.ts';
import { SHARDS } from '../domain/filer/filer-id.ts';
import { resendAttempt } from '../domain/run/retry.ts';
import type { Run } from '../domain/run/run.ts';
import { each } from '../lib/iterables.ts';
import type { PhaseServices } from '../start-phase/services.ts';
import type { Seen } from './seen.ts';

/** How many filers of a run are looked at in one tick; the next one begins elsewhere. */
const MAX_A_TICK = 500;
const PAGE = 100;
const TICK_MILLISECONDS = 5 * 60_000;

type Services = Pick<PhaseServices, 'planOf' | 'sendLog' | 'chunks' | 'queue' | 'clock' | 'log'> & {
  readonly logReader: Pick<LogReader, 'rare'>;
};

/**
 * Sends again what is still unknown after an hour, where the plan says `resend`: one further attempt per filer and
 * run, in a chunk that exists once. Its sender looks for proof of the first right before it sends.
 */
export async function resendUnknown(seen: Seen, services: Services): Promise<void> {
  const now = services.clock.now();
  const open = (await seen.runs()).filter(
    ({ cancelled, expiresAt }) => cancelled === undefined && Temporal.Instant.compare(now, expiresAt) < 0,
  );
  await each(open, async (run) => {
    const { sending } = await services.planOf(run);
    if (sending.unknown === 'resend') await resendOf(run, services);
  });
}

async function resendOf({ runId }: Run, services: Services): Promise<void> {
  const { clock, log, sendLog } = services;
  let sends = 0;
  let looks = 0;
  for await (const filerId of unknownOf(runId, services)) {
    if (++looks > MAX_A_TICK) break;
    const attempt = resendAttempt(await sendLog.factsOf(runId, filerId), clock.now());
    if (!attempt) continue;
    // A chunk that exists is queued by what put it, or by the sweep's look for forgotten chunks.
    const wanted = [furtherChunk(attempt)];
    sends += (await enqueueChunks(runId, { wanted, services, requeues: false })).length;
  }
  if (sends > 0) log.info('unknown-resent', { run: runId, sends });
}

/** Filers with a fact `unknown`, settled or not, from another shard on at each tick: none comes last forever. */
async function* unknownOf(runId: string, { clock, logReader }: Services): AsyncIterable<string> {
  const tick = Math.floor(clock.now().epochMilliseconds / TICK_MILLISECONDS);
  const start = SHARDS[tick % SHARDS.length]!;
  const from = (after: string) => logReader.rare(runId, { status: 'unknown', after, pageSize: PAGE });
  // A single digit names a shard: it comes before all ids of that shard.
  yield* from(start);
  for await (const filerId of from('')) {
    if (filerId[0]! > start) return;
    yield filerId;
  }
}
