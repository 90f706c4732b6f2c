import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { offerAll } from '../lib/backoff.ts';
import { ENV } from '../lib/env.ts';
import { chunked } from '../lib/iterables.ts';
import type { Runtime } from '../lib/runtime.ts';
import type { ChunkName } from './chunk-items.ts';
import { sqs } from './clients.ts';
import { queueUrlAt } from './queue-url.ts';

/** The queue of chunks, which brings each message at least once. */
export interface ChunkQueue {
  /** Queues chunks by name. @throws Error when SQS refuses some after several tries; the sweep queues them again. */
  queue(names: readonly ChunkName[]): Promise<void>;
}

/** How many chunks are queued at once: SQS's limit of a batch. */
export const QUEUE_BATCH_SIZE = 10;
const MAX_TRIES = 5;

/** Builds the queue's client. @throws Error when the queue's variable is missing. */
export function chunkQueue(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  client: SQSClient = sqs(),
): ChunkQueue {
  const QueueUrl = queueUrlAt(env, ENV.chunkQueue);

  async function sendBatch(names: readonly ChunkName[]): Promise<void> {
    const all = names.map((name, index) => ({ Id: String(index), MessageBody: JSON.stringify(name) }));
    await offerAll(
      all,
      async (entries) => {
        const command = new SendMessageBatchCommand({ QueueUrl, Entries: [...entries] });
        const failed = new Set((await client.send(command)).Failed?.map(({ Id }) => Id));
        return entries.filter(({ Id }) => failed.has(Id));
      },
      {
        clock,
        tries: MAX_TRIES,
        milliseconds: (attempt) => 100 * 2 ** attempt,
        failure: (left) => `Cannot queue ${left} chunks because SQS refuses them`,
      },
    );
  }

  return {
    queue: async (names) => {
      for (const batch of chunked(names, QUEUE_BATCH_SIZE)) await sendBatch(batch);
    },
  };
}
