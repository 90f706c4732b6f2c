import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** A queue of SQS as its worker uses it. */
export interface WorkQueue {
  /** Takes at most `count` messages, ten at once; waits for the first if there is none. */
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
    if (messages.length === 0) return;
    const Entries = messages.map(({ ReceiptHandle }, place) => ({ Id: String(place), ReceiptHandle }));
    await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  }

  return {
    remove,
    receive: async ({ count, waitSeconds }) => {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl,
          MaxNumberOfMessages: Math.min(count, MAX_BATCH),
          VisibilityTimeout: TAKEN_SECONDS,
          WaitTimeSeconds: waitSeconds,
        }),
      );
      return Messages;
    },
    renew: async (messages) => {
      const Entries = messages.map(({ ReceiptHandle }, place) => ({
        Id: String(place),
        ReceiptHandle,
        VisibilityTimeout: TAKEN_SECONDS,
      }));
      for (let start = 0; start < Entries.length; start += MAX_BATCH) {
        const batch = Entries.slice(start, start + MAX_BATCH);
        const command = new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries: batch });
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
