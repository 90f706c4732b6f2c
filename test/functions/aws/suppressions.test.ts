import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { deleteItem, putItem } from '../../../functions/aws/dynamo.ts';
import { addressEraser } from '../../../functions/aws/erase-address.ts';
import { suppressionKeyOf } from '../../../functions/aws/suppression-key.ts';
import { suppressionStore } from '../../../functions/aws/suppressions.ts';
import { ENV, type Env } from '../../../functions/lib/env.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { aDatabase, type TestDatabase } from '../../support/database.ts';

const JANE = 'Jane.Doe@example.com';
const BOUNCE = { reason: 'hard-bounce', detail: 'Permanent/General', runId: 'r', filerId: 'f' } as const;
const EARLY = '2018-07-24T13:00:00Z';
const LATE = '2018-07-26T13:00:00Z';
const LIFT = { at: '2018-07-25T13:00:00Z', requestId: 'q', by: 'ops1', why: 'works again' };
const clock = virtualClock(EARLY);

let database: TestDatabase;
let env: Env;
const list = () => suppressionStore({ env, clock }, database.db);
const key = () => suppressionKeyOf(env, database.db);
const isListed = async (address: string) => (await list().suppressed([address])).has(address);
const erase = (address: string, neverMail: boolean) =>
  addressEraser(env, { key: key(), db: database.db })(address, { neverMail, at: LATE });
const putPlain = (item: object = {}) =>
  putItem(table(ENV.suppressionTable), {
    pk: 'address#jane.doe@example.com',
    sk: 'suppression',
    ...BOUNCE,
    at: EARLY,
    ...item,
  });
const table = (variable: string) => ({ db: database.db, name: env[variable]! });
const SECRET = { pk: 'secret', sk: 'suppression-key' };

beforeEach(async () => {
  await database?.close();
  database = await aDatabase(2);
  env = { [ENV.launchTable]: database.tables[0], [ENV.suppressionTable]: database.tables[1] };
});
afterAll(() => database.close());

describe('the suppression list', () => {
  it('knows an address in every spelling, by its hash', async () => {
    await key().ensure();
    await list().suppress(JANE, { ...BOUNCE, at: EARLY });
    expect(await isListed('jane.doe@EXAMPLE.com ')).toBe(true);
    expect(await isListed('john.doe@example.com')).toBe(false);
  });

  it('keeps its key: to make one again changes nothing', async () => {
    await key().ensure();
    const hash = (await key().hasher())!(JANE);
    await key().ensure();
    expect((await key().hasher())!(JANE)).toBe(hash);
  });

  it('reads what was suppressed before there was a key', async () => {
    await list().suppress(JANE, { ...BOUNCE, at: EARLY });
    await key().ensure();
    expect(await isListed(JANE)).toBe(true);
    expect(await list().lift(JANE, LIFT)).toBe(true);
    expect(await isListed(JANE)).toBe(false);
  });

  it.each([
    ['before it was lifted', EARLY, false],
    ['after it was lifted', LATE, true],
  ])('takes a bounce from %s, of an address listed before there was a key: %s, %s', async (_, at, listed) => {
    await putPlain({ liftedMilliseconds: Date.parse(LIFT.at) });
    await key().ensure();
    await list().suppress(JANE, { ...BOUNCE, at });
    expect(await isListed(JANE)).toBe(listed);
  });

  it('attack: loses its key, and stops everything that would ask it', async () => {
    await key().ensure();
    await list().suppress(JANE, { ...BOUNCE, at: EARLY });
    await deleteItem(table(ENV.launchTable), SECRET);
    await expect(isListed('john.doe@example.com')).rejects.toThrow('its key must be the one');
    await expect(key().ensure()).rejects.toThrow('its key must be the one');
  });

  it('attack: gets another key, and stops everything that would ask it', async () => {
    await key().ensure();
    await list().suppress(JANE, { ...BOUNCE, at: EARLY });
    await putItem(table(ENV.launchTable), { ...SECRET, key: Buffer.alloc(32).toString('base64') });
    await expect(isListed(JANE)).rejects.toThrow('its key must be the one');
  });
});

describe('erasing an address', () => {
  it.each([
    ['suppressed', false, true],
    ['not suppressed', false, false],
    ['not suppressed', true, true],
    ['lifted', false, false],
    ['lifted', true, true],
  ])('that is %s, never to be emailed: %s; leaves it on the list: %s', async (what, neverMail, listed) => {
    if (what === 'suppressed') await putPlain();
    if (what === 'lifted') await putPlain({ liftedMilliseconds: Date.parse(LIFT.at) });
    await erase(JANE, neverMail);
    expect(await isListed(JANE)).toBe(listed);
    await erase(JANE, neverMail);
    expect(await isListed(JANE)).toBe(listed);
  });
});
