import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { ENV, type Env, required } from '../lib/env.ts';
import { s3 } from './clients.ts';

/** Puts a plan where any other upload goes, and who uploads it with it. It is taken in from there. */
export type PutPlan = (upload: { key: string; text: string; by: string }) => Promise<void>;

export function planUploader(env: Env, client: S3Client = s3()): PutPlan {
  const Bucket = required(env, ENV.inboxBucket);
  return async ({ key, text, by }) => {
    await client.send(
      new PutObjectCommand({
        Bucket,
        Key: key,
        Body: text,
        ContentType: 'application/json',
        Metadata: { by },
      }),
    );
  };
}
