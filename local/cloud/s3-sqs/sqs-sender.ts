import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** Sends messages to queues. */
interface SqsSender {
  /** Resolves once the queue has the message. @throws Error when it refuses it. */
  send(queueUrl: string, body: string): Promise<void>;
}

interface Waiting {
  readonly body: string;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

const BATCH_SIZE = 10;
/** Less than the 262,144 bytes that SQS takes in one batch. */
const BATCH_BYTES = 200_000;

/** A sender that sends the messages of one turn of the event loop in batches. */
export function sqsSender(client: SQSClient): SqsSender {
  const waiting = new Map<string, Waiting[]>();

  async function flush(queueUrl: string): Promise<void> {
    const messages = waiting.get(queueUrl) ?? [];
    waiting.delete(queueUrl);
    while (messages.length > 0) await sendBatch(queueUrl, takeBatch(messages));
  }

  async function sendBatch(QueueUrl: string, batch: readonly Waiting[]): Promise<void> {
    const Entries = batch.map(({ body }, place) => ({ Id: String(place), MessageBody: body }));
    try {
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      const failed = new Map(Failed.map(({ Id, Message }) => [Id, Message]));
      batch.forEach(({ resolve, reject }, place) => {
        if (failed.has(String(place)))
          reject(new Error(`Cannot send a message: ${failed.get(String(place))}`));
        else resolve();
      });
    } catch (error) {
      for (const { reject } of batch) reject(error as Error);
    }
  }

  return {
    send: (queueUrl, body) =>
      new Promise((resolve, reject) => {
        const messages = waiting.get(queueUrl);
        const message = { body, resolve, reject };
        if (messages) messages.push(message);
        else {
          waiting.set(queueUrl, [message]);
          setImmediate(() => void flush(queueUrl));
        }
      }),
  };
}

function takeBatch(messages: Waiting[]): Waiting[] {
  let bytes = 0;
  let count = 0;
  while (count < Math.min(BATCH_SIZE, messages.length)) {
    bytes += Buffer.byteLength(messages[count]!.body);
    if (count > 0 && bytes > BATCH_BYTES) break;
    count++;
  }
  return messages.splice(0, count);
}
