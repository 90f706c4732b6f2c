import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SHARDS } from '../domain/filer/filer-id.ts';
import type { Fact } from '../domain/send/fact.ts';
import { byFiler, type FactGroup } from '../domain/send/sends.ts';
import type { RareStatus } from '../domain/send/status.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { queryItems, queryPage, type Table } from './dynamo.ts';
import { factOf, INDEXES, rarePkOf } from './log-keys.ts';

/** Reads the log from any place on, in bounded steps. */
export interface LogReader {
  /** The facts of a run, filer by filer in the order of their ids, after a filer; '' from the first. Consistent. */
  groups(runId: string, from: { after: string; pageSize: number }): AsyncIterable<FactGroup>;
  /**
   * Filers of a run of whom some fact gives this status, in the order of their ids; each once, some seconds behind. A
   * fact isn't the status: fold before showing.
   */
  rare(runId: string, from: { status: RareStatus; after: string; pageSize: number }): AsyncIterable<string>;
  /**
   * Facts that need attention, newest first, some seconds behind. They are facts, not statuses: fold before showing.
   * @param from `before`: the place of a fact, see `attentionPlaceOf`; from the newest when left out.
   */
  attention(from: { before?: string | undefined; pageSize: number }): AsyncIterable<Fact>;
}

/** Most shards of the index are empty: some are asked at once. */
const SHARDS_AT_ONCE = 4;

/** Builds the reader on the send log's table. @throws Error when the table's variable is missing. */
export function logReader(env: Env, db: DynamoDBClient = dynamo()): LogReader {
  const table = { db, name: required(env, ENV.sendLogTable) };

  async function* factsAfter(
    pk: string,
    { after, pageSize }: { after: string; pageSize: number },
  ): AsyncIterable<Fact> {
    const items = queryItems(table, {
      consistent: true,
      where: 'pk = :pk AND sk > :after',
      // Facts of the filer itself continue with `#`, which sorts before `~`.
      values: { ':pk': pk, ':after': after === '' ? ' ' : `${after}~` },
      limit: pageSize,
    });
    for await (const item of items) yield factOf(item);
  }

  return {
    groups: async function* (runId, { after, pageSize }) {
      for (const shard of SHARDS.filter((one) => one >= (after[0] ?? ''))) {
        yield* byFiler(factsAfter(`${runId}#${shard}`, { after, pageSize }));
      }
    },
    rare: (runId, from) => rareFilers(table, { runId, ...from }),
    attention: async function* ({ before, pageSize }) {
      const items = queryItems(table, {
        index: INDEXES.attention,
        where: 'attentionPk = :pk AND attentionSk < :before',
        // Every place begins with a year.
        values: { ':pk': 'attention', ':before': before ?? '9999' },
        descending: true,
        limit: pageSize,
      });
      for await (const item of items) yield factOf(item);
    },
  };
}

interface RareFrom {
  readonly runId: string;
  readonly status: RareStatus;
  readonly after: string;
  readonly pageSize: number;
}

async function* rareFilers(table: Table, from: RareFrom): AsyncIterable<string> {
  const { after, pageSize: limit } = from;
  const shards = SHARDS.filter((one) => one >= (after[0] ?? ''));
  for (let start = 0; start < shards.length; start += SHARDS_AT_ONCE) {
    const asked = shards.slice(start, start + SHARDS_AT_ONCE).map((shard) => {
      const pk = rarePkOf({ ...from, shard });
      return { pk, first: rarePage(table, { pk, after, limit }) };
    });
    await Promise.all(asked.map(({ first }) => first));
    for (const { pk, first } of asked) yield* distinct(table, { pk, first: await first, limit });
  }
}

/** The filers of a shard, each once. @param first Those of its first page. */
async function* distinct(
  table: Table,
  { pk, first, limit }: { pk: string; first: string[]; limit: number },
): AsyncIterable<string> {
  for (let page = first, last = ''; page.length > 0; ) {
    for (const filerId of page) {
      if (filerId !== last) yield filerId;
      last = filerId;
    }
    if (page.length < limit) return;
    page = await rarePage(table, { pk, after: last, limit });
  }
}

async function rarePage(
  table: Table,
  { pk, after, limit }: { pk: string; after: string; limit: number },
): Promise<string[]> {
  const items = await queryPage(table, {
    index: INDEXES.rare,
    where: 'rarePk = :pk AND rareSk > :after',
    values: { ':pk': pk, ':after': after === '' ? ' ' : `${after}~` },
    limit,
  });
  return items.map(({ sk }) => String(sk).split('#')[0]!);
}
