import * as z from 'zod';
import { attemptSchema, type Chunk } from '../domain/run/run.ts';
import type { Item, ItemKey } from './dynamo.ts';

/** Which chunk: its run and its name in it, as `chunkName` or `retryName` give it. */
export interface ChunkName {
  readonly runId: string;
  readonly chunk: string;
}

/** The key of a chunk; of the beginning of a name, that of the keys. */
export function chunkKey({ runId, chunk }: ChunkName): ItemKey {
  return { pk: `run#${runId}`, sk: `chunk#${chunk}` };
}

/** The attributes of a chunk, under the names that they have had in the table from the beginning. */
const chunkItem = z.object({
  runId: z.string(),
  name: z.string(),
  attempts: z.array(attemptSchema),
  turn: z.number(),
  lost: z.number(),
  claims: z.set(z.string()).default(() => new Set<string>()),
  done: z.boolean(),
  owner: z.string().exactOptional(),
  leaseUntil: z.number().exactOptional(),
  queuedAt: z.number(),
});

/** Parses a chunk's item. @throws ZodError when it isn't one. */
export function chunkOf(item: Item): Chunk {
  const { turn, lost, ...chunk } = chunkItem.parse(item);
  return { ...chunk, leaseEpoch: turn, expiredLeases: lost };
}
