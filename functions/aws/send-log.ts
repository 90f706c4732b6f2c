import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { SHARDS } from '../domain/filer/filer-id.ts';
import type { Fact } from '../domain/send/fact.ts';
import { ENV, required } from '../lib/env.ts';
import { chunked } from '../lib/iterables.ts';
import type { Runtime } from '../lib/runtime.ts';
import { dynamo } from './clients.ts';
import { queryItems } from './dynamo.ts';
import { BATCH_WRITE_SIZE, batchWrite } from './dynamo-batch.ts';
import { factOf, itemOf, pkOf, skOf } from './log-keys.ts';

const MAX_TRIES = 8;

/** The send log: facts are appended and read, never changed. */
export interface SendLogStore {
  /**
   * Appends facts. A fact that is there already is written again without harm.
   * @throws Error when DynamoDB leaves some unprocessed after {@link MAX_TRIES} tries.
   */
  append(facts: readonly Fact[]): Promise<void>;
  /** All facts of a run, or of one shard, read consistently, grouped by shard, then filer, then attempt. */
  facts(runId: string, shard?: string): AsyncIterable<Fact>;
  /** The facts of one filer in a run, read consistently. */
  factsOf(runId: string, filerId: string): Promise<Fact[]>;
}

/** Builds the store on the send log's table. @throws Error when the table's variable is missing. */
export function sendLogStore(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  db: DynamoDBDocumentClient = dynamo(),
): SendLogStore {
  const table = { db, name: required(env, ENV.sendLogTable) };

  function writeBatch(batch: readonly Fact[]): Promise<void> {
    const puts = batch.map((fact) => ({ PutRequest: { Item: itemOf(fact) } }));
    return batchWrite(table, puts, {
      clock,
      tries: MAX_TRIES,
      milliseconds: (attempt) => 50 * 2 ** attempt,
      failure: (left) => `Cannot append to the send log because ${left} facts are still unprocessed`,
    });
  }

  async function* query(pk: string, prefix?: string): AsyncIterable<Fact> {
    const items = queryItems(table, {
      consistent: true,
      // DynamoDB refuses an empty prefix.
      where: prefix === undefined ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
      values: { ':pk': pk, ...(prefix !== undefined && { ':prefix': prefix }) },
    });
    for await (const item of items) yield factOf(item);
  }

  return {
    append: async (facts) => {
      // A batch may not hold one key twice.
      const byKey = new Map(facts.map((fact) => [`${pkOf(fact)} ${skOf(fact)}`, fact]));
      for (const batch of chunked([...byKey.values()], BATCH_WRITE_SIZE)) await writeBatch(batch);
    },
    facts: async function* (runId, only) {
      for (const shard of only === undefined ? SHARDS : [only]) yield* query(`${runId}#${shard}`);
    },
    factsOf: (runId, filerId) => Array.fromAsync(query(`${runId}#${filerId[0]}`, `${filerId}#`)),
  };
}
