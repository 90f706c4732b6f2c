import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chunkStore } from '../../../functions/aws/chunks.ts';
import { deleteItem, getItem, type Item, putItem } from '../../../functions/aws/dynamo.ts';
import { GATE_KEY } from '../../../functions/aws/gate-item.ts';
import { runStore } from '../../../functions/aws/runs.ts';
import { sendGate } from '../../../functions/aws/send-gate.ts';
import { sendLogStore } from '../../../functions/aws/send-log.ts';
import { suppressionKeys, suppressionStore } from '../../../functions/aws/suppressions.ts';
import { STATES } from '../../../functions/domain/filer/state.ts';
import type { Run } from '../../../functions/domain/run/run.ts';
import { ENV } from '../../../functions/lib/env.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { writeLog } from '../../support/builders/log.ts';
import { startTables, type Tables } from '../../support/send-tables.ts';

const RUN = 'notice-1_20180724T130000Z';
const CHUNK = { runId: RUN, chunk: '00001' };
const FILER = '0123456789abcdef';
const clock = virtualClock('2018-07-24T13:00:00Z');
const now = clock.now().epochMilliseconds;
const SHARE = { count: 1, intervalMicroseconds: 1000, earliest: now, latest: now + 60_000 };
const BY = { owner: 'sender', now, until: now + 60_000 };

let tables: Tables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.close());

const delivery = () => ({ db: tables.db, name: tables.env[ENV.deliveryTable]! });
const itemAt = async (key: { pk: string; sk: string }) => (await getItem(delivery(), key)) ?? {};
const runKey = { pk: 'runs', sk: RUN };
const chunkKey = { pk: `run#${RUN}`, sk: 'chunk#00001' };
const CHUNK_ITEM = {
  ...chunkKey,
  runId: RUN,
  name: '00001',
  attempts: [{ filerId: FILER, attempt: 1, state: STATES[0]! }],
  turn: 0,
  lost: 0,
  done: false,
  queuedAt: now,
};

/** What a newer version of Crier wrote, before it was rolled back to this one. */
describe('an item with an attribute that this version does not know', () => {
  beforeEach(() => deleteItem(delivery(), GATE_KEY));

  it('is read, and keeps the attribute when a run is changed', async () => {
    await writeLog({ runId: RUN, sends: [] }, tables);
    await putItem(delivery(), { ...(await itemAt(runKey)), later: 'kept' });
    const runs = runStore(tables.env, tables.db);
    await runs.cancel(RUN, 'person');
    await runs.markCompleted(RUN, clock.now().toString());
    expect(await runs.run(RUN)).toMatchObject({ cancelled: 'person' });
    expect(await itemAt(runKey)).toMatchObject({ later: 'kept', cancelled: 'person' });
  });

  it('keeps it when a chunk is sent, and when the gate is used', async () => {
    await putItem(delivery(), { ...CHUNK_ITEM, later: 'kept' });
    await putItem(delivery(), { ...GATE_KEY, later: 'kept' });
    const chunks = chunkStore(tables.env, tables.db);
    const chunk = await chunks.lease(CHUNK, BY);
    const lease = { ...CHUNK, owner: BY.owner, epoch: chunk!.leaseEpoch };
    expect(await chunks.claim(lease, chunk!.attempts)).toBe(true);
    expect(await chunks.finish(lease, 0)).toBe(true);
    expect(await itemAt(chunkKey)).toMatchObject({ later: 'kept', done: true });
    const gate = sendGate(tables.env, tables.db);
    expect(await gate.reserve('notice-2_20180824T130000Z', SHARE)).toMatchObject({ slots: true });
    await gate.hold('all', 'person');
    expect(await itemAt(GATE_KEY)).toMatchObject({ later: 'kept' });
  });
});

describe('an item with a value that this version does not know', () => {
  const unchanged = async (item: Item & { pk: string; sk: string }, read: () => Promise<unknown>) => {
    await putItem(delivery(), item);
    await expect(read()).rejects.toThrow();
    expect(await itemAt({ pk: item.pk, sk: item.sk })).toEqual(item);
  };

  it('is refused and stays as it is: a run', async () => {
    const other = { pk: 'runs', sk: 'notice-9_20180724T130000Z' };
    const run: Partial<Run> = { runId: other.sk, kind: 'a-later-kind' as Run['kind'] };
    await unchanged({ ...other, ...run }, () => runStore(tables.env, tables.db).runs());
    await deleteItem(delivery(), other);
  });

  it('is refused: a chunk, whose lease is given back', async () => {
    await putItem(delivery(), { ...CHUNK_ITEM, attempts: [{ filerId: FILER, attempt: 1, state: 'later' }] });
    await expect(chunkStore(tables.env, tables.db).lease(CHUNK, BY)).rejects.toThrow();
    const item = await itemAt(chunkKey);
    expect(item).toMatchObject({ done: false, attempts: [{ state: 'later' }] });
    expect(item).not.toHaveProperty('owner');
  });

  it('is refused: a fact, so that no one is counted as not emailed', async () => {
    const fact = { runId: RUN, filerId: FILER, attempt: 1, kind: 'a-later-kind', at: clock.now().toString() };
    const key = { pk: `${RUN}#${FILER[0]}`, sk: `${FILER}#1#a-later-kind` };
    await putItem({ db: tables.db, name: tables.env[ENV.sendLogTable]! }, { ...key, ...fact });
    const log = sendLogStore({ env: tables.env, clock }, tables.db);
    await expect(log.factsOf(RUN, FILER)).rejects.toThrow();
  });

  it('is refused: why an address is suppressed, so that it is not emailed', async () => {
    const [key] = suppressionKeys('a@example.com', null);
    const item = {
      ...key,
      reason: 'a-later-reason',
      detail: '',
      at: clock.now().toString(),
      runId: RUN,
      filerId: FILER,
    };
    await putItem({ db: tables.db, name: tables.env[ENV.suppressionTable]! }, item);
    const store = suppressionStore({ env: tables.env, clock }, tables.db);
    await expect(store.suppressed(['a@example.com'])).rejects.toThrow();
  });

  it('still holds: a hold for a reason of a later version', async () => {
    await putItem(delivery(), { ...GATE_KEY, 'hold:all': new Set(['a-later-reason']) });
    const gate = sendGate(tables.env, tables.db);
    expect(await gate.reserve(RUN, SHARE)).toEqual({ slots: false, reason: 'held' });
  });
});
