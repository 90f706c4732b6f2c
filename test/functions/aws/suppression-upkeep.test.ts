import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { putItem, scanItems } from '../../../functions/aws/dynamo.ts';
import { addressEraser } from '../../../functions/aws/erase-address.ts';
import { suppressionKeyOf } from '../../../functions/aws/suppression-key.ts';
import { suppressionUpkeep } from '../../../functions/aws/suppression-upkeep.ts';
import { suppressionStore } from '../../../functions/aws/suppressions.ts';
import { ENV, type Env } from '../../../functions/lib/env.ts';
import { type VirtualClock, virtualClock } from '../../../local/cloud/clock/clock.ts';
import { aDatabase, type TestDatabase } from '../../support/database.ts';

const JANE = 'Jane.Doe@example.com';
const BOUNCE = { reason: 'hard-bounce', detail: 'Permanent/General', runId: 'r', filerId: 'f' } as const;
const [FIRST, LIFTED, SECOND] = ['2018-07-24T13:00:00Z', '2018-07-25T13:00:00Z', '2018-07-26T13:00:00Z'];
const AFTER = Date.parse('2018-08-01T00:00:00Z');

let database: TestDatabase;
let env: Env;
let clock: VirtualClock;
const list = () => suppressionStore({ env, clock }, database.db);
const upkeep = () => suppressionUpkeep({ env, clock }, database.db);
const isListed = async () => (await list().suppressed([JANE])).has(JANE);
const expired = (before: number) => Array.fromAsync(upkeep().expired(before));
const keys = async () => {
  const items = await Array.fromAsync(scanItems(table()));
  return items.map(({ pk, sk }) => `${String(pk).replace(/[0-9a-f]{64}/, '…')} ${sk}`).toSorted();
};
const table = () => ({ db: database.db, name: env[ENV.suppressionTable]! });
const putPlain = (item: object = {}) =>
  putItem(table(), {
    pk: 'address#jane.doe@example.com',
    sk: 'suppression',
    ...BOUNCE,
    at: FIRST,
    ...item,
  });

beforeEach(async () => {
  await database?.close();
  database = await aDatabase(2);
  env = { [ENV.launchTable]: database.tables[0], [ENV.suppressionTable]: database.tables[1] };
  clock = virtualClock(SECOND!);
  await suppressionKeyOf(env, database.db).ensure();
});
afterAll(() => database.close());

describe('hashing addresses that were stored in clear', () => {
  it('adds the hash first and deletes the address later, so that it is on the list at every moment', async () => {
    await putPlain();
    await putPlain({ sk: `act#${FIRST}#q` });
    expect(await upkeep().hash()).toBe(0);
    expect(await keys()).toHaveLength(5);
    expect(await upkeep().hash()).toBe(0);
    clock.moveTo(clock.now().add({ minutes: 11 }));
    expect(await upkeep().hash()).toBe(2);
    expect(await keys()).toEqual([`hash#… act#${FIRST}#q`, 'hash#… suppression', 'key mark']);
    expect(await list().suppressed([JANE])).toEqual(new Map([[JANE, { ...BOUNCE, at: FIRST }]]));
    expect(await upkeep().hash()).toBe(0);
  });

  it('keeps what was lifted lifted, also between the two', async () => {
    await putPlain();
    await upkeep().hash();
    await list().lift(JANE, { at: LIFTED!, requestId: 'q', by: 'ops1', why: 'works again' });
    clock.moveTo(clock.now().add({ minutes: 11 }));
    await upkeep().hash();
    expect(await isListed()).toBe(false);
    expect((await keys()).join()).not.toContain('address#');
  });
});

describe('entries at the end of their days', () => {
  it('count from the last event, not from the first', async () => {
    await list().suppress(JANE, { ...BOUNCE, at: FIRST });
    expect(await expired(Date.parse(FIRST))).toEqual([]);
    expect(await expired(Date.parse(FIRST) + 1)).toHaveLength(1);
    await list().suppress(JANE, { ...BOUNCE, reason: 'complaint', at: SECOND! });
    await list().suppress(JANE, { ...BOUNCE, at: LIFTED! });
    expect(await expired(Date.parse(SECOND))).toEqual([]);
    expect(await expired(Date.parse(SECOND) + 1)).toMatchObject([{ last: Date.parse(SECOND) }]);
    expect((await list().suppressed([JANE])).get(JANE)).toMatchObject({ reason: 'hard-bounce', at: FIRST });
  });

  it('count again for an address that was stored in clear', async () => {
    await putPlain();
    await list().suppress(JANE, { ...BOUNCE, at: SECOND! });
    clock.moveTo(clock.now().add({ minutes: 11 }));
    await upkeep().hash();
    expect(await expired(Date.parse(SECOND))).toEqual([]);
    expect(await isListed()).toBe(true);
  });

  it('include what was lifted, with its record, but never whom the person asked not to email', async () => {
    await list().suppress(JANE, { ...BOUNCE, at: FIRST });
    await list().lift(JANE, { at: LIFTED!, requestId: 'q', by: 'ops1', why: 'works again' });
    await list().suppress('asked@example.com', { ...BOUNCE, reason: 'asked', at: FIRST });
    const entries = await expired(AFTER);
    expect(entries.map(({ key, last }) => [key.sk, last]).toSorted()).toEqual([
      [`act#${LIFTED}#q`, Date.parse(LIFTED)],
      ['suppression', Date.parse(LIFTED)],
    ]);
    for (const entry of entries) expect(await upkeep().remove(entry)).toBe(true);
    expect(await keys()).toEqual(['hash#… suppression', 'key mark']);
  });

  it('count from the same event after an erasure, and have no end if the person asked for that', async () => {
    const erase = addressEraser(env, { key: suppressionKeyOf(env, database.db), db: database.db });
    await list().suppress(JANE, { ...BOUNCE, at: FIRST! });
    await list().suppress(JANE, { ...BOUNCE, at: SECOND! });
    await erase(JANE, { neverMail: false, at: SECOND! });
    expect(await expired(AFTER)).toMatchObject([{ last: Date.parse(SECOND!) }]);
    await erase(JANE, { neverMail: true, at: SECOND! });
    await erase(JANE, { neverMail: false, at: SECOND! });
    expect(await expired(AFTER)).toEqual([]);
    expect((await list().suppressed([JANE])).get(JANE)).toMatchObject({ reason: 'hard-bounce' });
  });

  it('stay when something happens between the look and the deletion', async () => {
    await list().suppress(JANE, { ...BOUNCE, at: FIRST });
    const [entry] = await expired(AFTER);
    await list().suppress(JANE, { ...BOUNCE, at: SECOND! });
    expect(await upkeep().remove(entry!)).toBe(false);
    expect(await isListed()).toBe(true);
    const [again] = await expired(AFTER);
    expect(await upkeep().remove(again!)).toBe(true);
    expect(await upkeep().remove(again!)).toBe(false);
    expect(await isListed()).toBe(false);
  });
});
