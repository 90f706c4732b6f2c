import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { type AuditKey, ENTRIES, keyOfObject, placeOf } from '../domain/audit-key.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { poolOf } from '../lib/pool.ts';
import type { AuditClients } from './audit-log.ts';
import { AUDIT_INDEX, indexEntry } from './audit-place.ts';
import { dynamo, s3 } from './clients.ts';
import { queryItems, type Table } from './dynamo.ts';

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
      const added = await addMissing(entries, table);
      const last = keys.at(-1)?.slice(ENTRIES.length) ?? null;
      return { entries: entries.length, added, next: IsTruncated ? last : null };
    },
  };
}

/** Reads the index first: nearly always it lists them all, and a write that changes nothing costs as much as any. */
async function addMissing(entries: readonly AuditKey[], table: Table): Promise<number> {
  const listed = await listedOf(entries.map(placeOf), table);
  const pool = poolOf(AT_ONCE);
  let added = 0;
  for (const key of entries.filter((key) => !listed.has(placeOf(key)))) {
    await pool.start(async () => {
      if (await indexEntry(table, key)) added++;
    });
  }
  await pool.settled();
  return added;
}

/** Which of these places the index lists, and any between them. */
async function listedOf(places: readonly string[], table: Table): Promise<ReadonlySet<unknown>> {
  const sorted = places.toSorted();
  const [from, to] = [sorted.at(0), sorted.at(-1)];
  if (from === undefined) return new Set();
  const items = await Array.fromAsync(
    queryItems(table, {
      consistent: true,
      where: 'pk = :pk AND sk BETWEEN :from AND :to',
      values: { ':pk': AUDIT_INDEX, ':from': from, ':to': to },
      projection: 'sk',
    }),
  );
  return new Set(items.map(({ sk }) => sk));
}
