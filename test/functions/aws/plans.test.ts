import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deleteItem, putItem } from '../../../functions/aws/dynamo.ts';
import { type PlanStore, planStore } from '../../../functions/aws/plans.ts';
import { outsideActor, personActor } from '../../../functions/domain/actor.ts';
import { ENV } from '../../../functions/lib/env.ts';
import { aPlan } from '../../support/builders/plan.ts';
import { aDatabase, type TestDatabase } from '../../support/database.ts';

const FIRST = {
  plan: aPlan(),
  uploadedAt: '2018-07-01T13:00:00Z',
  key: 'inbox/launch/first.json',
  by: outsideActor(),
};
const SECOND = {
  plan: aPlan({ 'goLive.time': '09:00', 'phases.2.when.at': '09:15' }),
  uploadedAt: '2018-07-02T13:00:00Z',
  key: 'inbox/launch/second.json',
  by: outsideActor(),
};

let database: TestDatabase;
let table: string;
let store: PlanStore;

beforeAll(async () => {
  database = await aDatabase(2);
  table = database.tables[0]!;
});
afterAll(() => database.close());
beforeEach(async () => {
  store = planStore({ [ENV.launchTable]: table }, database.db);
  await deleteItem({ db: database.db, name: table }, { pk: 'plan', sk: 'current' });
});

describe('planStore', () => {
  it('has no plan before the first upload', async () => {
    expect(await store.current()).toBeNull();
    expect(await store.version('20180701T130000Z-000000000000')).toBeNull();
  });

  it('activates a plan, and reads it back as it was', async () => {
    const { outcome, current } = await store.put(FIRST);
    expect(outcome).toBe('planned');
    const { datesSince, factsSince, ...stored } = current;
    expect([datesSince, factsSince]).toEqual([FIRST.uploadedAt, FIRST.uploadedAt]);
    expect(stored).toEqual({ ...FIRST, version: expect.stringMatching(/^20180701T130000Z-[0-9a-f]{12}$/) });
    expect(await store.current()).toEqual(current);
    expect(await store.version(current.version)).toEqual(stored);
  });

  it('moves to a newer plan, and keeps the older version', async () => {
    const first = await store.put(FIRST);
    const second = await store.put(SECOND);
    expect(second.outcome).toBe('planned');
    expect(await store.current()).toEqual(second.current);
    expect(await store.version(first.current.version)).toMatchObject(FIRST);
  });

  it('answers a repeat as it answered the first time', async () => {
    const first = await store.put(FIRST);
    expect(await store.put(FIRST)).toEqual(first);
  });

  it('changes nothing for the same plan uploaded again', async () => {
    const first = await store.put(FIRST);
    const again = await store.put({
      ...FIRST,
      uploadedAt: '2018-07-05T00:00:00Z',
      key: 'inbox/launch/copy.json',
    });
    expect(again).toEqual({ outcome: 'unchanged', current: first.current });
    expect(await store.current()).toEqual(first.current);
  });

  it('does not let an older upload, delivered late, replace a newer one', async () => {
    const second = await store.put(SECOND);
    expect(await store.put(FIRST)).toEqual({ outcome: 'older', current: second.current });
    expect(await store.current()).toEqual(second.current);
  });

  it('does not let one replace a plan that a later upload confirmed', async () => {
    const first = await store.put(FIRST);
    await store.put({ ...FIRST, uploadedAt: '2018-07-05T00:00:00Z' });
    expect(await store.put(SECOND)).toEqual({ outcome: 'older', current: first.current });
  });

  it('comes out at the newest of many at once, in whatever order they arrive', async () => {
    const uploads = ['05', '02', '09', '01', '07', '03'].map((hour) => ({
      plan: aPlan({ linkStatusMaxAgeDays: Number(hour) }),
      uploadedAt: `2018-07-03T${hour}:00:00Z`,
      key: `inbox/launch/${hour}.json`,
      by: outsideActor(),
    }));
    await Promise.all(uploads.map((upload) => store.put(upload)));
    expect((await store.current())?.uploadedAt).toBe('2018-07-03T09:00:00Z');
  });

  it('heals a crash between the version and the pointer', async () => {
    const { current } = await store.put(FIRST);
    await deleteItem({ db: database.db, name: table }, { pk: 'plan', sk: 'current' });
    expect(await store.put(FIRST)).toEqual({ outcome: 'planned', current });
  });

  it('refuses to continue when the active version is gone', async () => {
    const pointer = { pk: 'plan', sk: 'current', version: 'v', newestUpload: FIRST.uploadedAt };
    await putItem({ db: database.db, name: table }, pointer);
    await expect(store.current()).rejects.toThrow(
      'Cannot use the plan because its version v must exist: it is gone',
    );
  });

  it('lists every plan, newest first and page by page, with who uploaded it', async () => {
    const uploads = ['2018-07-03T13:00:00Z', '2018-07-04T13:00:00Z', '2018-07-05T13:00:00Z'];
    const store = planStore({ [ENV.launchTable]: database.tables[1]! }, database.db);
    for (const [index, uploadedAt] of uploads.entries()) {
      const plan = aPlan({ 'court.helpDesk.hours': `from ${index}` });
      await store.put({
        plan,
        uploadedAt,
        key: 'inbox/launch/a.json',
        by: index === 1 ? personActor({ id: 'clerk1' }) : outsideActor(),
      });
    }
    const first = await store.page({ limit: 2 });
    expect(first.plans.map(({ uploadedAt, by }) => [uploadedAt, by])).toEqual([
      [uploads[2], outsideActor()],
      [uploads[1], personActor({ id: 'clerk1' })],
    ]);
    const second = await store.page({ limit: 2, before: first.next! });
    expect(second.plans.map(({ uploadedAt }) => uploadedAt)).toEqual([uploads[0]]);
    expect(second.next).toBeNull();
  });

  it.each([
    ['a text, which was believed', 'clerk1', outsideActor('clerk1')],
    ['nothing', undefined, outsideActor()],
  ])('reads a plan that was stored with %s for its uploader', async (_what, by, actor) => {
    const { current } = await store.put(FIRST);
    const { version, plan, uploadedAt, key } = current;
    const stored = { pk: 'plan', sk: `v#${version}`, plan: JSON.stringify(plan), uploadedAt, key };
    const item = { ...stored, ...(by !== undefined && { by }) };
    await putItem({ db: database.db, name: table }, item);
    const later = planStore({ [ENV.launchTable]: table }, database.db);
    expect((await later.version(version))?.by).toEqual(actor);
  });

  it('reads a version once, since it never changes', async () => {
    const { current } = await store.put(FIRST);
    const first = await store.version(current.version);
    expect(await store.version(current.version)).toBe(first);
  });

  it('knows since when dates are active, through other words and back again', async () => {
    const since = async (uploadedAt: string, changes: Record<string, unknown>) =>
      (await store.put({ plan: aPlan(changes), uploadedAt, key: 'k', by: outsideActor() })).current
        .datesSince;
    expect(await since('2018-08-01T13:00:00Z', {})).toBe('2018-08-01T13:00:00Z');
    expect(await since('2018-08-02T13:00:00Z', { 'court.helpDesk.hours': 'never' })).toBe(
      '2018-08-01T13:00:00Z',
    );
    expect(await since('2018-08-03T13:00:00Z', { 'goLive.time': '09:00', 'phases.2.when.at': '09:15' })).toBe(
      '2018-08-03T13:00:00Z',
    );
    expect(await since('2018-08-04T13:00:00Z', {})).toBe('2018-08-04T13:00:00Z');
    expect(await since('2018-08-05T13:00:00Z', {})).toBe('2018-08-04T13:00:00Z');
  });
});
