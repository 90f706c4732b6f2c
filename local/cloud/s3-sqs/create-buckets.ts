import { BucketAlreadyOwnedByYou, CreateBucketCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Resource, Template } from '../template/template.ts';

/** Makes the template's buckets. A bucket that data on disk hold already stays as it is. */
export async function createBuckets(template: Template, client: S3Client): Promise<void> {
  const create = async ({ name }: Resource) => {
    try {
      await client.send(new CreateBucketCommand({ Bucket: name }));
    } catch (error) {
      if (!(error instanceof BucketAlreadyOwnedByYou)) throw error;
    }
  };
  await Promise.all(template.ofType('AWS::S3::Bucket').map(create));
}
