import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { BLANK, type Filer } from '../domain/filer/filer.ts';
import { SHARDS, shardOf } from '../domain/filer/filer-id.ts';
import { type ActiveRoster, activatedAt, NO_ROSTER } from '../domain/roster/activation.ts';
import type { RosterVersion } from '../domain/roster/roster-version.ts';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import { dynamo } from './clients.ts';
import { batchGet, getItem, type Item, type ItemKey, putIf, queryItems, queryPage } from './dynamo.ts';

const ACTIVE = { pk: 'roster', sk: 'active' };

/** Reads rosters, and moves the pointer to the one in force. */
export interface RosterStore {
  /**
   * The roster in force, read consistently.
   * @throws Error when the pointer names a version that is gone: better no run than a run of nobody.
   */
  activeVersion(): Promise<RosterVersion | null>;
  /** The pointer itself with its acts, read consistently. */
  active(): Promise<ActiveRoster>;
  /** Replaces the pointer if nobody changed it since it was read. @returns whether it did. */
  move(read: ActiveRoster, next: ActiveRoster): Promise<boolean>;
  version(version: string): Promise<RosterVersion | null>;
  /** All versions, incomplete ones too, oldest upload first. */
  versions(): Promise<RosterVersion[]>;
  /** So many versions, newest upload first; those before one that is named. */
  versionsBefore(version: string | null, limit: number): Promise<RosterVersion[]>;
  /**
   * All filers of a version, or those after an id, by shard, then id: always in the same order.
   * @param from `pageSize`: so many are read at once; by default as many as DynamoDB gives, some thousand.
   */
  filers(version: string, from?: { after?: string; pageSize?: number }): AsyncIterable<Filer>;
  /** The filers with these ids; who isn't in the version isn't in the answer. */
  filersById(version: string, ids: readonly string[]): Promise<Map<string, Filer>>;
}

export function rosterStore(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  db: DynamoDBDocumentClient = dynamo(),
): RosterStore {
  const rosterTable = { db, name: required(env, ENV.rosterTable) };
  const launchTable = { db, name: required(env, ENV.launchTable) };
  const stored = (version: string) => getItem(rosterTable, { pk: 'version', sk: version });

  function query(
    pk: string,
    { after = '', pageSize }: { after?: string; pageSize?: number } = {},
  ): AsyncIterable<Item> {
    return queryItems(rosterTable, {
      consistent: true,
      where: after ? 'pk = :pk AND sk > :after' : 'pk = :pk',
      values: { ':pk': pk, ...(after && { ':after': after }) },
      ...(pageSize && { limit: pageSize }),
    });
  }

  async function active(): Promise<ActiveRoster> {
    const item = await getItem(launchTable, ACTIVE);
    return item ? (item.roster as ActiveRoster) : NO_ROSTER;
  }

  async function version(name: string): Promise<RosterVersion | null> {
    const [item, pointer] = await Promise.all([stored(name), active()]);
    return item ? versionOf(item, pointer) : null;
  }

  return {
    active,
    version,
    activeVersion: async () => {
      const pointer = await active();
      if (pointer.version === null) return null;
      const item = await stored(pointer.version);
      if (!item)
        throw new Error(
          `Cannot use the roster because its version ${pointer.version} must exist: it is gone`,
        );
      return versionOf(item, pointer);
    },
    move: (read, next) =>
      putIf(
        launchTable,
        { ...ACTIVE, revision: next.revision, version: next.version, roster: next },
        {
          condition: read.revision === 0 ? 'attribute_not_exists(pk)' : 'revision = :read',
          ...(read.revision > 0 && { values: { ':read': read.revision } }),
        },
      ),
    versions: async () => {
      const pointer = await active();
      const found = await Array.fromAsync(query('version'));
      return found.map((item) => versionOf(item, pointer)).sort(byUpload);
    },
    versionsBefore: async (before, limit) => {
      const pointer = await active();
      const items = await queryPage(rosterTable, {
        consistent: true,
        where: before === null ? 'pk = :pk' : 'pk = :pk AND sk < :before',
        values: { ':pk': 'version', ...(before !== null && { ':before': before }) },
        descending: true,
        limit,
      });
      return items.map((item) => versionOf(item, pointer));
    },
    filers: async function* (name, from) {
      for (const shard of SHARDS.filter((one) => one >= (from?.after?.[0] ?? ''))) {
        for await (const item of query(shardKey(name, shard), from)) yield filerOf(item);
      }
    },
    filersById: async (name, ids) => {
      const keys = [...new Set(ids)].map((filerId) => filerKey(name, filerId));
      const items = await batchGet(rosterTable, keys, { what: 'the roster', clock });
      return new Map(items.map(filerOf).map((filer) => [filer.filerId, filer]));
    },
  };
}

/** Partition key of the filers of a version in one shard. */
export function shardKey(version: string, shard: string): string {
  return `${version}#${shard}`;
}

/** The key of a filer in a version. */
export function filerKey(version: string, filerId: string): ItemKey {
  return { pk: shardKey(version, shardOf(filerId)), sk: filerId };
}

/** A filer as it is stored: without what is unknown anyway. Writing and reading a million costs half as much. */
export function storedFiler(filer: Filer): Item {
  const blank: Item = BLANK;
  const known = Object.entries(filer).filter(([fact, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== blank[fact],
  );
  return Object.fromEntries(known);
}

function filerOf({ pk, sk, ...stored }: Item): Filer {
  return { ...BLANK, ...stored } as Filer;
}

function byUpload(one: RosterVersion, other: RosterVersion): number {
  return one.version < other.version ? -1 : 1;
}

/** Of a version that isn't complete, only what its draft says and how far the writing is. */
function versionOf({ pk, sk, progress, ...stored }: Item, active: ActiveRoster): RosterVersion {
  const version = stored as Omit<RosterVersion, 'activatedAt'>;
  const rowsWritten = progressSchema.optional().parse(progress)?.row;
  return {
    ...version,
    ...(rowsWritten !== undefined && { rowsWritten }),
    activatedAt: activatedAt(active, version.version),
  };
}

const progressSchema = z.object({ row: z.number() });
