import { hash } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { RecordedCommand, UploadCommand } from '../domain/audit.ts';
import type { Upload } from '../domain/upload.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { putIf, queryPage } from './dynamo.ts';

/** What a person did: who, what, why, and codes from before and after. */
export interface AuditEntry {
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly requestId: string;
  readonly act: RecordedCommand;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Everything that people did, as it is kept for good. */
export interface AuditLog {
  /** Puts a record; nothing ever changes it. @throws Error when there is one of this request. */
  put(record: AuditEntry): Promise<void>;
  /** Puts a record unless there is one of this request. */
  putOnce(record: AuditEntry): Promise<void>;
  /** Newest first. @param before The key of the record after which the page begins: `at#requestId`. */
  entries(limit: number, before?: string): Promise<AuditEntry[]>;
}

/** Keeps the audit log in the launch's table. */
export function auditLogOf(env: Env, db: DynamoDBDocumentClient = dynamo()): AuditLog {
  const table = { db, name: required(env, ENV.launchTable) };

  function putIfAbsent(record: AuditEntry): Promise<boolean> {
    const item = { pk: 'act', sk: `${record.at}#${record.requestId}`, ...record };
    return putIf(table, item, { condition: 'attribute_not_exists(pk)' });
  }

  return {
    put: async (record) => {
      if (await putIfAbsent(record)) return;
      throw new Error(
        `Cannot record what was done because the request must be new: ${record.requestId} is not`,
      );
    },
    putOnce: async (record) => {
      await putIfAbsent(record);
    },
    entries: async (limit, before) => {
      const items = await queryPage(table, {
        consistent: true,
        where: 'pk = :pk AND sk < :before',
        // Every key begins with a year.
        values: { ':pk': 'act', ':before': before ?? '9999' },
        descending: true,
        limit,
      });
      return items.map(({ pk, sk, ...record }) => record as unknown as AuditEntry);
    },
  };
}

/** Records that a person's file has arrived, before anything is done with it. A repeat records nothing. */
export async function recordUpload(
  { key, uploadedAt }: Pick<Upload, 'key' | 'uploadedAt'>,
  {
    kind,
    by,
    before,
    auditLog,
  }: {
    kind: UploadCommand['kind'];
    by: string;
    before: readonly string[];
    auditLog: Pick<AuditLog, 'putOnce'>;
  },
): Promise<void> {
  const requestId = `upload-${hash('sha256', key, 'hex').slice(0, 16)}`;
  const act: UploadCommand = { act: 'upload', kind, key, by, why: 'uploaded in the console' };
  await auditLog.putOnce({ at: uploadedAt, requestId, act, before, after: [] });
}
