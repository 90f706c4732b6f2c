import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import type { AuditEntry } from '../domain/audit-entry.ts';
import { objectKeyOf } from '../domain/audit-key.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { indexEntry } from './audit-place.ts';
import { dynamo, s3 } from './clients.ts';
import { putIfAbsent, putOrFind } from './write-once.ts';

/** Everything that people did, as it is kept permanently. */
export interface AuditLog {
  /** Adds an entry; nothing ever changes it. @throws Error when there is another one of this request. */
  put(entry: AuditEntry): Promise<void>;
  /** Adds an entry unless there is one of this request. */
  putOnce(entry: AuditEntry): Promise<void>;
}

/** The clients of the audit log. */
export interface AuditClients {
  readonly db: DynamoDBClient;
  readonly client: S3Client;
}

/**
 * Stores each entry as a write-once object: the bucket accepts no second object under its key, and none can be deleted.
 * The launch table only indexes them; the sweep adds entries missing from that index.
 */
export function auditLogOf(
  env: Env,
  { db, client }: AuditClients = { db: dynamo(), client: s3() },
): AuditLog {
  const Bucket = required(env, ENV.auditBucket);
  const index = { db, name: required(env, ENV.launchTable) };

  const objectOf = (entry: AuditEntry) => ({
    Bucket,
    Key: objectKeyOf(entry),
    Body: JSON.stringify(entry),
  });

  return {
    put: async (entry) => {
      const isWritten = await putOrFind(client, objectOf(entry));
      await indexEntry(index, entry);
      if (isWritten) return;
      throw new Error(
        `Cannot record what was done because the request must be new: ${entry.requestId} is not`,
      );
    },
    putOnce: async (entry) => {
      await putIfAbsent(client, objectOf(entry));
      await indexEntry(index, entry);
    },
  };
}
