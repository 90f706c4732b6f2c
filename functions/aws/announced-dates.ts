import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { SHARDS } from '../domain/filer/filer-id.ts';
import { nameSameDates, pivotDateIn, type ShardAnnouncements } from '../domain/run/announced-dates.ts';
import type { Run } from '../domain/run/run.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { chunked } from '../lib/iterables.ts';
import { dynamo } from './clients.ts';
import { getItem, putIf, queryItems } from './dynamo.ts';

/** Filers by id, with the date of the pivot that was announced to them, `2018-10-22`; `null` for "to be announced". */
type AnnouncedDates = ReadonlyMap<string, string | null>;

/**
 * Which filers a date-change run mails, and the dates that they knew. The send log can't answer that twice alike,
 * since facts keep arriving: so the answer is written down before the audience is counted, in parts that are put only
 * if absent, and read from there ever after.
 */
export interface AnnouncedDatesStore {
  /** Writes down to whom other dates than the run's were announced; parts that are there already stay as they are. */
  freeze(
    run: Pick<Run, 'runId' | 'dates'>,
    announcements: () => AsyncIterable<ShardAnnouncements>,
  ): Promise<void>;
  /** @throws Error when not all of it is written down. */
  ofRun(runId: string): Promise<AnnouncedDates>;
  /** The date announced to one filer; `undefined` for a filer who isn't in the run. */
  ofFiler(runId: string, filerId: string): Promise<string | null | undefined>;
}

/** By the first two digits of the filer's id: of a million filers, four thousand in each part. */
const PARTS = SHARDS.length ** 2;
const AT_ONCE = 16;
const TO_BE_ANNOUNCED = 'to-be-announced';

/** A part's filers by the date that they know. */
const partSchema = z.record(z.string(), z.array(z.string()));
type Part = z.infer<typeof partSchema>;

/** Keeps the announced dates in the delivery table. */
export function announcedDatesStore(env: Env, db: DynamoDBDocumentClient = dynamo()): AnnouncedDatesStore {
  const table = { db, name: required(env, ENV.deliveryTable) };
  const keyOf = (runId: string, part: string) => ({ pk: `run#${runId}`, sk: `told#${part}` });

  async function parts(runId: string): Promise<Part[]> {
    const items = queryItems(table, {
      consistent: true,
      where: 'pk = :pk AND begins_with(sk, :sk)',
      values: { ':pk': `run#${runId}`, ':sk': 'told#' },
    });
    return Array.fromAsync(items, ({ told }) => partSchema.parse(told));
  }

  function putIfAbsent(runId: string, part: string, told: Part): Promise<boolean> {
    return putIf(table, { ...keyOf(runId, part), told }, { condition: 'attribute_not_exists(sk)' });
  }

  return {
    freeze: async ({ runId, dates }, announcements) => {
      if ((await parts(runId)).length === PARTS) return;
      for await (const { shard, announced } of announcements()) {
        const others = [...announced].filter(([, known]) => !nameSameDates(known, dates));
        for (const digits of chunked(SHARDS, AT_ONCE)) {
          const names = digits.map((digit) => `${shard}${digit}`);
          await Promise.all(names.map((name) => putIfAbsent(runId, name, partOf(name, others))));
        }
      }
    },
    ofRun: async (runId) => {
      const found = await parts(runId);
      if (found.length !== PARTS) {
        throw new Error(
          `Cannot read who gets the new dates of ${runId} because ${PARTS} parts must be stored: there are ${found.length}`,
        );
      }
      return new Map(found.flatMap(entriesOf));
    },
    ofFiler: async (runId, filerId) => {
      const item = await getItem(table, keyOf(runId, filerId.slice(0, 2)));
      return new Map(entriesOf(partSchema.parse(item?.told ?? {}))).get(filerId);
    },
  };
}

function partOf(name: string, others: readonly (readonly [string, string])[]): Part {
  const part: Part = {};
  for (const [filerId, dates] of others) {
    if (!filerId.startsWith(name)) continue;
    const known = pivotDateIn(dates) ?? TO_BE_ANNOUNCED;
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
