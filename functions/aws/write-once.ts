import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

/** An object that is written once and never overwritten. */
export interface WriteOnce {
  readonly Bucket: string;
  readonly Key: string;
  /** JSON. */
  readonly Body: string;
}

/** Puts an object unless there is one of this key. @returns whether it is new */
export async function putIfAbsent(client: S3Client, object: WriteOnce): Promise<boolean> {
  try {
    await client.send(new PutObjectCommand({ ...object, ContentType: 'application/json', IfNoneMatch: '*' }));
    return true;
  } catch (error) {
    if ((error as Error).name === 'PreconditionFailed') return false;
    throw error;
  }
}

/**
 * Puts an object, or finds that it was put already: the SDK repeats a request whose answer got lost, and S3 refuses the
 * repeat.
 * @returns whether the object now says this
 */
export async function putOrFind(client: S3Client, object: WriteOnce): Promise<boolean> {
  if (await putIfAbsent(client, object)) return true;
  const { Bucket, Key } = object;
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  return (await Body?.transformToString()) === object.Body;
}
