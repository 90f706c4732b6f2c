import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SHARDS } from '../domain/filer/filer-id.ts';
import type { Fact } from '../domain/send/fact.ts';
import { ENV, required } from '../lib/env.ts';
import { chunked } from '../lib/iterables.ts';
import type { Runtime } from '../lib/runtime.ts';
import { dynamo } from './clients.ts';
import { queryItems } from './dynamo.ts';
import { BATCH_WRITE_SIZE, batchGet, batchWrite } from './dynamo-batch.ts';
import { factOf, itemOf, pkOf, skOf } from './log-keys.ts';

const MAX_TRIES = 8;

/** The send log: facts are appended and read, never changed. */
export interface SendLogStore {
  /**
   * Appends facts. A fact that is there already is written again without harm.
   * @throws Error when DynamoDB leaves some unprocessed after {@link MAX_TRIES} tries.
   */
  append(facts: readonly Fact[]): Promise<void>;
  /**
   * Leaves out the `send` of emails that the log has as `sent`, under the same message id: it proves nothing more. A
   * read costs a tenth of the write that it saves. It may be behind: a `send` that is appended needlessly does no harm.
   */
  withoutKnownSends(facts: readonly Fact[]): Promise<Fact[]>;
  /** All facts of a run, or of one shard, read consistently, grouped by shard, then filer, then attempt. */
  facts(runId: string, shard?: string): AsyncIterable<Fact>;
  /** The facts of one filer in a run, read consistently. */
  factsOf(runId: string, filerId: string): Promise<Fact[]>;
}

/** Builds the store on the send log's table. @throws Error when the table's variable is missing. */
export function sendLogStore(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  db: DynamoDBClient = dynamo(),
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

  /** Those of these facts whose email the log has as `sent`. */
  async function knownOf(sends: readonly Fact[]): Promise<ReadonlySet<Fact>> {
    const keyOf = (fact: Fact) => ({ pk: pkOf(fact), sk: skOf({ ...fact, kind: 'sent' }) });
    const nameOf = ({ pk, sk }: ReturnType<typeof keyOf>, messageId?: string) => `${pk} ${sk} ${messageId}`;
    const keys = new Map(sends.map(keyOf).map((key) => [nameOf(key), key]));
    const options = { what: 'the send log', clock, consistent: false };
    const found = (await batchGet(table, [...keys.values()], options)).map(factOf);
    const emails = new Set(found.map((fact) => nameOf(keyOf(fact), fact.messageId)));
    return new Set(sends.filter((fact) => emails.has(nameOf(keyOf(fact), fact.messageId))));
  }

  return {
    withoutKnownSends: async (facts) => {
      const sends = facts.filter(({ kind, messageId }) => kind === 'send' && messageId !== undefined);
      if (sends.length === 0) return [...facts];
      const known = await knownOf(sends);
      return facts.filter((fact) => !known.has(fact));
    },
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
