import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { type Keeping, rereadMessage, type Upload } from '../domain/upload.ts';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import { s3, sqs } from './clients.ts';
import { queueUrlAt } from './queue-url.ts';

/** The queue that uploads of rosters and updates come by. */
export interface RosterInbox {
  /** Whether a file is still there: files are deleted because of their age, and when a person is erased. */
  isThere({ key }: Pick<Upload, 'key'>): Promise<boolean>;
  /** Has a file read again, as if it had just come in. */
  readAgain({ key }: Pick<Upload, 'key'>, keeping: Keeping): Promise<void>;
}

/** Builds the queue's client. @throws Error when a variable is missing. */
export function rosterInboxOf(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  { client = sqs(), files = s3() }: { client?: SQSClient; files?: S3Client } = {},
): RosterInbox {
  const QueueUrl = queueUrlAt(env, ENV.rosterInboxQueue);
  const bucket = required(env, ENV.inboxBucket);
  return {
    isThere: async ({ key }) => {
      // Listing tells it without the permission to read what the file says.
      const query = { Bucket: bucket, Prefix: key, MaxKeys: 1 };
      const { Contents = [] } = await files.send(new ListObjectsV2Command(query));
      return Contents[0]?.Key === key;
    },
    readAgain: async ({ key }, keeping) => {
      const MessageBody = rereadMessage({ bucket, key, at: clock.now().toString() }, keeping);
      await client.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    },
  };
}
