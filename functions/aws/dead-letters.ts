import {
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { z } from 'zod';
import { ENV, type Env, required } from '../lib/env.ts';

/** A queue of dead letters and the queue that they come from. */
const pairSchema = z.object({ name: z.string(), from: z.string(), to: z.string() });

export interface DeadLetterQueues {
  /** Names of the queues of dead letters. */
  readonly names: readonly string[];
  /**
   * Puts up to ten letters back into the queue that they come from; each is deleted only once it is there.
   * @returns how many; 0 when none is left to be seen.
   */
  putBack(name: string): Promise<number>;
}

/** Longer than putting ten messages back takes: who else looks then doesn't see them. */
const HIDDEN_SECONDS = 60;

/** The queues of dead letters with the queues that they come from, as their addresses. */
export function deadLetterPairs(env: Env): readonly z.output<typeof pairSchema>[] {
  return z.array(pairSchema).parse(JSON.parse(required(env, ENV.deadLetters)));
}

export function deadLetterQueues(env: Env, client: SQSClient): DeadLetterQueues {
  const pairs = deadLetterPairs(env);
  return {
    names: pairs.map(({ name }) => name),
    putBack: async (name) => {
      const pair = pairs.find((one) => one.name === name);
      if (!pair) throw new Error(`Cannot put letters back because the queue must be known: it is ${name}`);
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
      if (there.length === 0) throw new Error('Cannot put letters back because SQS refuses them');
      await client.send(new DeleteMessageBatchCommand({ QueueUrl: pair.from, Entries: there }));
      return there.length;
    },
  };
}
