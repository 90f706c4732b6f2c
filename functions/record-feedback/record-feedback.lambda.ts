import type { Clients } from '../aws/clients.ts';
import { pick } from '../aws/pick.ts';
import {
  chunkRange,
  chunks,
  events,
  planOf,
  queue,
  roster,
  runs,
  sendLog,
  suppression,
} from '../aws/services.ts';
import type { Fact } from '../domain/send/fact.ts';
import { errorFields } from '../lib/error-fields.ts';
import { lambda } from '../lib/lambda.ts';
import type { Create, Handler, QueueEvent, QueueResult, Runtime } from '../lib/runtime.ts';
import { forBatch } from './known-send.ts';
import { recordEvent } from './record-event.ts';
import { isBadMailbox, releaseSecondary } from './release-secondary.ts';

const PICKED = { chunkRange, chunks, events, planOf, queue, roster, runs, sendLog, suppression };

/**
 * Records what SES reports of sends. Events come at least once, late and out of order: each is a fact of its own, and
 * the fold puts them in order. Idempotent.
 */
export const create: Create<QueueEvent, QueueResult> = (runtime) => feedbackRecorder(runtime);

/** The Lambda's entry. */
export const handler = lambda(create);

/** The same. @param clients Clients instead of the SDK's own, for tests. */
export function feedbackRecorder(
  runtime: Runtime,
  clients?: Partial<Clients>,
): Handler<QueueEvent, QueueResult> {
  const services = pick(runtime, PICKED, clients);
  const { log, sendLog } = services;

  return async ({ Records }) => {
    const failed: string[] = [];
    const facts = new Map<string, Fact>();
    const fail = (messageId: string, error: unknown) => {
      log.error('feedback-failed', { message: messageId, ...errorFields(error) });
      failed.push(messageId);
    };
    const reading = forBatch(services);
    // Suppression comes before the fact: after a crash between the two the repeat does both again.
    await Promise.all(
      Records.map(async ({ messageId, body }) => {
        try {
          const fact = await recordEvent(body, reading);
          if (fact) facts.set(messageId, fact);
        } catch (error) {
          fail(messageId, error);
        }
      }),
    );
    try {
      // Together: a launch day brings two events for each email.
      const news = await sendLog.withoutKnownSends([...facts.values()]);
      await sendLog.append(news);
      for (const { runId, filerId, kind } of news) {
        log.info('feedback', { run: runId, filer: filerId, kind });
      }
    } catch (error) {
      for (const messageId of facts.keys()) fail(messageId, error);
      facts.clear();
    }
    // Last: a repeat does all of it again, and nothing is lost when this fails.
    for (const [messageId, fact] of facts) {
      if (!isBadMailbox(fact)) continue;
      await releaseSecondary(fact, services).catch((error: unknown) => fail(messageId, error));
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}
