import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Attempt, type Chunk, claimOf } from '../domain/run/run.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { type ChunkName, chunkKey, chunkOf } from './chunk-items.ts';
import { type ChunkReads, chunkReads } from './chunk-reads.ts';
import { dynamo } from './clients.ts';
import { getItem, type Item, putIf, type Table, updateIf, updateItem } from './dynamo.ts';

/** A chunk as leased. Every later write has owner and epoch in its condition: the epoch is a fencing token. */
export interface Lease extends ChunkName {
  readonly owner: string;
  readonly epoch: number;
}

/** The chunks of runs, in the delivery table. */
export interface ChunkStore extends ChunkReads {
  /** Puts a chunk only if absent. `now` in epoch milliseconds. @returns whether it was. */
  putIfAbsent(name: ChunkName, content: { attempts: readonly Attempt[]; now: number }): Promise<boolean>;
  /**
   * Takes the chunk for `owner` when it is free, the owner's already, or its lease has expired. Each lease raises the
   * epoch; one that follows an expired lease counts that as well.
   * @returns the chunk as leased, or `null` when it is busy, done or unknown.
   */
  lease(name: ChunkName, by: { owner: string; now: number; until: number }): Promise<Chunk | null>;
  /** Claims attempts if the lease is still this one. @returns whether it was. */
  claim(lease: Lease, attempts: readonly Attempt[]): Promise<boolean>;
  /** Takes claims back: SES definitely didn't take these. */
  unclaim(lease: Lease, attempts: readonly Attempt[]): Promise<boolean>;
  /** Gives the chunk back, if the lease is still this one. @returns whether it was. */
  release(lease: Lease): Promise<boolean>;
  /**
   * Marks the chunk as done permanently, if the lease is still this one.
   * @param sent How many of its emails SES took, for pages. @returns whether it was.
   */
  finish(lease: Lease, sent: number): Promise<boolean>;
  /** Notes the time of the last message; `now` in epoch milliseconds. */
  markQueued(name: ChunkName, now: number): Promise<void>;
}

const MINE = '#owner = :owner AND turn = :turn';

/** Builds the store on the delivery table. @throws Error when the table's variable is missing. */
export function chunkStore(env: Env, db: DynamoDBClient = dynamo()): ChunkStore {
  const table = { db, name: required(env, ENV.deliveryTable) };
  return {
    ...chunkReads(table),
    ...leases(table),
    putIfAbsent: (name, { attempts, now }) => {
      const chunk = { runId: name.runId, name: name.chunk, attempts, turn: 0, lost: 0, done: false };
      const item = { ...chunkKey(name), ...chunk, queuedAt: now };
      return putIf(table, item, { condition: 'attribute_not_exists(sk)' });
    },
    markQueued: async (name, now) => {
      await updateIf(table, chunkKey(name), {
        update: 'SET queuedAt = :now',
        condition: 'attribute_exists(sk)',
        values: { ':now': now },
      });
    },
  };
}

function leases(table: Table): Omit<ChunkStore, keyof ChunkReads | 'putIfAbsent' | 'markQueued'> {
  /** A write that only the holder of this lease may do. */
  function asOwner(lease: Lease, update: string, values: Record<string, unknown> = {}): Promise<boolean> {
    return updateIf(table, chunkKey(lease), {
      update,
      condition: MINE,
      names: { '#owner': 'owner' },
      values: { ':owner': lease.owner, ':turn': lease.epoch, ...values },
    });
  }

  const release = (lease: Lease) => asOwner(lease, 'REMOVE #owner, leaseUntil');

  /** Parses what was leased. Only a sender that dies may leave a lease to expire: an unreadable chunk is given back. */
  async function parseLeased(item: Item, lease: Lease): Promise<Chunk> {
    try {
      return chunkOf(item);
    } catch (error) {
      await release(lease).catch(() => false);
      throw error;
    }
  }

  async function tryLease(
    name: ChunkName,
    form: keyof typeof LEASE_FORMS,
    by: { owner: string; now: number; until: number },
  ): Promise<Chunk | null> {
    const { expired, condition, values } = LEASE_FORMS[form];
    const leased = await updateItem(table, chunkKey(name), {
      update: 'SET #owner = :owner, leaseUntil = :until, turn = turn + :one, lost = lost + :lost',
      condition: `done = :no AND ${condition}`,
      names: { '#owner': 'owner' },
      values: {
        ':owner': by.owner,
        ':until': by.until,
        ':one': 1,
        ':lost': expired,
        ':no': false,
        ...values(by.now),
      },
      returns: 'ALL_NEW',
    });
    return leased && parseLeased(leased, { ...name, owner: by.owner, epoch: leased.turn as number });
  }

  return {
    lease: async (name, by) => {
      const free = await tryLease(name, 'free', by);
      if (free) return free;
      // Most often it is done or busy: a read is cheaper than a second write, and tells whether the lease has expired.
      const item = await getItem(table, chunkKey(name));
      const chunk = item && chunkOf(item);
      const hasExpired = chunk && !chunk.done && chunk.leaseUntil !== undefined && chunk.leaseUntil <= by.now;
      return hasExpired ? tryLease(name, 'expired', by) : null;
    },
    claim: (lease, attempts) =>
      asOwner(lease, 'ADD claims :claims', { ':claims': new Set(attempts.map(claimOf)) }),
    unclaim: (lease, attempts) =>
      asOwner(lease, 'DELETE claims :claims', { ':claims': new Set(attempts.map(claimOf)) }),
    release,
    finish: (lease, sent) =>
      asOwner(lease, 'SET done = :yes, sent = :sent REMOVE #owner, leaseUntil', {
        ':yes': true,
        ':sent': sent,
      }),
  };
}

/** A lease is taken in two forms: that of a free chunk, and that of one whose lease has expired. */
const LEASE_FORMS = {
  free: {
    expired: 0,
    condition: '(attribute_not_exists(#owner) OR #owner = :owner)',
    values: () => ({}),
  },
  expired: {
    expired: 1,
    condition: 'leaseUntil <= :now',
    values: (now: number) => ({ ':now': now }),
  },
} as const;
