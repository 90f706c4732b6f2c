import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { ENV, type Env, required } from '../lib/env.ts';
import { queueUrl } from './queue-url.ts';

/** By each dead-letter queue, the queue that its messages come from. */
const queuesSchema = z.record(z.string(), z.string());

/** The dead-letter queues of a launch. */
export interface DeadLetterQueues {
  /** Names of the queues. */
  readonly names: readonly string[];
  /**
   * Puts up to ten messages back into the queue that they come from; each is deleted only once it is there.
   * @returns how many; 0 when none is left to be seen.
   */
  putBack(name: string): Promise<number>;
  /** How many it has, approximately. */
  count(name: string): Promise<number>;
}

/** Longer than putting ten messages back takes: meanwhile others don't see them. */
const HIDDEN_SECONDS = 60;

/** A dead-letter queue: the URLs from and to which letters are put back. */
interface Pair {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

function pairsOf(env: Env): readonly Pair[] {
  const queues = queuesSchema.parse(JSON.parse(required(env, ENV.deadLetters)));
  return Object.entries(queues).map(([name, to]) => ({
    name,
    from: queueUrl(env, name),
    to: queueUrl(env, to),
  }));
}

/** Builds the queues' client. @throws Error when their variable is missing. */
export function deadLetterQueues(env: Env, client: SQSClient): DeadLetterQueues {
  const pairs = pairsOf(env);
  const pairOf = (name: string): Pair => {
    const pair = pairs.find((one) => one.name === name);
    if (!pair) throw new Error(`Cannot redrive dead letters because the queue must be known: it is ${name}`);
    return pair;
  };
  return {
    names: pairs.map(({ name }) => name),
    count: (name) => countIn(pairOf(name).from, client),
    putBack: async (name) => {
      const pair = pairOf(name);
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: pair.from,
          MaxNumberOfMessages: 10,
          VisibilityTimeout: HIDDEN_SECONDS,
          // Without waiting, SQS asks only some of its machines and may see none.
          WaitTimeSeconds: 1,
        }),
      );
      if (Messages.length === 0) return 0;
      const entries = Messages.map(({ Body = '' }, index) => ({ Id: String(index), MessageBody: Body }));
      const sent = await client.send(new SendMessageBatchCommand({ QueueUrl: pair.to, Entries: entries }));
      const there = (sent.Successful ?? []).map(({ Id }) => ({
        Id,
        ReceiptHandle: Messages[Number(Id)]!.ReceiptHandle,
      }));
      if (there.length === 0) throw new Error('Cannot redrive dead letters because SQS refuses them');
      await client.send(new DeleteMessageBatchCommand({ QueueUrl: pair.from, Entries: there }));
      return there.length;
    },
  };
}

/** Counts the dead letters of all queues. SQS knows their number only approximately. */
export type CountDeadLetters = () => Promise<number>;

/** Builds the counter. @throws Error when the queues' variable is missing. */
export function deadLetterCounter(env: Env, client: SQSClient): CountDeadLetters {
  const pairs = pairsOf(env);
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
