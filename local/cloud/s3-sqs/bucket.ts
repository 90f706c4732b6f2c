import { GetObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { Template } from '../template/template.ts';
import type { StoredObject } from './s3-requests.ts';

/** A bucket as a person uses it. */
export interface Bucket {
  readonly name: string;
  /** Uploads a file; a large one in parts. */
  put(key: string, content: Uint8Array | string): Promise<Omit<StoredObject, 'at'>>;
  /** Contents of the objects whose keys have a prefix, by key. */
  read(prefix: string): Promise<Map<string, Uint8Array>>;
}

/** The embedded S3 takes no more than about 10 MiB at once. */
const PART_BYTES = 8 * 1024 * 1024;

/** A bucket by its name. */
export function bucketOf(name: string, client: S3Client): Bucket {
  const Bucket = name;

  return {
    name,
    put: async (key, content) => {
      const Body = typeof content === 'string' ? Buffer.from(content) : content;
      const params = { Bucket, Key: key, Body };
      const { ETag = '' } = await new Upload({ client, params, partSize: PART_BYTES, queueSize: 1 }).done();
      const etag = ETag.replaceAll('"', '');
      return { bucket: name, key, reason: 'PutObject', size: Body.length, etag };
    },
    read: async (prefix) => {
      const found = new Map<string, Uint8Array>();
      for await (const page of paginateListObjectsV2({ client }, { Bucket, Prefix: prefix })) {
        for (const { Key = '' } of page.Contents ?? []) {
          const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
          found.set(Key, (await Body?.transformToByteArray()) ?? new Uint8Array());
        }
      }
      return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
    },
  };
}

/** Name of the bucket for uploads. @throws Error when the template has none. */
export function inboxNameOf(template: Template): string {
  const inbox = template.ofType('AWS::S3::Bucket').find(({ id }) => id === 'InboxBucket');
  if (!inbox) throw new Error('Cannot run the template because it must hold an InboxBucket');
  return inbox.name;
}
