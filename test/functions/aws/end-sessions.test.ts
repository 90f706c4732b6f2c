import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamo } from '../../../functions/aws/clients.ts';
import { getItem, type Item, putItem } from '../../../functions/aws/dynamo.ts';
import { sessionEnder } from '../../../functions/aws/end-sessions.ts';
import { sessionStore } from '../../../functions/aws/sessions.ts';
import { ENV, type Env } from '../../../functions/lib/env.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { startCloud } from '../../../local/cloud/cloud.ts';
import { runAs } from '../../../local/cloud/iam/caller.ts';
import { aDatabase, type TestDatabase } from '../../support/database.ts';

const AT = Temporal.Instant.from('2018-07-24T13:00:00Z');
const SECONDS = AT.epochMilliseconds / 1000;
const DAY = 24 * 3600;

let database: TestDatabase;
let env: Env;
const TableName = () => database.tables[0]!;
const put = (item: Item) => putItem({ db: database.db, name: TableName() }, item);
const endOf = async (pk: string, sk: string) => {
  const item = await getItem({ db: database.db, name: TableName() }, { pk, sk });
  return item?.expiresAt as number | undefined;
};

beforeAll(async () => {
  database = await aDatabase(1);
  env = { [ENV.sessionTable]: TableName() };
});
afterAll(() => database.close());

describe('items of the session table', () => {
  it('get an end if earlier code stored them without one; those that have one keep it', async () => {
    await put({ pk: 'person', sk: 'old', name: 'Clara' });
    await put({ pk: 'person', sk: 'new', name: 'Otto', expiresAt: 1 });
    await put({ pk: 'test', sk: 'old', minute: '2018-07-01T13:00', count: 5 });
    await put({ pk: 'session', sk: 'old' });
    const end = sessionEnder(env, database.db);
    expect(await end({ at: AT, nameDays: 400 })).toBe(3);
    expect(await endOf('person', 'old')).toBe(SECONDS + 400 * DAY);
    expect(await endOf('person', 'new')).toBe(1);
    expect([await endOf('test', 'old'), await endOf('session', 'old')]).toEqual([
      SECONDS + DAY,
      SECONDS + DAY,
    ]);
    expect(await end({ at: AT.add({ hours: 1 }), nameDays: 400 })).toBe(0);
  });

  it('that count test emails end an hour after the minute that they count in', async () => {
    const sessions = sessionStore(env, database.db);
    expect(await sessions.countTest('ada', AT)).toBe(true);
    expect(await sessions.countTest('ada', AT)).toBe(true);
    expect(await endOf('test', 'ada')).toBe(SECONDS + 3600);
  });
});

describe('the function Erase', () => {
  it('may give an end to what has none', async () => {
    const cloud = await startCloud({ clock: virtualClock(AT) });
    const own = cloud.envOf('Erase');
    const item = { pk: 'person', sk: 'old', name: 'Clara' };
    await putItem({ db: dynamo(), name: own[ENV.sessionTable]! }, item);
    const end = sessionEnder(own);
    const ended = await runAs('Erase', () => end({ at: AT, nameDays: 400 })).finally(() => cloud.stop());
    expect([ended, cloud.denials]).toEqual([1, []]);
  });
});
