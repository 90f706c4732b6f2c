import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SHARDS } from '../domain/filer/filer-id.ts';
import type { VersionDraft } from '../domain/roster/roster-version.ts';
import type { Backoff } from '../lib/backoff.ts';
import { ENV, required } from '../lib/env.ts';
import { chunked } from '../lib/iterables.ts';
import type { Runtime } from '../lib/runtime.ts';
import { dynamo } from './clients.ts';
import { type ContentClaims, contentClaims } from './content-claims.ts';
import { deleteItem, queryPage, type Table } from './dynamo.ts';
import { BATCH_WRITE_SIZE, batchWrite, type Write } from './dynamo-batch.ts';
import { shardKey } from './rosters.ts';
import { type UploadTries, uploadTries } from './upload-tries.ts';
import { beginVersion, type VersionWriter, versionKey } from './version-writer.ts';

/** Writes versions of the roster. Everything may be repeated, and a repeat changes nothing. */
export interface RosterWriter extends Omit<ContentClaims, 'forget'>, UploadTries {
  /** Starts a version, or continues with it. */
  begin(draft: VersionDraft): Promise<VersionWriter>;
  /** Deletes filers of a version, at most this many. @returns how many it deleted. */
  deleteFilers(version: string, limit: number): Promise<number>;
  /** Deletes what is left of a version without filers; its content may be uploaded again. */
  deleteVersion(version: string, sha256: string): Promise<void>;
}

const DELETE_KEYS = 250;
/** With waits that grow to 5 s this outlasts the minutes in which a table learns to take more. */
const TRIES = 60;
const LONGEST_WAIT_MS = 5_000;

/** Writes rosters to their table. */
export function rosterWriter(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  db: DynamoDBClient = dynamo(),
): RosterWriter {
  const table = { db, name: required(env, ENV.rosterTable) };
  const { forget, ...claims } = contentClaims(table);
  const backoff: Backoff = {
    clock,
    tries: TRIES,
    milliseconds: (attempt) => waitOf(attempt, Math.random()),
    failure: (left) => `Cannot write the roster because ${left} filers are still unprocessed`,
  };
  const write = (batch: readonly Write[]) => batchWrite(table, batch, { ...backoff, retryThrottles: true });
  return {
    ...claims,
    ...uploadTries(table),
    begin: (draft) => beginVersion(draft, { table, write }),
    deleteFilers: async (version, limit) => {
      let deleted = 0;
      for (const shard of SHARDS) {
        const pk = shardKey(version, shard);
        while (deleted < limit) {
          const deletes = await deletesOf(table, { pk, limit: Math.min(DELETE_KEYS, limit - deleted) });
          if (deletes.length === 0) break;
          await Promise.all(chunked(deletes, BATCH_WRITE_SIZE).map(write));
          deleted += deletes.length;
        }
      }
      return deleted;
    },
    deleteVersion: async (version, sha256) => {
      await forget(sha256, version);
      await deleteItem(table, versionKey(version));
    },
  };
}

/** Milliseconds before a try, with jitter: many batches are under way at once. @param random from 0 to 1 */
export function waitOf(attempt: number, random: number): number {
  return Math.min(LONGEST_WAIT_MS, 25 * 2 ** attempt) * (0.5 + random / 2);
}

/** Deletes of the first items of a partition. */
async function deletesOf(table: Table, { pk, limit }: { pk: string; limit: number }): Promise<Write[]> {
  const query = { where: 'pk = :pk', values: { ':pk': pk }, projection: 'pk, sk', consistent: true, limit };
  return (await queryPage(table, query)).map((Key) => ({ DeleteRequest: { Key } }));
}
