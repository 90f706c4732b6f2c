import { hash } from 'node:crypto';
import {
  closeSync,
  fdatasyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import type { S3PersistenceProvider } from '../../../node_modules/fauxqs/dist/s3/s3Persistence.js';
import type { S3Object } from '../../../node_modules/fauxqs/dist/s3/s3Types.js';
import type { StoredObject } from './s3-requests.ts';

/** The objects of the embedded S3, on disk. */
export interface ObjectFiles extends S3PersistenceProvider {
  /** Every object, oldest first. */
  stored(): StoredObject[];
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

/**
 * Keeps each object in a file, which is put in place once it is whole and on the disk: a kill leaves the object before
 * or the one after. Incomplete uploads in parts are kept in memory only: after a kill the upload begins again.
 */
export function objectFiles(dir: string, clock: Clock): ObjectFiles {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const pathOf = (bucket: string, key: string) => join(dir, hash('sha256', `${bucket}/${key}`, 'hex'));

  function write(bucket: string, { body, lastModified, ...object }: S3Object): void {
    const path = pathOf(bucket, object.key);
    const head = {
      ...object,
      bucket,
      lastModified: lastModified.toISOString(),
      at: clock.now().toString(),
    } satisfies Head;
    const file = openSync(`${path}${UNFINISHED}`, 'w', 0o600);
    const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]);
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    fdatasyncSync(file);
    closeSync(file);
    renameSync(`${path}${UNFINISHED}`, path);
  }

  function read(path: string): { head: Head; body: Buffer } {
    const content = readFileSync(path);
    const lineEnd = content.indexOf(LINE_END);
    return { head: JSON.parse(content.toString('utf8', 0, lineEnd)), body: content.subarray(lineEnd + 1) };
  }

  function heads(): Head[] {
    const names = readdirSync(dir).filter((name) => !name.endsWith(UNFINISHED));
    return names.map((name) => read(join(dir, name)).head);
  }

  function removeAll(bucket?: string): void {
    for (const one of heads()) {
      if (bucket === undefined || one.bucket === bucket) rmSync(pathOf(one.bucket, one.key));
    }
  }

  return {
    stored: () =>
      heads()
        .map(({ bucket, key, contentLength: size, etag, at }) => {
          const created = Temporal.Instant.from(at);
          return { bucket, key, reason: 'PutObject', size, etag: etag.replaceAll('"', ''), at: created };
        })
        .sort((one, other) => Temporal.Instant.compare(one.at, other.at)),
    loadS3: (store) => {
      for (const { bucket, at: _, lastModified, ...object } of heads()) {
        store.createBucket(bucket);
        // Its bytes are read when they are asked for.
        store.restoreObject(bucket, {
          ...object,
          lastModified: new Date(lastModified),
          body: Buffer.alloc(0),
        });
      }
    },
    upsertObject: write,
    completeMultipartUpload: (_, bucket, object) => write(bucket, object),
    readBody: (bucket, key) => read(pathOf(bucket, key)).body,
    deleteObject: (bucket, key) => rmSync(pathOf(bucket, key), { force: true }),
    renameObject: (bucket, from, to) => {
      const { head, body } = read(pathOf(bucket, from));
      write(bucket, { ...head, key: to, body, lastModified: new Date(head.lastModified) });
      rmSync(pathOf(bucket, from));
    },
    deleteObjectsByBucket: removeAll,
    deleteAllObjects: () => removeAll(),
    purgeAll: () => removeAll(),
    // Buckets and their rules are the template's; they are made at each start.
    insertBucket: () => {},
    deleteBucket: () => {},
    saveBucketLifecycleConfiguration: () => {},
    deleteBucketLifecycleConfiguration: () => {},
    insertMultipartUpload: () => {},
    upsertMultipartPart: () => {},
    deleteMultipartUpload: () => {},
    deleteAllMultipartUploads: () => {},
    close: () => {},
  };
}
