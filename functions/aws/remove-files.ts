import { DeleteObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { ENV, type Env, required } from '../lib/env.ts';
import { s3 } from './clients.ts';

/** Prefixes of files that may name any filer: uploaded rosters, their reports, and exports of the send log. */
export const PERSONAL_FILES = [
  'inbox/roster/',
  'inbox/update/',
  'reports/roster/',
  'reports/update/',
  'exports/',
] as const;

/** Deletes every file that may name a filer. @returns how many there were. */
export type RemoveFiles = () => Promise<number>;

/** Deletes in the inbox bucket. @throws Error when its variable is missing. */
export function fileRemover(env: Env, client: S3Client = s3()): RemoveFiles {
  const Bucket = required(env, ENV.inboxBucket);

  /** A page of keys under a prefix. What was deleted isn't on the next. */
  async function page(Prefix: string): Promise<string[]> {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix }));
    return Contents.map(({ Key = '' }) => Key);
  }

  return async () => {
    let removed = 0;
    for (const prefix of PERSONAL_FILES) {
      for (let keys = await page(prefix); keys.length > 0; keys = await page(prefix)) {
        for (const Key of keys) await client.send(new DeleteObjectCommand({ Bucket, Key }));
        removed += keys.length;
      }
    }
    return removed;
  };
}
