import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { type ExportStatus, exportKeys } from '../domain/send/export-request.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { s3 } from './clients.ts';
import { openParts, type ReportFile } from './inbox.ts';

/** Writes exports, and how far they are. */
export interface ExportWriter {
  open(exportId: string): ReportFile;
  putStatus(status: ExportStatus): Promise<void>;
}

export function exportWriter(env: Env, client: S3Client = s3()): ExportWriter {
  const Bucket = required(env, ENV.inboxBucket);
  return {
    open: (exportId) => {
      const ContentType = 'text/csv; charset=utf-8';
      return openParts(client, { Bucket, Key: exportKeys(exportId).table, ContentType });
    },
    putStatus: exportStatusWriter(env, client),
  };
}

/** Apart, for whoever asks for an export and writes none. */
export function exportStatusWriter(env: Env, client: S3Client): ExportWriter['putStatus'] {
  const Bucket = required(env, ENV.inboxBucket);
  return async (status) => {
    const Key = exportKeys(status.exportId).status;
    const Body = JSON.stringify(status);
    await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/json' }));
  };
}
