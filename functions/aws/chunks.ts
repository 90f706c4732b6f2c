import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { type Attempt, type Chunk, claimOf, RETRY } from '../domain/run/run.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { succeeded } from './conditional.ts';

/** Which chunk: its run and its name in it, as `chunkName` or `retryName` give it. */
export interface ChunkName {
  readonly runId: string;
  readonly chunk: string;
}

/** A chunk as leased: every later write asks for this very turn. */
export interface Lease extends ChunkName {
  readonly owner: string;
  readonly turn: number;
}

export interface ChunkStore {
  /** Puts a chunk only if absent. `now` in epoch milliseconds. @returns whether it was. */
  putIfAbsent(name: ChunkName, content: { attempts: readonly Attempt[]; now: number }): Promise<boolean>;
  /** Reads one chunk consistently; `null` when there is none. */
  chunk(name: ChunkName): Promise<Chunk | null>;
  /** All chunks of a run, read consistently: its own, then those of retries. */
  chunks(runId: string): AsyncIterable<Chunk>;
  /**
   * Names of a run's own chunks that wait for a sender, page by page, a moment behind; `now` in epoch milliseconds. One
   * that lost a sender and is free again has most likely been set aside by somebody, or has a message: it is left out
   * unless asked for.
   */
  waiting(
    runId: string,
    range: { from: string; to: string; now: number; withLost?: boolean },
  ): AsyncIterable<readonly ChunkName[]>;
  /** The chunks of retries alone: all of a run, or those of one filer. */
  retries(runId: string, filerId?: string): AsyncIterable<Chunk>;
  /**
   * Takes the chunk for `owner` when it is free, the owner's already, or its lease ran out; each lease is a turn.
   * @returns the chunk as leased, or `null` when it is busy, done or unknown.
   */
  lease(name: ChunkName, by: { owner: string; now: number; until: number }): Promise<Chunk | null>;
  /** Notes attempts as claimed while the turn is still this one. @returns whether it was. */
  claim(lease: Lease, attempts: readonly Attempt[]): Promise<boolean>;
  /** Takes claims back: SES definitely didn't take these. */
  unclaim(lease: Lease, attempts: readonly Attempt[]): Promise<boolean>;
  release(lease: Lease): Promise<boolean>;
  finish(lease: Lease): Promise<boolean>;
  /** Notes the time of the last message; `now` in epoch milliseconds. */
  markQueued(name: ChunkName, now: number): Promise<void>;
}

/** So many chunks are read at once in search of some that wait. */
const WAITING_PAGE = 100;
const MINE = '#owner = :owner AND turn = :turn';

export function chunkStore(env: Env, db: DynamoDBDocumentClient = dynamo()): ChunkStore {
  const table = required(env, ENV.deliveryTable);

  /** A write that only this turn of the lease may do. */
  function asOwner(lease: Lease, update: string, values: Record<string, unknown> = {}): Promise<boolean> {
    return succeeded(
      db.send(
        new UpdateCommand({
          TableName: table,
          Key: keyOf(lease),
          UpdateExpression: update,
          ConditionExpression: MINE,
          ExpressionAttributeNames: { '#owner': 'owner' },
          ExpressionAttributeValues: { ':owner': lease.owner, ':turn': lease.turn, ...values },
        }),
      ),
    );
  }

  async function* query(prefix: ChunkName): AsyncIterable<Chunk> {
    const { pk, sk } = keyOf(prefix);
    const input = {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
    };
    for await (const page of paginateQuery({ client: db }, input)) {
      for (const item of page.Items ?? []) yield chunkOf(item);
    }
  }

  async function tryLease(
    name: ChunkName,
    form: keyof typeof LEASE_FORMS,
    by: { owner: string; now: number; until: number },
  ): Promise<Chunk | null> {
    const { lost, condition, values } = LEASE_FORMS[form];
    try {
      const { Attributes } = await db.send(
        new UpdateCommand({
          TableName: table,
          Key: keyOf(name),
          UpdateExpression: `SET #owner = :owner, leaseUntil = :until, turn = turn + :one, lost = lost + :lost`,
          ConditionExpression: `done = :no AND ${condition}`,
          ExpressionAttributeNames: { '#owner': 'owner' },
          ExpressionAttributeValues: {
            ':owner': by.owner,
            ':until': by.until,
            ':one': 1,
            ':lost': lost,
            ':no': false,
            ...values(by.now),
          },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return chunkOf(Attributes!);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return null;
      throw error;
    }
  }

  return {
    putIfAbsent: (name, { attempts, now }) => {
      const chunk = { runId: name.runId, name: name.chunk, attempts, turn: 0, lost: 0, done: false };
      return succeeded(
        db.send(
          new PutCommand({
            TableName: table,
            Item: { ...keyOf(name), ...chunk, queuedAt: now },
            ConditionExpression: 'attribute_not_exists(sk)',
          }),
        ),
      );
    },
    chunk: async (name) => {
      const { Item } = await db.send(
        new GetCommand({ TableName: table, Key: keyOf(name), ConsistentRead: true }),
      );
      return Item ? chunkOf(Item) : null;
    },
    chunks: (runId) => query({ runId, chunk: '' }),
    waiting: async function* (runId, { from, to, now, withLost = false }) {
      const input = {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        FilterExpression:
          'done = :no AND (leaseUntil <= :now OR (attribute_not_exists(#owner) AND lost <= :most))',
        ProjectionExpression: '#name',
        ExpressionAttributeNames: { '#owner': 'owner', '#name': 'name' },
        ExpressionAttributeValues: {
          ':pk': keyOf({ runId, chunk: '' }).pk,
          ':from': keyOf({ runId, chunk: from }).sk,
          ':to': keyOf({ runId, chunk: to }).sk,
          ':no': false,
          ':most': withLost ? Number.MAX_SAFE_INTEGER : 0,
          ':now': now,
        },
        Limit: WAITING_PAGE,
      };
      for await (const { Items = [] } of paginateQuery({ client: db }, input)) {
        yield Items.map(({ name }) => ({ runId, chunk: name as string }));
      }
    },
    retries: (runId, filerId) =>
      query({ runId, chunk: filerId === undefined ? RETRY : `${RETRY}${filerId}-` }),
    lease: async (name, by) => {
      const free = await tryLease(name, 'free', by);
      if (free) return free;
      // Most often it is done or busy: a read is cheaper than a second write, and tells which.
      const { Item } = await db.send(
        new GetCommand({ TableName: table, Key: keyOf(name), ConsistentRead: true }),
      );
      const ranOut = Item && !Item.done && Item.leaseUntil <= by.now;
      return ranOut ? tryLease(name, 'ranOut', by) : null;
    },
    claim: (lease, attempts) =>
      asOwner(lease, 'ADD claims :claims', { ':claims': new Set(attempts.map(claimOf)) }),
    unclaim: (lease, attempts) =>
      asOwner(lease, 'DELETE claims :claims', { ':claims': new Set(attempts.map(claimOf)) }),
    release: (lease) => asOwner(lease, 'REMOVE #owner, leaseUntil'),
    finish: (lease) => asOwner(lease, 'SET done = :yes REMOVE #owner, leaseUntil', { ':yes': true }),
    markQueued: async (name, now) => {
      await succeeded(
        db.send(
          new UpdateCommand({
            TableName: table,
            Key: keyOf(name),
            UpdateExpression: 'SET queuedAt = :now',
            ConditionExpression: 'attribute_exists(sk)',
            ExpressionAttributeValues: { ':now': now },
          }),
        ),
      );
    },
  };
}

const LEASE_FORMS = {
  free: {
    lost: 0,
    condition: '(attribute_not_exists(#owner) OR #owner = :owner)',
    values: () => ({}),
  },
  ranOut: {
    lost: 1,
    condition: 'leaseUntil <= :now',
    values: (now: number) => ({ ':now': now }),
  },
} as const;

function keyOf({ runId, chunk }: ChunkName): { pk: string; sk: string } {
  return { pk: `run#${runId}`, sk: `chunk#${chunk}` };
}

function chunkOf({ pk, sk, claims, ...chunk }: Record<string, unknown>): Chunk {
  return { ...(chunk as unknown as Chunk), claims: (claims as Set<string> | undefined) ?? new Set() };
}
