import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { isInPlace, placeKindOf, requeueMessage } from '../domain/upload.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { type InboxObject, stampOf } from './inbox.ts';
import { queueUrlAt } from './queue-url.ts';

/** A file in the inbox, as it is listed. */
export interface InboxFile extends Pick<InboxObject, 'etag' | 'lastModified'> {
  /** May hold what a person typed: don't log it. */
  readonly key: string;
  /** Bytes. */
  readonly size: number;
}

/** The whole inbox: its files, and the queues that tell intake about them. */
export interface InboxFiles {
  /** The uploads, a thousand per call. Only the current version of each. */
  list(): AsyncIterable<InboxFile>;
  /** Queues a file for intake, as if S3 had announced it. */
  requeue(file: InboxFile): Promise<void>;
}

/** The inbox and queues that the environment names. @throws Error when a variable is missing. */
export function inboxFilesOf(env: Env, { s3, sqs }: { s3: S3Client; sqs: SQSClient }): InboxFiles {
  const bucket = required(env, ENV.inboxBucket);
  const rosters = queueUrlAt(env, ENV.rosterInboxQueue);
  const plans = queueUrlAt(env, ENV.launchInboxQueue);
  return {
    list: async function* () {
      for await (const { Contents = [] } of paginateListObjectsV2(
        { client: s3 },
        { Bucket: bucket, Prefix: 'inbox/' },
      )) {
        for (const { Key: key = '', Size: size = 0, ...stamp } of Contents) {
          if (isInPlace({ key })) yield { key, size, ...stampOf(stamp) };
        }
      }
    },
    requeue: async ({ key, size, etag, lastModified: uploadedAt }) => {
      const QueueUrl = placeKindOf({ key }) === 'launch' ? plans : rosters;
      const MessageBody = requeueMessage({ bucket, key, size, etag, uploadedAt });
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    },
  };
}
