import { errorFields } from './error-fields.ts';
import type { Handler, Log, QueueEvent, QueueResult } from './runtime.ts';

/**
 * A handler that works through a queue's messages one by one. A message whose work throws comes back.
 * @param code Log code of a failure; the line holds the message's id and the error's name, never its words.
 */
export function queueHandler(
  { log, code }: { readonly log: Log; readonly code: string },
  work: (body: string, invocation: Parameters<Handler<QueueEvent, QueueResult>>[1]) => Promise<void>,
): Handler<QueueEvent, QueueResult> {
  return async ({ Records }, invocation) => {
    const failed: { itemIdentifier: string }[] = [];
    for (const { messageId, body } of Records) {
      try {
        await work(body, invocation);
      } catch (error) {
        log.error(code, { message: messageId, ...errorFields(error) });
        failed.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures: failed };
  };
}
