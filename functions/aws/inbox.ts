import { PassThrough } from 'node:stream';
import { GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { Upload as PartsUpload } from '@aws-sdk/lib-storage';
import { Temporal } from 'temporal-polyfill';
import type { Upload } from '../domain/upload.ts';
import { s3 } from './clients.ts';
import { SECRET } from './upload-forms.ts';

/** An upload's object, in the version that its event names. */
export interface InboxObject {
  /** Bytes, read from the start each time. */
  read(): AsyncIterable<Uint8Array>;
  /** Of the form that brought it; `null`: it carries none. */
  readonly secret: string | null;
  readonly etag: string;
  /** Instant, to the second. */
  readonly lastModified: string;
  /** `null` in a bucket without versions. */
  readonly versionId: string | null;
}

/** A file that is written piece by piece. */
export interface ReportFile {
  write(text: string): Promise<void>;
  close(): Promise<void>;
  /** Stops the writing; no object is made. */
  abandon(): Promise<void>;
}

/** The inbox bucket: uploads are read, reports are written. */
export interface Inbox {
  /** `null` when the object is gone. */
  open(upload: Upload): Promise<InboxObject | null>;
  openReport(upload: Upload, report: { key: string; type: string }): ReportFile;
}

const PIECE_BYTES = 1024 * 1024;

/** The inbox in S3; each upload names its bucket. */
export function inboxOf(client: S3Client = s3()): Inbox {
  return {
    open: async ({ bucket, key, versionId }) => {
      const object = { Bucket: bucket, Key: key, ...(versionId && { VersionId: versionId }) };
      const head = await existing(client.send(new HeadObjectCommand(object)));
      if (!head) return null;
      const { ContentLength = 0, ETag, Metadata, VersionId } = head;
      return {
        secret: Metadata?.[SECRET] ?? null,
        ...stampOf(head),
        versionId: VersionId ?? null,
        read: () => readPieces(client, { ...object, IfMatch: ETag, size: ContentLength }),
      };
    },
    openReport: ({ bucket }, { key, type }) =>
      openParts(client, { Bucket: bucket, Key: key, ContentType: type }),
  };
}

/** What S3 says about an object both to its reader and in a listing: its bytes' ETag, and when it arrived, to the second. */
export function stampOf({
  ETag = '',
  LastModified,
}: {
  readonly ETag?: string | undefined;
  readonly LastModified?: Date | undefined;
}): Pick<InboxObject, 'etag' | 'lastModified'> {
  if (!LastModified) throw new Error('Cannot read the inbox because S3 must date each object: it did not');
  const seconds = Math.floor(LastModified.getTime() / 1000);
  const lastModified = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString();
  return { etag: ETag.replaceAll('"', ''), lastModified };
}

/** Reads in pieces: each can be tried again alone, and no connection stays open while rows are written. */
async function* readPieces(
  client: S3Client,
  { size, ...object }: { Bucket: string; Key: string; IfMatch: string | undefined; size: number },
): AsyncIterable<Uint8Array> {
  for (let start = 0; start < size; start += PIECE_BYTES) {
    const range = `bytes=${start}-${Math.min(start + PIECE_BYTES, size) - 1}`;
    const { Body } = await client.send(new GetObjectCommand({ ...object, Range: range }));
    if (!Body) throw new Error('Cannot read the upload because S3 must answer with its bytes: it did not');
    yield await Body.transformToByteArray();
  }
}

/** Opens an object that is uploaded in parts while it is written. */
export function openParts(
  client: S3Client,
  params: { Bucket: string; Key: string; ContentType: string },
): ReportFile {
  const stream = new PassThrough();
  const upload = new PartsUpload({ client, params: { ...params, Body: stream }, queueSize: 1 });
  const done = upload.done();
  // The next write, or closing, then throws the error.
  done.catch(() => stream.destroy());
  return {
    write: async (text) => {
      if (stream.destroyed) await done;
      if (!stream.write(text)) await drained(stream, done);
    },
    close: async () => {
      stream.end();
      await done;
    },
    abandon: async () => {
      stream.destroy();
      await upload.abort();
    },
  };
}

async function drained(stream: PassThrough, upload: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  stream.once('drain', resolve);
  await Promise.race([promise, upload]);
}

async function existing<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
    if (name === 'NotFound' || $metadata?.httpStatusCode === 404) return null;
    throw error;
  }
}
