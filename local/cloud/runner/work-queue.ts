import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { chunked } from '../../../functions/lib/iterables.ts';

/** A queue of SQS as its worker uses it. */
export interface WorkQueue {
  /** Takes at most `count` messages; waits for the first if there is none. */
  receive(wanted: { count: number; waitSeconds: number }): Promise<Message[]>;
  /** Keeps messages taken for some longer. What fails is tried again at the next renewal. */
  renew(messages: readonly Message[]): Promise<void>;
  remove(messages: readonly Message[]): Promise<void>;
  moveTo(deadLetterUrl: string, message: Message): Promise<void>;
}

/** How long SQS hides a taken message, by the machine's time. For how long in the cloud's time, the worker decides. */
const TAKEN_SECONDS = 60;
/** How often messages that stay taken must be renewed. */
export const RENEW_MILLISECONDS = 20_000;
/** What SQS takes and gives at once. */
const MAX_BATCH = 10;

/** A queue by its address. */
export function workQueue(client: SQSClient, QueueUrl: string): WorkQueue {
  async function remove(messages: readonly Message[]): Promise<void> {
    for (const batch of chunked(messages, MAX_BATCH)) {
      const Entries = batch.map(({ ReceiptHandle }, place) => ({ Id: String(place), ReceiptHandle }));
      await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    }
  }

  async function receive(count: number, waitSeconds: number): Promise<Message[]> {
    const wanted = Math.min(count, MAX_BATCH);
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: wanted,
        VisibilityTimeout: TAKEN_SECONDS,
        WaitTimeSeconds: waitSeconds,
      }),
    );
    if (Messages.length < wanted || wanted === count) return Messages;
    return [...Messages, ...(await receive(count - wanted, 0))];
  }

  return {
    remove,
    receive: ({ count, waitSeconds }) => receive(count, waitSeconds),
    renew: async (messages) => {
      for (const batch of chunked(messages, MAX_BATCH)) {
        const Entries = batch.map(({ ReceiptHandle }, place) => ({
          Id: String(place),
          ReceiptHandle,
          VisibilityTimeout: TAKEN_SECONDS,
        }));
        const command = new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries });
        await client.send(command).catch(() => {});
      }
    },
    moveTo: async (deadLetterUrl, message) => {
      const { Body: MessageBody } = message;
      await client.send(new SendMessageCommand({ QueueUrl: deadLetterUrl, MessageBody }));
      await remove([message]);
    },
  };
}
