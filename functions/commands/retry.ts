import type { OpsServices } from '../aws/ops-services.ts';
import { isHeld } from '../aws/send-gate.ts';
import type { CommandResult, RetryCommand } from '../domain/audit.ts';
import { nextAttempt, refusal, whyNot } from '../domain/run/retry.ts';
import { type Attempt, type Run, retryName } from '../domain/run/run.ts';
import { sendsOf } from '../domain/send/sends.ts';
import { foldStatus } from '../domain/send/status.ts';
import { chunked } from '../lib/batch.ts';
import { type Asked, noSuchRun } from './hold.ts';

/** So many sends are retried by one act: more would not fit its record, nor its time. */
const MOST = 1000;
const AT_ONCE = 20;

export interface RetryResult extends CommandResult {
  /** Further attempts that this act made, as `filerId#attempt`. */
  readonly queued?: readonly string[];
}

type RetryServices = Pick<
  OpsServices,
  'acts' | 'chunks' | 'clock' | 'gate' | 'log' | 'queue' | 'runs' | 'sendLog'
>;

/**
 * Gives filers whose send failed or is unknown one further attempt each, in a chunk of its own that is put only if
 * absent: two clicks make one email. Its sender looks for proof of an earlier one right before it sends.
 */
export async function retry(
  act: RetryCommand,
  { services, requestId }: Asked & { services: RetryServices },
): Promise<RetryResult> {
  const run = await services.runs.run(act.runId);
  if (!run) return noSuchRun(act.runId);
  const refused = refusal(run, services.clock.now());
  if (refused) return { done: false, ...refused };
  const wanted = await attemptsFor(act, services);
  if ('message' in wanted) return wanted;
  const attempts = wanted.slice(0, MOST);
  await services.acts.put({
    at: services.clock.now().toString(),
    requestId,
    act,
    before: [`${wanted.length} failed or unknown`],
    after: attempts.map(({ filerId, attempt }) => `${filerId}#${attempt}`),
  });
  const queued = await putChunks(run, attempts, services);
  services.log.info('sends-retried', { run: run.runId, sends: queued.length });
  const held = isHeld(await services.gate.read(), run.runId);
  return {
    done: true,
    queued,
    message: wordsOf({ wanted: wanted.length, tried: attempts.length, queued, held }),
  };
}

async function attemptsFor(
  { runId, filerId, reason }: RetryCommand,
  { sendLog }: RetryServices,
): Promise<Attempt[] | RetryResult> {
  if (filerId !== undefined) {
    const facts = await sendLog.factsOf(runId, filerId);
    if (facts.length === 0) {
      return {
        done: false,
        reason: 'no-such-send',
        message: `The log of ${runId} knows no filer ${filerId}.`,
      };
    }
    const attempt = nextAttempt(facts, reason);
    return attempt ? [attempt] : { done: false, reason: 'not-retryable', message: whyNot(foldStatus(facts)) };
  }
  const attempts: Attempt[] = [];
  for await (const { facts } of sendsOf(sendLog.facts(runId))) {
    const attempt = nextAttempt(facts, reason);
    if (attempt) attempts.push(attempt);
  }
  if (attempts.length > 0) return attempts;
  const which = reason === undefined ? '' : ` with the reason ${reason}`;
  return {
    done: false,
    reason: 'nothing-to-retry',
    message: `No send of ${runId} failed or is unknown${which}.`,
  };
}

/** A chunk that stands already is queued as well: an earlier click may have stopped in between. */
async function putChunks(
  { runId }: Run,
  attempts: readonly Attempt[],
  { chunks, clock, queue }: RetryServices,
): Promise<string[]> {
  const made: string[] = [];
  for (const batch of chunked(attempts, AT_ONCE)) {
    const now = clock.now().epochMilliseconds;
    const names = batch.map((attempt) => ({ runId, chunk: retryName(attempt) }));
    const put = await Promise.all(
      names.map((name, index) => chunks.putIfAbsent(name, { attempts: [batch[index]!], now })),
    );
    made.push(
      ...batch.filter((_, index) => put[index]).map(({ filerId, attempt }) => `${filerId}#${attempt}`),
    );
    await queue.queue(names);
  }
  return made;
}

function wordsOf(given: { wanted: number; tried: number; queued: readonly string[]; held: boolean }): string {
  const already = given.tried - given.queued.length;
  const left = given.wanted - given.tried;
  return [
    `${sends(given.queued.length)} ${given.queued.length === 1 ? 'is' : 'are'} tried again.`,
    ...(already > 0 ? [`${sends(already)} had been queued for it before.`] : []),
    ...(left > 0 ? [`${sends(left)} more are left: retry again.`] : []),
    ...(given.held ? ['The run is held: they wait until that is lifted.'] : []),
  ].join(' ');
}

function sends(count: number): string {
  return count === 1 ? '1 send' : `${count} sends`;
}
