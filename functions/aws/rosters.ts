import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Filer } from '../domain/filer/filer.ts';
import { SHARDS, shardOf } from '../domain/filer/filer-id.ts';
import { type ActiveRoster, activatedAt, NO_ROSTER } from '../domain/roster/activation.ts';
import type { RosterVersion } from '../domain/roster/roster-version.ts';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import { dynamo } from './clients.ts';
import { getItem, type Item, type ItemKey, putIf, queryItems, queryPage, type Table } from './dynamo.ts';
import { batchGet } from './dynamo-batch.ts';
import { rowsUnlocked } from './erase-locks.ts';
import { activeOf, filerOf, storedActive, versionOf } from './roster-items.ts';

const ACTIVE = { pk: 'roster', sk: 'active' };

/** Reads roster versions, and moves the pointer to the active one. */
export interface RosterStore {
  /**
   * The active version, read consistently; `null` when there is none.
   * @throws Error when the pointer names a version that is gone: a run must not start with an empty roster.
   */
  activeVersion(): Promise<RosterVersion | null>;
  /** The pointer with the decisions so far, read consistently. */
  active(): Promise<ActiveRoster>;
  /** Replaces the pointer unless it has changed since it was read. @returns whether it did. */
  move(read: ActiveRoster, next: ActiveRoster): Promise<boolean>;
  version(version: string): Promise<RosterVersion | null>;
  /** All versions, incomplete ones too, oldest upload first. */
  versions(): Promise<RosterVersion[]>;
  /** At most `limit` versions, newest upload first; with a name, those before that version. */
  versionsBefore(version: string | null, limit: number): Promise<RosterVersion[]>;
  /**
   * All filers of a version, or those after an id, by shard, then id: always in the same order. Waits while rows are
   * erased.
   * @param from `pageSize`: how many are read at once; by default as many as DynamoDB gives, some thousand.
   */
  filers(version: string, from?: { after?: string; pageSize?: number }): AsyncIterable<Filer>;
  /** The filers with these ids; who isn't in the version isn't in the answer. */
  filersById(version: string, ids: readonly string[]): Promise<Map<string, Filer>>;
}

/** Builds the store on the roster's and the launch's tables. @throws Error when one of their variables is missing. */
export function rosterStore(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  db: DynamoDBClient = dynamo(),
): RosterStore {
  const table = { db, name: required(env, ENV.rosterTable) };
  const launch = { db, name: required(env, ENV.launchTable) };
  const pointer = pointerIn(launch);
  const unlocked = () => rowsUnlocked(launch, clock);
  return { ...pointer, ...versionsIn(table, pointer), ...filersIn(table, { clock, unlocked }) };
}

function pointerIn(table: Table): Pick<RosterStore, 'active' | 'move'> {
  return {
    active: async () => {
      const item = await getItem(table, ACTIVE);
      return item ? activeOf(item) : NO_ROSTER;
    },
    move: (read, next) =>
      putIf(
        table,
        { ...ACTIVE, ...storedActive(next) },
        {
          condition: read.revision === 0 ? 'attribute_not_exists(pk)' : 'revision = :read',
          ...(read.revision > 0 && { values: { ':read': read.revision } }),
        },
      ),
  };
}

function versionsIn(
  table: Table,
  { active }: Pick<RosterStore, 'active'>,
): Pick<RosterStore, 'version' | 'activeVersion' | 'versions' | 'versionsBefore'> {
  const stored = (version: string) => getItem(table, { pk: 'version', sk: version });
  return {
    version: async (name) => {
      const [item, pointer] = await Promise.all([stored(name), active()]);
      return item && datedBy(pointer)(item);
    },
    activeVersion: async () => {
      const pointer = await active();
      if (pointer.version === null) return null;
      const item = await stored(pointer.version);
      if (item) return datedBy(pointer)(item);
      throw new Error(`Cannot use the roster because its version ${pointer.version} must exist: it is gone`);
    },
    versions: async () => {
      const pointer = await active();
      const found = await Array.fromAsync(partition(table, 'version'));
      return found.map(datedBy(pointer)).sort(byUpload);
    },
    versionsBefore: async (before, limit) => {
      const pointer = await active();
      const items = await queryPage(table, {
        consistent: true,
        where: before === null ? 'pk = :pk' : 'pk = :pk AND sk < :before',
        values: { ':pk': 'version', ...(before !== null && { ':before': before }) },
        descending: true,
        limit,
      });
      return items.map(datedBy(pointer));
    },
  };
}

function filersIn(
  table: Table,
  { clock, unlocked }: { clock: Runtime['clock']; unlocked: () => Promise<void> },
): Pick<RosterStore, 'filers' | 'filersById'> {
  return {
    filers: async function* (name, from) {
      await unlocked();
      for (const shard of SHARDS.filter((one) => one >= (from?.after?.[0] ?? ''))) {
        for await (const item of partition(table, shardKey(name, shard), from)) yield filerOf(item);
      }
    },
    filersById: async (name, ids) => {
      const keys = [...new Set(ids)].map((filerId) => filerKey(name, filerId));
      const items = await batchGet(table, keys, { what: 'the roster', clock });
      return new Map(items.map(filerOf).map((filer) => [filer.filerId, filer]));
    },
  };
}

/** The items of a partition, or those after a sort key. */
function partition(
  table: Table,
  pk: string,
  { after = '', pageSize }: { after?: string; pageSize?: number } = {},
): AsyncIterable<Item> {
  return queryItems(table, {
    consistent: true,
    where: after ? 'pk = :pk AND sk > :after' : 'pk = :pk',
    values: { ':pk': pk, ...(after && { ':after': after }) },
    ...(pageSize && { limit: pageSize }),
  });
}

/** Partition key of the filers of a version in one shard. */
export function shardKey(version: string, shard: string): string {
  return `${version}#${shard}`;
}

/** The key of a filer in a version. */
export function filerKey(version: string, filerId: string): ItemKey {
  return { pk: shardKey(version, shardOf(filerId)), sk: filerId };
}

function byUpload(one: RosterVersion, other: RosterVersion): number {
  return one.version < other.version ? -1 : 1;
}

/** Says of a stored version when it was activated, by the pointer. */
function datedBy(active: ActiveRoster): (item: Item) => RosterVersion {
  return (item) => {
    const version = versionOf(item);
    return { ...version, activatedAt: activatedAt(active, version.version) };
  };
}
