import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { ENTRIES, keyOfObject } from '../domain/audit-key.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { poolOf } from '../lib/pool.ts';
import type { AuditClients } from './audit-log.ts';
import { indexEntry } from './audit-place.ts';
import { dynamo, s3 } from './clients.ts';

/** The result of rebuilding one part of the index. */
export interface IndexedPart {
  /** Entries examined, and how many of them were missing from the index. */
  readonly entries: number;
  readonly added: number;
  /** Pass it as `after` to continue; `null` after the last part. */
  readonly next: string | null;
}

/** The index of the audit log, which can be rebuilt from the entries. */
export interface AuditIndex {
  /** Lists the entries after a place, a thousand at most. @param after An instant, or where an earlier part ended. */
  add(after: string): Promise<IndexedPart>;
}

const AT_ONCE = 20;

/** Makes the index from the objects in the bucket. @throws Error when a variable is missing. */
export function auditIndexOf(
  env: Env,
  { db, client }: AuditClients = { db: dynamo(), client: s3() },
): AuditIndex {
  const Bucket = required(env, ENV.auditBucket);
  const table = { db, name: required(env, ENV.launchTable) };
  return {
    add: async (after) => {
      const range = { Bucket, Prefix: ENTRIES, StartAfter: `${ENTRIES}${after}` };
      const { Contents = [], IsTruncated } = await client.send(new ListObjectsV2Command(range));
      const keys = Contents.map(({ Key = '' }) => Key);
      const entries = keys.map(keyOfObject).filter((key) => key !== null);
      const pool = poolOf(AT_ONCE);
      let added = 0;
      for (const key of entries) {
        await pool.start(async () => {
          if (await indexEntry(table, key)) added++;
        });
      }
      await pool.settled();
      const last = keys.at(-1)?.slice(ENTRIES.length) ?? null;
      return { entries: entries.length, added, next: IsTruncated ? last : null };
    },
  };
}
