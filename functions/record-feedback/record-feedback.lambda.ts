import { chunkQueue } from '../aws/chunk-queue.ts';
import { chunkStore } from '../aws/chunks.ts';
import { type DeliveryClients, dynamo, sqs } from '../aws/clients.ts';
import { runPlanReader } from '../aws/plan-cache.ts';
import { launchStore } from '../aws/plans.ts';
import { rosterStore } from '../aws/rosters.ts';
import { runStore } from '../aws/runs.ts';
import { sendLogStore } from '../aws/send-log.ts';
import { suppressionStore } from '../aws/suppressions.ts';
import type { Fact } from '../domain/send/fact.ts';
import { lambda } from '../lib/lambda.ts';
import type { Create, Handler, QueueEvent, QueueResult, Runtime } from '../lib/runtime.ts';
import { isBadMailbox, releaseSecondary } from './release-secondary.ts';
import { feedbackOf, sesEventSchema } from './ses-event.ts';

/**
 * Records what SES says of sends. Events come late, twice and out of order: each is a fact of its own, and
 * the fold puts them in order.
 */
export const create: Create<QueueEvent, QueueResult> = (runtime) =>
  feedbackRecorder(runtime, { db: dynamo(), sqs: sqs() });

export const handler = lambda(create);

/** The same with clients that a test can stand before. */
export function feedbackRecorder(
  runtime: Runtime,
  { db, sqs }: Pick<DeliveryClients, 'db' | 'sqs'>,
): Handler<QueueEvent, QueueResult> {
  const sendLog = sendLogStore(runtime, db);
  const suppression = suppressionStore(runtime, db);
  const { env, clock, log } = runtime;
  const secondary = {
    clock,
    log,
    sendLog,
    suppression,
    chunks: chunkStore(env, db),
    queue: chunkQueue(runtime, sqs),
    runs: runStore(env, db),
    planOf: runPlanReader(launchStore(env, db)),
    roster: rosterStore(runtime, db),
  };

  /** Suppression comes before the fact: after a crash between the two the repeat does both again. */
  async function suppress(body: string): Promise<Fact | null> {
    const feedback = feedbackOf(sesEventSchema.parse(JSON.parse(body)));
    for (const { address, why } of feedback?.suppress ?? []) await suppression.suppress(address, why);
    return feedback?.fact ?? null;
  }

  return async ({ Records }) => {
    const failed: string[] = [];
    const facts = new Map<string, Fact>();
    const fail = (messageId: string, error: unknown) => {
      runtime.log.error('feedback-failed', { message: messageId, error: (error as Error).name });
      failed.push(messageId);
    };
    for (const { messageId, body } of Records) {
      try {
        const fact = await suppress(body);
        if (fact) facts.set(messageId, fact);
        else runtime.log.info('feedback-not-ours');
      } catch (error) {
        fail(messageId, error);
      }
    }
    try {
      // Together: a launch day brings two events for each email.
      await sendLog.append([...facts.values()]);
      for (const { runId, filerId, kind } of facts.values()) {
        runtime.log.info('feedback', { run: runId, filer: filerId, kind });
      }
    } catch (error) {
      for (const messageId of facts.keys()) fail(messageId, error);
      facts.clear();
    }
    // Last: a repeat does all of it again, and nothing is lost when this fails.
    for (const [messageId, fact] of facts) {
      if (!isBadMailbox(fact)) continue;
      await releaseSecondary(fact, secondary).catch((error: unknown) => fail(messageId, error));
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}
