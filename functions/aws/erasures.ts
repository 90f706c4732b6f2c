import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { type Erasure, erasureSchema } from '../domain/erasure.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { s3 } from './clients.ts';

/** Records of erasures. They are objects of the bucket, so that a restore of the tables doesn't lose them. */
export interface ErasureStore {
  /** `null`: the filer was never erased. */
  find(filerId: string): Promise<Erasure | null>;
  put(erasure: Erasure): Promise<void>;
  /** Every erasure, by filer id. */
  all(): Promise<Erasure[]>;
}

const PREFIX = 'erasures/';

/** Keeps the records in the inbox bucket. @throws Error when its variable is missing. */
export function erasureStore(env: Env, client: S3Client = s3()): ErasureStore {
  const Bucket = required(env, ENV.inboxBucket);

  async function read(Key: string): Promise<Erasure | null> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      return erasureSchema.parse(JSON.parse((await Body?.transformToString()) ?? ''));
    } catch (error) {
      if ((error as Error).name === 'NoSuchKey') return null;
      throw error;
    }
  }

  async function keys(): Promise<string[]> {
    const found: string[] = [];
    for (let from: string | undefined, more = true; more; more = from !== undefined) {
      const page = await client.send(
        new ListObjectsV2Command({ Bucket, Prefix: PREFIX, ...(from && { ContinuationToken: from }) }),
      );
      found.push(...(page.Contents ?? []).map(({ Key = '' }) => Key));
      from = page.NextContinuationToken;
    }
    return found;
  }

  return {
    find: (filerId) => read(keyOf(filerId)),
    put: async (erasure) => {
      const Body = JSON.stringify(erasure);
      await client.send(new PutObjectCommand({ Bucket, Key: keyOf(erasure.filerId), Body }));
    },
    all: async () => {
      const found = await Promise.all((await keys()).map(read));
      return found.filter((one) => one !== null);
    },
  };
}

function keyOf(filerId: string): string {
  return `${PREFIX}${filerId}.json`;
}
