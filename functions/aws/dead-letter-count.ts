import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Env } from '../lib/env.ts';
import { sqs } from './clients.ts';
import { deadLetterPairs } from './dead-letters.ts';

/** Asks how many dead letters there are, as SQS knows it about now. */
export type CountDeadLetters = () => Promise<number>;

export function deadLetterCounter(env: Env, client: SQSClient = sqs()): CountDeadLetters {
  const pairs = deadLetterPairs(env);
  return async () => {
    const counts = await Promise.all(pairs.map(({ from }) => countIn(from, client)));
    return counts.reduce((sum, count) => sum + count, 0);
  };
}

async function countIn(QueueUrl: string, client: SQSClient): Promise<number> {
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
  );
  return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
}
