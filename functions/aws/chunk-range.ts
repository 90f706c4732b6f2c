import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { type Attempt, attemptSchema, chunkName, RETRY } from '../domain/run/run.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { chunkKey } from './chunk-items.ts';
import { dynamo } from './clients.ts';
import { getItem, queryItems } from './dynamo.ts';

const partSchema = z.object({ attempts: z.array(attemptSchema).readonly(), done: z.boolean() });
/** A chunk as pages show it. */
export type ChunkPart = Readonly<z.infer<typeof partSchema>>;

/** Parses what pages show of a chunk's item. @throws ZodError when it isn't one. */
export function chunkPartOf(item: unknown): ChunkPart {
  return partSchema.parse(item);
}

/** Reads chunks in the order of their filers, from anywhere on. Every read is consistent. */
export interface ChunkRange {
  /**
   * A run's own chunks, beginning with the one that holds the first filer after `after`. The chunks are in the order of
   * filers, so that one is found by binary search.
   * @param from `after`: a filer's id, or '' for the first chunk; `pageSize`: how many chunks are read at once.
   */
  own(runId: string, from: { after: string; chunks: number; pageSize: number }): AsyncIterable<ChunkPart>;
  /** The chunks of retries of filers after `after`, by filer. */
  retries(runId: string, after: string): AsyncIterable<ChunkPart>;
  /** Finds attempts for work that looks for many at once: no chunk is read twice for it. */
  finder(): AttemptFinder;
}

/** Finds attempts in a run's own chunks. */
export interface AttemptFinder {
  /** A filer's attempt, found by binary search; `null` when the chunk found holds none. */
  firstAttempt(runId: string, of: { filerId: string; chunks: number }): Promise<Attempt | null>;
}

/** Reads the attempts of a chunk by its number; `null`: it isn't enqueued yet. */
type ReadAttempts = (runId: string, number: number) => Promise<readonly Attempt[] | null>;

/** How many chunks of retries are read at once. */
const RETRY_PAGE = 50;

/** Builds the reader on the delivery table. @throws Error when the table's variable is missing. */
export function chunkRange(env: Env, db: DynamoDBClient = dynamo()): ChunkRange {
  const table = { db, name: required(env, ENV.deliveryTable) };

  /** The last filers of chunks, by key: a chunk gets no other filers, and loses only those who are erased. */
  const ends = new Map<string, string>();

  const attemptsIn: ReadAttempts = async (runId, number) => {
    const item = await getItem(table, chunkKey({ runId, chunk: chunkName(number) }));
    return item && chunkPartOf(item).attempts;
  };

  async function lastFilerOf(runId: string, number: number, read: ReadAttempts): Promise<string | null> {
    const key = `${runId} ${number}`;
    const known = ends.get(key);
    if (known !== undefined) return known;
    const attempts = await read(runId, number);
    if (attempts === null) return null;
    // Of a chunk that erasures emptied, the previous one says where it is in the order.
    const last = attempts.at(-1)?.filerId ?? (number > 1 ? await lastFilerOf(runId, number - 1, read) : '');
    if (last !== null) ends.set(key, last);
    return last;
  }

  /** The number of the first chunk whose last filer passes. What isn't enqueued yet comes after everything. */
  async function firstWhere(
    runId: string,
    { chunks, read, passes }: { chunks: number; read: ReadAttempts; passes: (last: string) => boolean },
  ) {
    let low = 1;
    let high = chunks + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const last = await lastFilerOf(runId, middle, read);
      if (last === null || passes(last)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  async function* query(
    runId: string,
    { from, to, pageSize }: { from: string; to: string; pageSize: number },
  ): AsyncIterable<ChunkPart> {
    const { pk, sk } = chunkKey({ runId, chunk: from });
    const items = queryItems(table, {
      consistent: true,
      where: 'pk = :pk AND sk BETWEEN :from AND :to',
      projection: 'attempts, done',
      values: { ':pk': pk, ':from': sk, ':to': chunkKey({ runId, chunk: to }).sk },
      limit: pageSize,
    });
    for await (const item of items) yield chunkPartOf(item);
  }

  return {
    own: async function* (runId, from) {
      if (from.chunks === 0) return;
      const { after, chunks, pageSize } = from;
      const search = { chunks, read: attemptsIn, passes: (last: string) => last > after };
      const first = after === '' ? 1 : await firstWhere(runId, search);
      if (first > chunks) return;
      yield* query(runId, { from: chunkName(first), to: chunkName(chunks), pageSize });
    },
    finder: () => {
      const found = new Map<string, ReturnType<ReadAttempts>>();
      // A hundred that search at the same time ask for the same chunks.
      const readOnce: ReadAttempts = (runId, number) => {
        const key = `${runId} ${number}`;
        const attempts = found.get(key) ?? attemptsIn(runId, number);
        found.set(key, attempts);
        return attempts;
      };
      return {
        firstAttempt: async (runId, { filerId, chunks }) => {
          const search = { chunks, read: readOnce, passes: (last: string) => last >= filerId };
          const number = await firstWhere(runId, search);
          const attempts = number > chunks ? null : await readOnce(runId, number);
          return attempts?.find((one) => one.filerId === filerId) ?? null;
        },
      };
    },
    // In a retry's name, a hyphen and a number follow the filer's id: `~` sorts after both.
    retries: (runId, after) =>
      query(runId, { from: `${RETRY}${after}${after && '~'}`, to: `${RETRY}~`, pageSize: RETRY_PAGE }),
  };
}
