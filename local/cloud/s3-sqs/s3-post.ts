import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import type { Credentials } from '../iam/credentials.ts';
import { type PostAnswer, postAnswer, REFUSALS, Refused, refusalAnswer } from './post-answer.ts';
import { checkPolicy, type SizeLimits } from './post-policy.ts';

/** A form with a file, posted to a bucket. */
interface PostedForm {
  readonly bucket: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
}

interface PostOptions {
  /** Epoch milliseconds on the machine's clock, by which the SDK dates what it signs. */
  readonly now: () => number;
  /** The keys that sign good forms. */
  readonly credentials: Credentials;
  readonly store: ObjectStore;
}

/** Where the file goes: whole, or in parts. */
export interface ObjectStore {
  put(object: NewFile, content: Buffer): Promise<{ etag: string }>;
  /** Begins an object in parts. */
  begin(object: NewFile): Promise<Parts>;
}

/** An object that is uploaded in parts. */
export interface Parts {
  /** Adds the next part. */
  add(content: Buffer): Promise<void>;
  /** Makes the object of its parts. */
  finish(): Promise<{ etag: string }>;
  /** Throws the parts away. */
  abort(): Promise<void>;
}

/** A file on its way into a bucket. */
export interface NewFile {
  readonly bucket: string;
  readonly key: string;
  /** Content type and metadata, as headers of a PUT. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Smaller files go whole; larger ones in parts of this size. */
const PART_BYTES = 8 * 1024 * 1024;
/** S3's limit for everything in a form before its file. */
const FIELD_BYTES = 20 * 1024;

/**
 * Takes a file that a browser posts by a presigned form, as S3 does: checks its policy before the first byte of the
 * file is kept, and its size while it comes. https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html
 */
export async function postObject(form: PostedForm, options: PostOptions): Promise<PostAnswer> {
  try {
    const { fields, key, etag } = await takeForm(form, options);
    return postAnswer(fields, { bucket: form.bucket, key, etag });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return refusalAnswer(error.refusal);
  } finally {
    // What is left is read to its end: only then does the browser read the answer.
    form.body.unpipe();
    form.body.resume();
  }
}

interface Taken {
  /** Names in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  readonly key: string;
  readonly etag: string;
}

/** Fields come first, then the file; what comes after it is ignored. */
function takeForm({ bucket, headers, body }: PostedForm, options: PostOptions): Promise<Taken> {
  const fields = new Map<string, string>();
  return new Promise((resolve, reject) => {
    let hasFile = false;
    const malformed = () => reject(new Refused(REFUSALS.malformed));
    const parser = parserOf(headers);
    if (!parser) return malformed();
    parser.on('field', (name, value) => {
      if (!hasFile) fields.set(name.toLowerCase(), value);
    });
    parser.on('file', (name, file, fileName) => {
      if (hasFile || name !== 'file') return void file.resume();
      hasFile = true;
      file.once('error', malformed);
      takeFile(file, { bucket, fields, fileName, options })
        .then(resolve, reject)
        .finally(() => file.resume());
    });
    parser.once('error', malformed);
    parser.once('finish', () => {
      if (!hasFile) reject(new Refused(REFUSALS.noFile));
    });
    body.once('aborted', malformed);
    body.pipe(parser);
  });
}

function parserOf(headers: IncomingHttpHeaders): InstanceType<typeof Busboy> | null {
  try {
    const limits = { fieldSize: FIELD_BYTES, fields: 100 };
    return new Busboy({
      headers: { ...headers, 'content-type': headers['content-type'] ?? '' },
      isPartAFile: (name) => name === 'file',
      limits,
    });
  } catch {
    return null;
  }
}

interface FileOf {
  readonly bucket: string;
  readonly fields: Map<string, string>;
  readonly fileName: string | undefined;
  readonly options: PostOptions;
}

async function takeFile(file: Readable, { bucket, fields, fileName, options }: FileOf): Promise<Taken> {
  const { now, credentials, store } = options;
  const key = fields.get('key')?.replaceAll(/\$\{filename\}/g, () => fileName ?? '');
  if (!key) throw new Refused(REFUSALS.noKey);
  fields.set('key', key);
  const check = checkPolicy(fields, { bucket, now: now(), credentials });
  if (!check.ok) throw new Refused(check.refusal);
  const { etag } = await storeFile(file, { object: newFile(bucket, fields), size: check.size, store });
  return { fields, key, etag };
}

function newFile(bucket: string, fields: ReadonlyMap<string, string>): NewFile {
  const kept = [...fields].filter(([name]) => name === 'content-type' || name.startsWith('x-amz-meta-'));
  const headers = { 'content-type': 'binary/octet-stream', ...Object.fromEntries(kept) };
  return { bucket, key: fields.get('key') ?? '', headers };
}

/** Keeps nothing of a file that is too large or too small. */
async function storeFile(
  file: Readable,
  { object, size, store }: { object: NewFile; size: SizeLimits; store: ObjectStore },
): Promise<{ etag: string }> {
  let parts: Parts | null = null;
  let pieces: Buffer[] = [];
  let waiting = 0;
  let bytes = 0;
  try {
    for await (const piece of file as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > size.max) throw new Refused(REFUSALS.tooLarge);
      pieces.push(piece);
      waiting += piece.length;
      if (waiting < PART_BYTES) continue;
      parts ??= await store.begin(object);
      await parts.add(Buffer.concat(pieces));
      pieces = [];
      waiting = 0;
    }
    if (bytes < size.min) throw new Refused(REFUSALS.tooSmall);
    if (!parts) return await store.put(object, Buffer.concat(pieces));
    if (waiting > 0) await parts.add(Buffer.concat(pieces));
    return await parts.finish();
  } catch (error) {
    await parts?.abort();
    throw error;
  }
}
