import { type Chunk, RETRY } from '../domain/run/run.ts';
import { type ChunkName, chunkKey, chunkOf } from './chunk-items.ts';
import { getItem, queryItems, queryPages, type Table } from './dynamo.ts';

/** Reads the chunks of runs. */
export interface ChunkReads {
  /** Reads one chunk consistently; `null` when there is none. */
  chunk(name: ChunkName): Promise<Chunk | null>;
  /** All chunks of a run, read consistently: its own, then those of retries. */
  chunks(runId: string): AsyncIterable<Chunk>;
  /**
   * Names of a run's own chunks that wait for a sender, page by page, eventually consistent; `now` in epoch
   * milliseconds. A free one that may be poison has most likely been quarantined by a sender, or has a message: it is
   * left out unless asked for.
   */
  waiting(
    runId: string,
    range: { from: string; to: string; now: number; withPoison?: boolean },
  ): AsyncIterable<readonly ChunkName[]>;
  /** The chunks of retries alone: all of a run, or those of one filer. */
  retries(runId: string, filerId?: string): AsyncIterable<Chunk>;
}

/** How many chunks are read at once in search of some that wait. */
const WAITING_PAGE = 100;

/** Builds what reads chunks. @param table The delivery table. */
export function chunkReads(table: Table): ChunkReads {
  async function* query(prefix: ChunkName): AsyncIterable<Chunk> {
    const { pk, sk } = chunkKey(prefix);
    const items = queryItems(table, {
      consistent: true,
      where: 'pk = :pk AND begins_with(sk, :sk)',
      values: { ':pk': pk, ':sk': sk },
    });
    for await (const item of items) yield chunkOf(item);
  }

  return {
    chunk: async (name) => {
      const item = await getItem(table, chunkKey(name));
      return item && chunkOf(item);
    },
    chunks: (runId) => query({ runId, chunk: '' }),
    waiting: async function* (runId, { from, to, now, withPoison = false }) {
      const pages = queryPages(table, {
        where: 'pk = :pk AND sk BETWEEN :from AND :to',
        filter: 'done = :no AND (leaseUntil <= :now OR (attribute_not_exists(#owner) AND lost <= :most))',
        projection: '#name',
        names: { '#owner': 'owner', '#name': 'name' },
        values: {
          ':pk': chunkKey({ runId, chunk: '' }).pk,
          ':from': chunkKey({ runId, chunk: from }).sk,
          ':to': chunkKey({ runId, chunk: to }).sk,
          ':no': false,
          ':most': withPoison ? Number.MAX_SAFE_INTEGER : 0,
          ':now': now,
        },
        limit: WAITING_PAGE,
      });
      for await (const items of pages) yield items.map(({ name }) => ({ runId, chunk: name as string }));
    },
    retries: (runId, filerId) =>
      query({ runId, chunk: filerId === undefined ? RETRY : `${RETRY}${filerId}-` }),
  };
}
