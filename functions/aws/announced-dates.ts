import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { SHARDS } from '../domain/filer/filer-id.ts';
import { goLiveIn, nameSameDates, type ShardAnnouncements } from '../domain/run/announced-dates.ts';
import type { Run } from '../domain/run/run.ts';
import { chunked } from '../lib/batch.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { getItem, putIf, queryItems } from './dynamo.ts';

/** Filers by id, with the date of go-live that they were told; `null` for "to be announced". */
export type Told = ReadonlyMap<string, string | null>;

/**
 * Whom a date-change run tells, and what they knew. The log can't say that twice the same, for facts keep arriving: so it
 * is written down before the audience is counted, in parts that are put only if absent, and read from there ever after.
 */
export interface ToldStore {
  /** Writes down who was told other dates than the run's, unless that is done; every part that stands is left. */
  freeze(
    run: Pick<Run, 'runId' | 'dates'>,
    announced: () => AsyncIterable<ShardAnnouncements>,
  ): Promise<void>;
  /** @throws Error when it isn't all written down. */
  told(runId: string): Promise<Told>;
  /** What one filer was told; `undefined` for who isn't in the run. */
  toldOf(runId: string, filerId: string): Promise<string | null | undefined>;
}

/** By the first two digits of the filer's id: of a million filers, four thousand a part. */
const PARTS = SHARDS.length ** 2;
const AT_ONCE = 16;
const TO_BE_ANNOUNCED = 'to-be-announced';

/** A part's filers by the date they know. */
type Part = Readonly<Record<string, readonly string[]>>;

export function toldStore(env: Env, db: DynamoDBDocumentClient = dynamo()): ToldStore {
  const table = { db, name: required(env, ENV.deliveryTable) };
  const keyOf = (runId: string, part: string) => ({ pk: `run#${runId}`, sk: `told#${part}` });

  async function parts(runId: string): Promise<Part[]> {
    const items = queryItems(table, {
      consistent: true,
      where: 'pk = :pk AND begins_with(sk, :sk)',
      values: { ':pk': `run#${runId}`, ':sk': 'told#' },
    });
    return Array.fromAsync(items, (item) => item.told as Part);
  }

  function putIfAbsent(runId: string, part: string, told: Part): Promise<boolean> {
    return putIf(table, { ...keyOf(runId, part), told }, { condition: 'attribute_not_exists(sk)' });
  }

  return {
    freeze: async ({ runId, dates }, announced) => {
      if ((await parts(runId)).length === PARTS) return;
      for await (const { shard, announced: known } of announced()) {
        const others = [...known].filter(([, last]) => !nameSameDates(last, dates));
        for (const digits of chunked(SHARDS, AT_ONCE)) {
          const names = digits.map((digit) => `${shard}${digit}`);
          await Promise.all(names.map((name) => putIfAbsent(runId, name, partOf(name, others))));
        }
      }
    },
    told: async (runId) => {
      const found = await parts(runId);
      if (found.length !== PARTS) {
        throw new Error(
          `Cannot tell whom ${runId} tells because ${PARTS} parts must stand: there are ${found.length}`,
        );
      }
      return new Map(found.flatMap(entriesOf));
    },
    toldOf: async (runId, filerId) => {
      const item = await getItem(table, keyOf(runId, filerId.slice(0, 2)));
      return new Map(entriesOf((item?.told ?? {}) as Part)).get(filerId);
    },
  };
}

function partOf(name: string, others: readonly (readonly [string, string])[]): Part {
  const part: Record<string, string[]> = {};
  for (const [filerId, dates] of others) {
    if (!filerId.startsWith(name)) continue;
    const known = goLiveIn(dates) ?? TO_BE_ANNOUNCED;
    part[known] = part[known] ?? [];
    part[known].push(filerId);
  }
  return part;
}

function entriesOf(part: Part): [string, string | null][] {
  return Object.entries(part).flatMap(([known, ids]) =>
    ids.map((id): [string, string | null] => [id, known === TO_BE_ANNOUNCED ? null : known]),
  );
}
