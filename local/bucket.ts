import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';

/** The inbox bucket as a person uses it. */
export interface Bucket {
  readonly name: string;
  /** Uploads a file; a large one in parts. */
  put(key: string, content: Uint8Array | string): Promise<void>;
  /** Every object whose key starts so, by key. */
  read(prefix: string): Promise<Map<string, Uint8Array>>;
}

/** The embedded S3 takes no more than about 10 MiB at once. */
const PART_BYTES = 8 * 1024 * 1024;

export function bucketOf(name: string, client: S3Client): Bucket {
  const Bucket = name;

  async function putInParts(Key: string, content: Uint8Array): Promise<void> {
    const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
    const Parts: { PartNumber: number; ETag: string | undefined }[] = [];
    for (let start = 0; start < content.length; start += PART_BYTES) {
      const PartNumber = Parts.length + 1;
      const Body = content.subarray(start, start + PART_BYTES);
      const { ETag } = await client.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
      Parts.push({ PartNumber, ETag });
    }
    const MultipartUpload = { Parts };
    await client.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload }));
  }

  return {
    name,
    put: async (key, content) => {
      const Body = typeof content === 'string' ? Buffer.from(content) : content;
      if (Body.length > PART_BYTES) await putInParts(key, Body);
      else await client.send(new PutObjectCommand({ Bucket, Key: key, Body }));
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
