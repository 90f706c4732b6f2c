import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { type Chunk, claimOf, isRetry, type Run } from '../domain/run/run.ts';
import { tombstoneOf } from '../domain/send/tombstone.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { chunkKey } from './chunk-items.ts';
import { chunkReads } from './chunk-reads.ts';
import { dynamo } from './clients.ts';
import { deleteItem, getItem, putIf, queryItems, type Table, updateIf, updateItem } from './dynamo.ts';
import { factOf, itemOf, pkOf, skOf } from './log-keys.ts';

/**
 * Replaces a filer's facts in a complete run by a tombstone, and takes the filer out of its chunks and announced dates.
 * May be repeated with the same salt. @returns whether the filer was in the run.
 */
export type EraseSends = (
  run: Pick<Run, 'runId' | 'decidedAt'>,
  filer: { readonly filerId: string; readonly salt: string },
) => Promise<boolean>;

/** Erases in the send log's and the delivery table. @throws Error when one of their variables is missing. */
export function sendEraser(env: Env, db: DynamoDBClient = dynamo()): EraseSends {
  const log = { db, name: required(env, ENV.sendLogTable) };
  const delivery = { db, name: required(env, ENV.deliveryTable) };
  return async ({ runId, decidedAt }, { filerId, salt }) => {
    const facts = await factsOf(log, { runId, filerId });
    const chunks = await chunksOf(delivery, { runId, filerId });
    await eraseAnnounced(delivery, { runId, filerId });
    if (facts.length === 0 && chunks.length === 0) return false;
    // The tombstone first: a repeat after a crash leaves it as it is, and never folds half of the facts.
    const tombstone = tombstoneOf(facts, { runId, decidedAt, salt });
    await putIf(log, itemOf(tombstone), { condition: 'attribute_not_exists(pk)' });
    for (const fact of facts) await deleteItem(log, { pk: pkOf(fact), sk: skOf(fact) });
    for (const chunk of chunks) await eraseInChunk(delivery, chunk, filerId);
    return true;
  };
}

async function factsOf(log: Table, { runId, filerId }: { runId: string; filerId: string }) {
  const items = queryItems(log, {
    consistent: true,
    where: 'pk = :pk AND begins_with(sk, :prefix)',
    values: { ':pk': pkOf({ runId, filerId }), ':prefix': `${filerId}#` },
  });
  return Array.fromAsync(items, factOf);
}

async function chunksOf(delivery: Table, { runId, filerId }: { runId: string; filerId: string }) {
  const all = await Array.fromAsync(chunkReads(delivery).chunks(runId));
  return all.filter(({ attempts }) => attempts.some((attempt) => attempt.filerId === filerId));
}

/** A retry's chunk holds no one else. From a run's own chunk only this filer is taken; its number stays. */
async function eraseInChunk(delivery: Table, chunk: Chunk, filerId: string): Promise<void> {
  const key = chunkKey({ runId: chunk.runId, chunk: chunk.name });
  if (isRetry(chunk)) return deleteItem(delivery, key);
  const claims = chunk.attempts.filter((attempt) => attempt.filerId === filerId).map(claimOf);
  const erased = await updateIf(delivery, key, {
    update: 'SET attempts = :left DELETE claims :claims',
    condition: 'done = :yes',
    values: {
      ':left': chunk.attempts.filter((attempt) => attempt.filerId !== filerId),
      ':claims': new Set(claims),
      ':yes': true,
    },
  });
  if (!erased) throw new Error(`Cannot erase in ${chunk.runId} because its chunks must be done: one is not`);
}

const toldSchema = z.record(z.string(), z.array(z.string()));

async function eraseAnnounced(
  delivery: Table,
  { runId, filerId }: { runId: string; filerId: string },
): Promise<void> {
  const key = { pk: `run#${runId}`, sk: `told#${filerId.slice(0, 2)}` };
  const item = await getItem(delivery, key);
  if (!item) return;
  const told = toldSchema.parse(item.told);
  if (!Object.values(told).flat().includes(filerId)) return;
  const left = Object.entries(told).map(([date, ids]) => [date, ids.filter((id) => id !== filerId)]);
  // Once written down, a part never changes but for this.
  await updateItem(delivery, key, {
    update: 'SET told = :left',
    values: { ':left': Object.fromEntries(left) },
  });
}
