import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { type Keeping, rereadMessage, type Upload } from '../domain/upload.ts';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import { sqs } from './clients.ts';
import { queueUrlAt } from './queue-url.ts';

/** The queue that uploads of rosters and updates come by. */
export interface RosterInbox {
  /** Has a file read once more, as if it had just come in. */
  readAgain({ key }: Pick<Upload, 'key'>, keeping: Keeping): Promise<void>;
}

/** Builds the queue's client. @throws Error when a variable is missing. */
export function rosterInboxOf(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  client: SQSClient = sqs(),
): RosterInbox {
  const QueueUrl = queueUrlAt(env, ENV.rosterInboxQueue);
  const bucket = required(env, ENV.inboxBucket);
  return {
    readAgain: async ({ key }, keeping) => {
      const MessageBody = rereadMessage({ bucket, key, at: clock.now().toString() }, keeping);
      await client.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    },
  };
}
