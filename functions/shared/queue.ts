import pLimit from 'p-limit';
import type { Log } from './log.ts';
import type { Handler, Invocation, QueueEvent, QueueResult } from './runtime.ts';

/** How a queue's messages are worked on. */
export interface QueueWork {
  readonly log: Log;
  /** Log code of a failure; the line holds the message's id and the error's name, never its words. */
  readonly code: string;
  /**
   * How many messages of a batch are worked on at once.
   * @default 1
   */
  readonly atOnce?: () => Promise<number>;
}

/** A handler that works through a queue's messages. A message whose work throws comes back. */
export function queueHandler(
  { log, code, atOnce = async () => 1 }: QueueWork,
  work: (body: string, invocation: Invocation) => Promise<void>,
): Handler<QueueEvent, QueueResult> {
  return async ({ Records }, invocation) => {
    const limit = pLimit(await atOnce());
    const failed: { itemIdentifier: string }[] = [];
    const workOn = async ({ messageId, body }: QueueEvent['Records'][number]) => {
      try {
        await work(body, invocation);
      } catch (error) {
        log.error(code, { message: messageId, error: (error as Error).name });
        failed.push({ itemIdentifier: messageId });
      }
    };
    await limit.map(Records, workOn);
    return { batchItemFailures: failed };
  };
}
