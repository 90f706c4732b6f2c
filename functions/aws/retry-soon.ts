import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { ENV, type Env, required } from '../lib/env.ts';
import type { QueueEvent } from '../lib/runtime.ts';
import { sqs } from './clients.ts';

/** Has a message that failed shown again soon, instead of after the queue's visibility timeout. */
export type RetrySoon = (message: QueueEvent['Records'][number]) => Promise<void>;

const FIRST_SECONDS = 60;
/** 1, 3, 9 and 27 minutes: an outage of half an hour doesn't use up the five tries of a message. */
const FACTOR = 3;
/** How often a queue gives a message to its function before it is a dead letter. */
export const MAX_RECEIVES = 5;

/** How long a message is hidden after its nth try. After the last one it is a dead letter at once, where an alarm sees it. */
export function retrySeconds(tries: number): number {
  if (tries >= MAX_RECEIVES) return 0;
  return FIRST_SECONDS * FACTOR ** (Math.max(1, tries) - 1);
}

/**
 * Changes the visibility of messages in the launch's queues. A queue's timeout must outlast its function, which for a
 * roster is 90 minutes: too long to wait after an error that was caught.
 * @throws Error when the variable of the queues' address is missing.
 */
export function retrySoonOf(env: Env, client: SQSClient = sqs()): RetrySoon {
  const address = required(env, ENV.queueAddress);
  return async ({ receiptHandle, eventSourceARN, attributes }) => {
    const name = eventSourceARN?.split(':').at(-1);
    if (!name || !receiptHandle) return;
    const change = {
      QueueUrl: new URL(name, address).href,
      ReceiptHandle: receiptHandle,
      VisibilityTimeout: retrySeconds(Number(attributes?.ApproximateReceiveCount ?? 1)),
    };
    await client.send(new ChangeMessageVisibilityCommand(change));
  };
}
