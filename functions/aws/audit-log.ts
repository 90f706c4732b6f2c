import { hash } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Actor, actorSchema } from '../domain/actor.ts';
import type { RecordedCommand, UploadCommand } from '../domain/audit.ts';
import type { Upload } from '../domain/upload.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { putIf, queryPage } from './dynamo.ts';

/** An entry as it is stored. Entries of all times are read, so a command is checked no further. */
const entrySchema = z.object({
  /** Instant, ISO 8601 in UTC. */
  at: z.string(),
  /** The request of Lambda that it came with; with `at` it names the entry. */
  requestId: z.string(),
  /** The command, under the name that the table has for it. */
  act: z
    .looseObject({ act: z.string(), by: actorSchema })
    .transform((act) => act as unknown as RecordedCommand),
  /** Codes: what was so before, and what is after. */
  before: z.array(z.string()).readonly(),
  after: z.array(z.string()).readonly(),
});
/** What a person did: who, what, why, and codes from before and after. */
export type AuditEntry = Readonly<z.infer<typeof entrySchema>>;

/** Everything that people did, as it is kept for good. */
export interface AuditLog {
  /** Adds an entry; nothing ever changes it. @throws Error when there is one of this request. */
  put(entry: AuditEntry): Promise<void>;
  /** Adds an entry unless there is one of this request. */
  putOnce(entry: AuditEntry): Promise<void>;
  /** Newest first. @param before The key of the entry after which the page begins: `at#requestId`. */
  entries(limit: number, before?: string): Promise<AuditEntry[]>;
}

/** Keeps the audit log in the launch's table. */
export function auditLogOf(env: Env, db: DynamoDBDocumentClient = dynamo()): AuditLog {
  const table = { db, name: required(env, ENV.launchTable) };

  function putIfAbsent(entry: AuditEntry): Promise<boolean> {
    const item = { pk: 'act', sk: `${entry.at}#${entry.requestId}`, ...entry };
    return putIf(table, item, { condition: 'attribute_not_exists(pk)' });
  }

  return {
    put: async (entry) => {
      if (await putIfAbsent(entry)) return;
      throw new Error(
        `Cannot record what was done because the request must be new: ${entry.requestId} is not`,
      );
    },
    putOnce: async (entry) => {
      await putIfAbsent(entry);
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
      return items.map((item) => entrySchema.parse(item));
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
    by: Actor;
    before: readonly string[];
    auditLog: Pick<AuditLog, 'putOnce'>;
  },
): Promise<void> {
  const requestId = `upload-${hash('sha256', key, 'hex').slice(0, 16)}`;
  const act: UploadCommand = {
    act: 'upload',
    kind,
    key,
    by,
    why: 'uploaded in the console',
  };
  await auditLog.putOnce({ at: uploadedAt, requestId, act, before, after: [] });
}
