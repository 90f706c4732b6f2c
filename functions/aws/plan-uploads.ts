import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { Problem } from '../domain/plan/problem.ts';
import { reportKey, type Upload } from '../domain/upload.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { SECRET, type UploadForms } from './upload-forms.ts';

/** The text of an uploaded plan, or what is wrong with the file. */
type UploadText =
  /** `secret`: of the form that brought it; `null`: it carries none. */
  | { readonly ok: true; readonly text: string; readonly secret: string | null }
  | { readonly ok: false; readonly problems: Problem[] }
  /** Deleted meanwhile. */
  | { readonly ok: false; readonly gone: true };

/** Uploaded plans, and the reports that answer them. */
export interface PlanUploads {
  read(upload: Upload): Promise<UploadText>;
  /** Puts the report beside the upload, for programs (JSON) and for people (text). `isStray`: see `reportKey`. */
  putReport(upload: Upload, report: { json: string; text: string; isStray?: boolean }): Promise<void>;
  /** The outcome in the report of an upload; `null`: it has none yet. */
  reportedOutcome(upload: Upload): Promise<string | null>;
}

/**
 * Puts a text where any other upload goes. `by`: sign-in id of the person who uploads it; `editors`: those of everyone who
 * changed the draft that it comes from.
 */
export type PutUpload = (upload: {
  key: string;
  text: string;
  by: string;
  editors?: readonly string[];
}) => Promise<void>;

/** A plan of the 60 phases allowed is about 15 KB: more is another file put in the wrong place. */
const MAX_BYTES = 1024 * 1024;

/** Uploaded plans in S3; each upload names its bucket. */
export function planUploadsOf(client: S3Client): PlanUploads {
  return {
    read: (upload) => readUpload(upload, client),
    putReport: async (upload, { json, text, isStray = false }) => {
      const put = (ending: string, ContentType: string, Body: string) =>
        client.send(
          new PutObjectCommand({
            Bucket: upload.bucket,
            Key: `${reportKey(upload, { isStray })}${ending}`,
            ContentType,
            Body,
          }),
        );
      await put('.json', 'application/json', json);
      await put('.txt', 'text/plain; charset=utf-8', text);
    },
    reportedOutcome: async (upload) => {
      const json = await textOf({ Bucket: upload.bucket, Key: `${reportKey(upload)}.json` }, client);
      return json === null ? null : reportSchema.parse(JSON.parse(json)).outcome;
    },
  };
}

const reportSchema = z.object({ outcome: z.string() });

async function textOf(at: { Bucket: string; Key: string }, client: S3Client): Promise<string | null> {
  try {
    const { Body } = await client.send(new GetObjectCommand(at));
    return (await Body?.transformToString()) ?? '';
  } catch (error) {
    if (error instanceof NoSuchKey) return null;
    throw error;
  }
}

/** Puts uploads of one type into the bucket that the environment names. @throws Error when its variable is missing. */
export function uploader(
  env: Env,
  {
    client,
    forms,
    contentType: ContentType,
  }: { client: S3Client; forms: Pick<UploadForms, 'sign'>; contentType: string },
): PutUpload {
  const Bucket = required(env, ENV.inboxBucket);
  return async ({ key, text, ...who }) => {
    const Metadata = { [SECRET]: await forms.sign({ key, ...who }) };
    const object = { Bucket, Key: key, ContentType, Metadata };
    await client.send(new PutObjectCommand({ ...object, Body: text }));
  };
}

async function readUpload({ bucket, key, size, versionId }: Upload, client: S3Client): Promise<UploadText> {
  if (!/\.json$/i.test(key)) return refused(extensionOf(key), 'must be a file whose name ends in .json');
  if (size > MAX_BYTES) return refused(`${size} bytes`, `must be a file of at most ${MAX_BYTES} bytes`);
  const version = versionId === null ? {} : { VersionId: versionId };
  try {
    const command = new GetObjectCommand({ Bucket: bucket, Key: key, ...version });
    const { Body, Metadata } = await client.send(command);
    const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
    return decoded(bytes, Metadata?.[SECRET] ?? null);
  } catch (error) {
    if (error instanceof NoSuchKey || (error as Error).name === 'NoSuchVersion')
      return { ok: false, gone: true };
    throw error;
  }
}

function decoded(bytes: Uint8Array, secret: string | null): UploadText {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), secret };
  } catch {
    return refused('bytes that are no UTF-8', 'must be text saved as UTF-8');
  }
}

function extensionOf(key: string): string {
  return /\.[^./]+$/.exec(key)?.[0] ?? 'a name without an ending';
}

function refused(found: string, message: string): UploadText {
  return { ok: false, problems: [{ path: '$', line: 1, found, message }] };
}
