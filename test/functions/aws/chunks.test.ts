import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chunkStore } from '../../../functions/aws/chunks.ts';
import { getItem, putItem } from '../../../functions/aws/dynamo.ts';
import { ENV, required } from '../../../functions/lib/env.ts';
import { startTables, type Tables } from '../../support/send-tables.ts';

const NAME = { runId: 'notice-1_20180724T130000Z', chunk: '00001' };
const KEY = { pk: `run#${NAME.runId}`, sk: `chunk#${NAME.chunk}` };

let tables: Tables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.close());

describe('chunkStore', () => {
  it('gives back a leased chunk that cannot be read, so that its lease does not expire', async () => {
    const table = { db: tables.db, name: required(tables.env, ENV.deliveryTable) };
    const unreadable = { ...KEY, ...NAME, name: NAME.chunk, attempts: 'none', turn: 4, lost: 0, done: false };
    await putItem(table, unreadable);
    const chunks = chunkStore(tables.env, tables.db);
    await expect(chunks.lease(NAME, { owner: 'one', now: 1, until: 2 })).rejects.toThrow('attempts');
    const left = await getItem(table, KEY);
    expect(left).toMatchObject({ turn: 5, lost: 0, done: false });
    expect(left).not.toHaveProperty('owner');
    expect(left).not.toHaveProperty('leaseUntil');
  });
});
