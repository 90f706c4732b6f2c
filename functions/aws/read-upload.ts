import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { bySchema } from '../domain/audit.ts';
import type { Problem } from '../domain/plan/problem.ts';
import type { Upload } from '../domain/upload.ts';

export type UploadText =
  /** `by`: who uploaded it, where the upload's metadata say so by a sign-in id. */
  | { readonly ok: true; readonly text: string; readonly by?: string }
  | { readonly ok: false; readonly problems: Problem[] }
  /** Deleted meanwhile. */
  | { readonly ok: false; readonly gone: true };

/** A plan of the 60 phases allowed is about 15 KB: more is another file put in the wrong place. */
const MAX_BYTES = 1024 * 1024;

/** Reads an uploaded plan's text. */
export async function readUpload(upload: Upload, s3: S3Client): Promise<UploadText> {
  const { bucket, key, size, versionId } = upload;
  if (!/\.json$/i.test(key)) return refused(extensionOf(key), 'must be a file whose name ends in .json');
  if (size > MAX_BYTES) return refused(`${size} bytes`, `must be a file of at most ${MAX_BYTES} bytes`);
  const version = versionId === null ? {} : { VersionId: versionId };
  try {
    const { Body, Metadata } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, ...version }));
    const read = decoded((await Body?.transformToByteArray()) ?? new Uint8Array());
    const by = bySchema.safeParse(Metadata?.by);
    return read.ok && by.success ? { ...read, by: by.data } : read;
  } catch (error) {
    if (error instanceof NoSuchKey || (error as Error).name === 'NoSuchVersion')
      return { ok: false, gone: true };
    throw error;
  }
}

function decoded(bytes: Uint8Array): UploadText {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
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
