import { errorFields } from './error-fields.ts';
import type { Handler, Log, QueueEvent, QueueResult } from './runtime.ts';

/** What a handler of a queue is built with. */
export interface QueueHandlerOptions {
  readonly log: Log;
  /** Log code of a failure; the line holds the message's id, and of the error all but its message. */
  readonly code: string;
  /** Has a message that failed shown again soon. */
  readonly retrySoon: (message: QueueEvent['Records'][number]) => Promise<void>;
}

/** A handler that works through a queue's messages one by one. A message whose work throws comes back soon. */
export function queueHandler(
  { log, code, retrySoon }: QueueHandlerOptions,
  work: (body: string, invocation: Parameters<Handler<QueueEvent, QueueResult>>[1]) => Promise<void>,
): Handler<QueueEvent, QueueResult> {
  return async ({ Records }, invocation) => {
    const failed: { itemIdentifier: string }[] = [];
    for (const message of Records) {
      try {
        await work(message.body, invocation);
      } catch (error) {
        log.error(code, { message: message.messageId, ...errorFields(error) });
        failed.push({ itemIdentifier: message.messageId });
        // Without it, the message comes back later, after the queue's visibility timeout.
        await retrySoon(message).catch(() => {});
      }
    }
    return { batchItemFailures: failed };
  };
}
