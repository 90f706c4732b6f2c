import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { chunked } from '../lib/batch.ts';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import type { ChunkName } from './chunks.ts';
import { sqs } from './clients.ts';

export interface ChunkQueue {
  /** Queues chunks by name. @throws Error when SQS refuses some after several tries; the sweep queues them again. */
  queue(names: readonly ChunkName[]): Promise<void>;
}

const BATCH_SIZE = 10;
const TRIES = 5;

export function chunkQueue(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  client: SQSClient = sqs(),
): ChunkQueue {
  const url = required(env, ENV.chunkQueueUrl);

  async function sendBatch(names: readonly ChunkName[]): Promise<void> {
    let entries = names.map((name, index) => ({ Id: String(index), MessageBody: JSON.stringify(name) }));
    for (let attempt = 1; entries.length > 0; attempt++) {
      if (attempt > TRIES) throw new Error(`Cannot queue ${entries.length} chunks because SQS refuses them`);
      if (attempt > 1) await clock.sleep(100 * 2 ** attempt);
      const answer = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: entries }));
      const failed = new Set(answer.Failed?.map(({ Id }) => Id));
      entries = entries.filter(({ Id }) => failed.has(Id));
    }
  }

  return {
    queue: async (names) => {
      for (const batch of chunked(names, BATCH_SIZE)) await sendBatch(batch);
    },
  };
}
