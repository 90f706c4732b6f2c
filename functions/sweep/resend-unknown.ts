import { Temporal } from 'temporal-polyfill';
import type { LogReader } from '../aws/send-log-reader.ts';
import type { PhaseServices } from '../aws/services.ts';
import { SHARDS } from '../domain/filer/filer-id.ts';
import { resendAttempt } from '../domain/run/retry.ts';
import { type Run, retryName } from '../domain/run/run.ts';
import { each } from '../lib/each.ts';

/** So many filers of a run are looked at in one tick; the next one begins elsewhere. */
const MOST_A_TICK = 500;
const PAGE = 100;
const TICK_MILLISECONDS = 5 * 60_000;

type Services = Pick<PhaseServices, 'runs' | 'planOf' | 'sendLog' | 'chunks' | 'queue' | 'clock' | 'log'> & {
  readonly logReader: Pick<LogReader, 'rare'>;
};

/**
 * Sends once more what is still unknown after an hour, where the plan says `resend`: one further attempt per filer and run,
 * in a chunk that exists once. Its sender looks for proof of the first right before it sends.
 */
export async function resendUnknown(services: Services): Promise<void> {
  const now = services.clock.now();
  const open = (await services.runs.runs()).filter(
    ({ cancelled, expiresAt }) => cancelled === undefined && Temporal.Instant.compare(now, expiresAt) < 0,
  );
  await each(open, async (run) => {
    const { sending } = await services.planOf(run);
    if (sending.unknown === 'resend') await resendOf(run, services);
  });
}

async function resendOf({ runId }: Run, services: Services): Promise<void> {
  const { chunks, clock, log, queue, sendLog } = services;
  let sends = 0;
  let looks = 0;
  for await (const filerId of unknownOf(runId, services)) {
    if (++looks > MOST_A_TICK) break;
    const attempt = resendAttempt(await sendLog.factsOf(runId, filerId), clock.now());
    if (!attempt) continue;
    const name = { runId, chunk: retryName(attempt) };
    const content = { attempts: [attempt], now: clock.now().epochMilliseconds };
    // What stands already is queued by whoever put it, or by the sweep's look for forgotten chunks.
    if (!(await chunks.putIfAbsent(name, content))) continue;
    await queue.queue([name]);
    sends++;
  }
  if (sends > 0) log.info('unknown-resent', { run: runId, sends });
}

/** Whoever has a fact `unknown`, settled or not, from another shard at each tick: nobody stands last for ever. */
async function* unknownOf(runId: string, { clock, logReader }: Services): AsyncIterable<string> {
  const tick = Math.floor(clock.now().epochMilliseconds / TICK_MILLISECONDS);
  const start = SHARDS[tick % SHARDS.length]!;
  const from = (after: string) => logReader.rare(runId, { status: 'unknown', after, pageSize: PAGE });
  // An id of a single digit stands for its whole shard: the reading begins with the next one.
  yield* from(start);
  for await (const filerId of from('')) {
    if (filerId[0]! > start) return;
    yield filerId;
  }
}
