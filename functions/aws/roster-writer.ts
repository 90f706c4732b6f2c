import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Filer } from '../domain/filer/filer.ts';
import { SHARDS } from '../domain/filer/filer-id.ts';
import type { StoredVersion, VersionDraft } from '../domain/roster/roster-version.ts';
import { chunked } from '../lib/batch.ts';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import { dynamo } from './clients.ts';
import {
  BATCH_WRITE_SIZE,
  batchWrite,
  deleteIf,
  deleteItem,
  getItem,
  type Item,
  putIf,
  putItem,
  queryPage,
  updateItem,
  type Write,
} from './dynamo.ts';
import { shardOf } from './rosters.ts';
import { storedFiler } from './stored-filer.ts';

/** How far the writing of a version has come: a repeat goes on from there. */
export interface Progress {
  /** The filers of all rows up to this one are written. */
  readonly row: number;
  /** The filers taken over from the base are written up to this id. */
  readonly filerId: string;
}

export interface VersionWriter {
  readonly progress: Progress;
  readonly complete: boolean;
  /** Takes filers to write; returns early while there is room for more. */
  put(filers: readonly Filer[]): Promise<void>;
  /** Waits until everything taken is written, and notes how far that is. */
  checkpoint(progress: Progress): Promise<void>;
  /** Waits until everything taken is written, and completes the version: it never changes after that. */
  finish(version: StoredVersion): Promise<void>;
}

/** Which version was made from certain bytes. */
export interface ContentClaim {
  readonly version: string;
  readonly key: string;
  readonly uploadedAt: string;
  /** Everything about that upload is done. */
  readonly settled: boolean;
}

/** Writes versions of the roster. Everything may be repeated, and a repeat changes nothing. */
export interface RosterWriter {
  /** Starts a version, or goes on with it. */
  begin(draft: VersionDraft): Promise<VersionWriter>;
  claimOf(sha256: string): Promise<ContentClaim | null>;
  /** Claims the content for an upload. @returns whether it is that upload's now, or was. */
  claim(sha256: string, claim: Omit<ContentClaim, 'settled'>): Promise<boolean>;
  settle(sha256: string): Promise<void>;
  /** Deletes filers of a version, at most so many. @returns how many it deleted. */
  deleteFilers(version: string, most: number): Promise<number>;
  /** Deletes what is left of a version without filers; its content may be uploaded anew. */
  deleteVersion(version: string, sha256: string): Promise<void>;
}

const BATCHES_AT_ONCE = 12;
const DELETE_KEYS = 250;
/** With waits that grow to 5 s this outlasts the minutes in which a table learns to take more. */
const TRIES = 60;
const LONGEST_WAIT_MS = 5_000;
const START: Progress = { row: 0, filerId: '' };

export function rosterWriter(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  db: DynamoDBDocumentClient = dynamo(),
): RosterWriter {
  const table = { db, name: required(env, ENV.rosterTable) };

  function writeBatch(batch: readonly Write[]): Promise<void> {
    return batchWrite(table, batch, {
      clock,
      tries: TRIES,
      // With jitter: many batches are under way at once.
      milliseconds: (attempt) => Math.min(LONGEST_WAIT_MS, 25 * 2 ** attempt) * (0.5 + Math.random() / 2),
      failure: (left) => `Cannot write the roster because ${left} filers stay unprocessed`,
      retryThrottles: true,
    });
  }

  function someKeys(pk: string, limit: number): Promise<Item[]> {
    const values = { ':pk': pk };
    return queryPage(table, { where: 'pk = :pk', values, projection: 'pk, sk', consistent: true, limit });
  }

  function writerOf(
    version: string,
    { progress, complete }: Pick<VersionWriter, 'progress' | 'complete'>,
  ): VersionWriter {
    const underWay = new Set<Promise<void>>();
    let failed: Error | null = null;

    function start(batch: readonly Write[]): void {
      const write = writeBatch(batch)
        .catch((error: Error) => {
          failed ??= error;
        })
        .finally(() => underWay.delete(write));
      underWay.add(write);
    }

    async function flush(): Promise<void> {
      await Promise.all(underWay);
      if (failed) throw failed;
    }

    return {
      progress,
      complete,
      put: async (filers) => {
        const puts = filers.map((filer) => ({
          PutRequest: {
            Item: { pk: shardOf(version, filer.filerId), sk: filer.filerId, ...storedFiler(filer) },
          },
        }));
        for (const batch of chunked(puts, BATCH_WRITE_SIZE)) {
          if (failed) throw failed;
          if (underWay.size >= BATCHES_AT_ONCE) await Promise.race(underWay);
          start(batch);
        }
      },
      checkpoint: async (reached) => {
        await flush();
        const key = { pk: 'version', sk: version };
        await updateItem(table, key, { update: 'SET progress = :reached', values: { ':reached': reached } });
      },
      finish: async (stored) => {
        await flush();
        await putItem(table, { pk: 'version', sk: version, ...stored, complete: true });
      },
    };
  }

  return {
    begin: async (draft) => {
      const item = { pk: 'version', sk: draft.version, ...draft, complete: false };
      await putIf(table, item, { condition: 'attribute_not_exists(pk)' });
      const standing = await getItem(table, { pk: 'version', sk: draft.version });
      const progress = (standing?.progress as Progress | undefined) ?? START;
      return writerOf(draft.version, { progress, complete: standing?.complete === true });
    },
    claimOf: async (sha256) => {
      const item = await getItem(table, { pk: 'content', sk: sha256 });
      if (!item) return null;
      const { pk, sk, ...claim } = item;
      return claim as unknown as ContentClaim;
    },
    claim: (sha256, claim) =>
      putIf(
        table,
        { pk: 'content', sk: sha256, ...claim, settled: false },
        {
          condition: 'attribute_not_exists(pk) OR (#key = :key AND uploadedAt = :uploadedAt)',
          names: { '#key': 'key' },
          values: { ':key': claim.key, ':uploadedAt': claim.uploadedAt },
        },
      ),
    settle: async (sha256) => {
      const key = { pk: 'content', sk: sha256 };
      await updateItem(table, key, { update: 'SET settled = :true', values: { ':true': true } });
    },
    deleteFilers: async (version, most) => {
      let deleted = 0;
      for (const shard of SHARDS) {
        while (deleted < most) {
          const keys = await someKeys(`${version}#${shard}`, Math.min(DELETE_KEYS, most - deleted));
          if (keys.length === 0) break;
          const deletes = keys.map((Key) => ({ DeleteRequest: { Key } }));
          await Promise.all(chunked(deletes, BATCH_WRITE_SIZE).map(writeBatch));
          deleted += keys.length;
        }
      }
      return deleted;
    },
    deleteVersion: async (version, sha256) => {
      await deleteIf(
        table,
        { pk: 'content', sk: sha256 },
        {
          condition: '#version = :version',
          names: { '#version': 'version' },
          values: { ':version': version },
        },
      );
      await deleteItem(table, { pk: 'version', sk: version });
    },
  };
}
