import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { type AwsRequest, type PrincipalRecord, principalRecordSchema } from '../domain/principal.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { s3 } from './clients.ts';
import { putOrFind } from './write-once.ts';

/** Who made requests to AWS, as CloudTrail reported it: objects beside the audit log's entries, each written once. */
export interface PrincipalStore {
  /** Adds a record. @returns `false` if another one says something else about the request, which stays */
  put(record: PrincipalRecord): Promise<boolean>;
}

/** Who made a request; `null`: CloudTrail has not reported it. */
export type ReadPrincipal = (request: AwsRequest) => Promise<PrincipalRecord | null>;

/** Where the records are in the audit bucket. */
export const PRINCIPALS = 'principals/';

/** Records in the audit bucket. @throws Error when its variable is missing */
export function principalStore(env: Env, client: S3Client = s3()): PrincipalStore {
  const Bucket = required(env, ENV.auditBucket);
  return {
    put: (record) => putOrFind(client, { Bucket, Key: keyOf(record), Body: JSON.stringify(record) }),
  };
}

/** Reads records from a bucket. */
export function principalReader(Bucket: string, client: S3Client): ReadPrincipal {
  return async (request) => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: keyOf(request) }));
      return principalRecordSchema.parse(JSON.parse((await Body?.transformToString()) ?? ''));
    } catch (error) {
      if ((error as Error).name === 'NoSuchKey') return null;
      throw error;
    }
  };
}

function keyOf({ service, requestId }: AwsRequest): string {
  return `${PRINCIPALS}${service}/${requestId}.json`;
}
