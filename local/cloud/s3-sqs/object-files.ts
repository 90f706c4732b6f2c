import { hash } from 'node:crypto';
import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import type { S3PersistenceProvider } from '../../../node_modules/fauxqs/dist/s3/s3Persistence.js';
import type { S3Object } from '../../../node_modules/fauxqs/dist/s3/s3Types.js';
import { withPath } from '../../lib/file-error.ts';
import { damaged } from '../persistence/damaged.ts';
import type { StoredObject } from './s3-requests.ts';

/** The objects of the embedded S3, on disk. */
export interface ObjectFiles extends S3PersistenceProvider {
  /** Every object, oldest first. */
  stored(): StoredObject[];
  /** Reads bytes of an object, and no others. `end`: the first that isn't read. */
  readPart(bucket: string, key: string, part: { begin: number; end: number }): Buffer;
}

/** The first line of an object's file; its bytes follow. */
interface Head extends Omit<S3Object, 'body' | 'lastModified'> {
  readonly bucket: string;
  readonly lastModified: string;
  /** By the cloud's clock. */
  readonly at: string;
}

const LINE_END = 10;
const UNFINISHED = '.unfinished';
/** A SHA-256. */
const OBJECT_FILE = /^[0-9a-f]{64}$/;

/**
 * Keeps each object in a file, which is put in place once it is whole and on the disk: a kill leaves the object before
 * or the one after. Incomplete uploads in parts are kept in memory only: after a kill the upload begins again.
 */
export function objectFiles(dir: string, clock: Clock): ObjectFiles {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const pathOf = (bucket: string, key: string) => join(dir, hash('sha256', `${bucket}/${key}`, 'hex'));
  const write = (bucket: string, object: S3Object) =>
    writeObject(pathOf(bucket, object.key), { bucket, object, at: clock.now() });
  const removeAll = (isMeant: (head: Head) => boolean) => {
    for (const head of headsIn(dir).filter(isMeant)) rmSync(pathOf(head.bucket, head.key));
  };
  return {
    ...NOT_KEPT,
    stored: () => headsIn(dir).map(storedObject).sort(byTime),
    loadS3: (store) => {
      for (const { bucket, at, lastModified: _, ...object } of headsIn(dir)) {
        store.createBucket(bucket);
        // Its bytes are read when they are asked for.
        const body = Buffer.alloc(0);
        store.restoreObject(bucket, { ...object, lastModified: new Date(at), body });
      }
    },
    upsertObject: write,
    completeMultipartUpload: (_, bucket, object) => write(bucket, object),
    readBody: (bucket, key) => readObject(pathOf(bucket, key)).body,
    readPart: (bucket, key, part) => readPart(pathOf(bucket, key), part),
    deleteObject: (bucket, key) => rmSync(pathOf(bucket, key), { force: true }),
    renameObject: (bucket, from, to) => {
      const { head, body } = readObject(pathOf(bucket, from));
      write(bucket, { ...head, key: to, body, lastModified: new Date(head.lastModified) });
      rmSync(pathOf(bucket, from));
    },
    deleteObjectsByBucket: (bucket) => removeAll((head) => head.bucket === bucket),
    deleteAllObjects: () => removeAll(() => true),
    purgeAll: () => removeAll(() => true),
  };
}

const keepNothing = () => {};

/** Buckets and their rules are the template's and are made at each start; parts of uploads stay in memory. */
const NOT_KEPT = {
  insertBucket: keepNothing,
  deleteBucket: keepNothing,
  saveBucketLifecycleConfiguration: keepNothing,
  deleteBucketLifecycleConfiguration: keepNothing,
  insertMultipartUpload: keepNothing,
  upsertMultipartPart: keepNothing,
  deleteMultipartUpload: keepNothing,
  deleteAllMultipartUploads: keepNothing,
  close: keepNothing,
};

function writeObject(
  path: string,
  { bucket, object, at }: { bucket: string; object: S3Object; at: Temporal.Instant },
): void {
  const { body, lastModified, ...rest } = object;
  const head: Head = { ...rest, bucket, lastModified: lastModified.toISOString(), at: at.toString() };
  const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]);
  const file = openSync(`${path}${UNFINISHED}`, 'w', 0o600);
  try {
    withPath(path, () => {
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      fdatasyncSync(file);
    });
  } finally {
    closeSync(file);
  }
  renameSync(`${path}${UNFINISHED}`, path);
}

function readObject(path: string): { head: Head; body: Buffer } {
  const content = readFileSync(path);
  const { head, at } = readHead(path, { start: content, size: content.length });
  return { head, body: content.subarray(at) };
}

/** Longer than the first line of any object: its metadata may have 2 KB. */
const MAX_HEAD_BYTES = 16 * 1024;

function readPart(path: string, { begin, end }: { begin: number; end: number }): Buffer {
  const file = openSync(path, 'r');
  try {
    const start = bytesOf(file, { from: 0, length: MAX_HEAD_BYTES });
    const { at } = readHead(path, { start, size: fstatSync(file).size });
    return bytesOf(file, { from: at + begin, length: end - begin });
  } finally {
    closeSync(file);
  }
}

function bytesOf(file: number, { from, length }: { from: number; length: number }): Buffer {
  const bytes = Buffer.alloc(length);
  let done = 0;
  for (let read = -1; read !== 0 && done < length; done += read) {
    read = readSync(file, bytes, done, length - done, from + done);
  }
  return bytes.subarray(0, done);
}

/** @param file `start`: its beginning; `size`: bytes of all of it. @returns the head, and where the bytes begin */
function readHead(
  path: string,
  { start, size }: { start: Buffer; size: number },
): { head: Head; at: number } {
  const lineEnd = start.indexOf(LINE_END);
  const head = headIn(start.toString('utf8', 0, Math.max(lineEnd, 0)));
  if (head?.contentLength === size - lineEnd - 1) return { head, at: lineEnd + 1 };
  throw damaged(path, 'an upload or report in it is cut off or changed');
}

function headIn(line: string): Head | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Other files, such as those that a desktop leaves in each folder, are passed over. */
function headsIn(dir: string): Head[] {
  const names = readdirSync(dir).filter((name) => OBJECT_FILE.test(name));
  return names.map((name) => readObject(join(dir, name)).head);
}

function storedObject({ bucket, key, contentLength: size, etag, at }: Head): StoredObject {
  const created = Temporal.Instant.from(at);
  return { bucket, key, reason: 'PutObject', size, etag: etag.replaceAll('"', ''), at: created };
}

function byTime(one: StoredObject, other: StoredObject): number {
  return Temporal.Instant.compare(one.at, other.at);
}
