import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import {
  type ExportFilter,
  type ExportStatus,
  exportKeys,
  exportRequestSchema,
  exportStatusSchema,
} from '../domain/send/export-request.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import { s3, sqs } from './clients.ts';
import { openParts, type ReportFile } from './inbox.ts';
import { queueUrlAt } from './queue-url.ts';

/** Exports as a person asks for them. */
export interface ExportStore {
  /**
   * Queues an export. Record it in the audit log first: it hands out names and addresses.
   * @param by A sign-in id. @returns the export's id.
   */
  ask(filter: ExportFilter, by: string): Promise<string>;
  /** How far it is; `null`: there is none of that id, or it was deleted. */
  status(exportId: string): Promise<ExportStatus | null>;
  /** An address at which the browser gets the table, for five minutes. Only once its state is `done`. */
  link(exportId: string, fileName: string): Promise<string>;
}

const LINK_SECONDS = 5 * 60;

/** Builds the store on the inbox bucket and the queue of exports. */
export function exportStore(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  { client = s3(), queues = sqs() }: { client?: S3Client; queues?: SQSClient } = {},
): ExportStore {
  const bucket = () => required(env, ENV.inboxBucket);
  return {
    ask: async (filter, by) => {
      const askedAt = clock.now().toString();
      const request = exportRequestSchema.parse({ exportId: crypto.randomUUID(), filter, askedAt, by });
      await statusWriter(env, client)({ ...request, state: 'waiting', rows: 0, finishedAt: null });
      const QueueUrl = queueUrlAt(env, ENV.exportQueue);
      await queues.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(request) }));
      return request.exportId;
    },
    status: async (exportId) => {
      if (!exportRequestSchema.shape.exportId.safeParse(exportId).success) return null;
      try {
        const object = { Bucket: bucket(), Key: exportKeys(exportId).status };
        const { Body } = await client.send(new GetObjectCommand(object));
        return exportStatusSchema.parse(JSON.parse((await Body?.transformToString()) ?? ''));
      } catch (error) {
        if ((error as Error).name === 'NoSuchKey') return null;
        throw error;
      }
    },
    link: (exportId, fileName) => {
      const object = new GetObjectCommand({
        Bucket: bucket(),
        Key: exportKeys(exportRequestSchema.shape.exportId.parse(exportId)).table,
        ResponseContentDisposition: `attachment; filename="${fileName.replaceAll(/[^\w.-]+/g, '-')}"`,
        ResponseContentType: 'text/csv; charset=utf-8',
      });
      return getSignedUrl(client, object, { expiresIn: LINK_SECONDS });
    },
  };
}

/** Writes exports, and how far they are. */
export interface ExportWriter {
  /** Begins an export's table, instead of an earlier one. */
  open(exportId: string): ReportFile;
  putStatus(status: ExportStatus): Promise<void>;
}

/** Builds the writer on the inbox bucket. @throws Error when the bucket's variable is missing. */
export function exportWriterOf(env: Env, client: S3Client): ExportWriter {
  const Bucket = required(env, ENV.inboxBucket);
  return {
    open: (exportId) => {
      const ContentType = 'text/csv; charset=utf-8';
      return openParts(client, { Bucket, Key: exportKeys(exportId).table, ContentType });
    },
    putStatus: statusWriter(env, client),
  };
}

function statusWriter(env: Env, client: S3Client): ExportWriter['putStatus'] {
  const Bucket = required(env, ENV.inboxBucket);
  return async (status) => {
    const Key = exportKeys(status.exportId).status;
    const Body = JSON.stringify(status);
    await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/json' }));
  };
}
