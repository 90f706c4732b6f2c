import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { SHARDS } from '../domain/filer/filer-id.ts';
import type { ShardAudience } from '../domain/run/announcement.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { chunked } from '../lib/iterables.ts';
import { dynamo } from './clients.ts';
import { getItem, putIf, queryItems } from './dynamo.ts';

/**
 * Which filers an announcement mails, each with a note of what the email must say. The send log can't answer that twice
 * alike, since facts keep arriving: so the answer is written down before the audience is counted, in parts that are put
 * only if absent, and read from there ever after.
 */
export interface FrozenAudienceStore {
  /** Writes down a run's audience; parts that are there already stay as they are. */
  freeze(runId: string, shards: () => AsyncIterable<ShardAudience>): Promise<void>;
  /** Notes by filer. @throws Error when not all of it is written down. */
  ofRun(runId: string): Promise<ReadonlyMap<string, string>>;
  /** The note of one filer; `undefined` for a filer who isn't in the run. */
  ofFiler(runId: string, filerId: string): Promise<string | undefined>;
}

/** By the first two digits of the filer's id: of a million filers, four thousand in each part. */
const PARTS = SHARDS.length ** 2;
const AT_ONCE = 16;

/** A part's filers by their note. */
const partSchema = z.record(z.string(), z.array(z.string()));
type Part = z.infer<typeof partSchema>;

/** Keeps audiences in the delivery table. The attribute is named after the change of dates, the first that had one. */
export function frozenAudienceStore(env: Env, db: DynamoDBClient = dynamo()): FrozenAudienceStore {
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
    freeze: async (runId, shards) => {
      if ((await parts(runId)).length === PARTS) return;
      for await (const { shard, filers } of shards()) {
        for (const digits of chunked(SHARDS, AT_ONCE)) {
          const names = digits.map((digit) => `${shard}${digit}`);
          await Promise.all(names.map((name) => putIfAbsent(runId, name, partOf(name, filers))));
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

function partOf(name: string, filers: ShardAudience['filers']): Part {
  const part: Part = {};
  for (const [filerId, note] of filers) {
    if (!filerId.startsWith(name)) continue;
    part[note] = part[note] ?? [];
    part[note].push(filerId);
  }
  return part;
}

function entriesOf(part: Part): [string, string][] {
  return Object.entries(part).flatMap(([note, ids]) => ids.map((id): [string, string] => [id, note]));
}
