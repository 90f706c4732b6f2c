import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getItem, putItem } from '../../../functions/aws/dynamo.ts';
import { phaseMarkStore } from '../../../functions/aws/phase-marks.ts';
import { outsideActor, personActor } from '../../../functions/domain/actor.ts';
import { ENV, required } from '../../../functions/lib/env.ts';
import { startTables, type Tables } from '../../support/send-tables.ts';

const NAME = { phaseId: 'notice-1', scheduledFor: '2018-07-24T13:00:00Z' };

let tables: Tables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.close());

describe('phaseMarkStore', () => {
  it('keeps when people were notified of a hold, under the attribute that it has always had', async () => {
    const store = phaseMarkStore(tables.env, tables.db);
    const since = '2018-07-24T13:00:01Z';
    const hold = { reason: 'no-roster', since, notifiedAt: '2018-07-24T13:30:00Z' } as const;
    await store.markHold(NAME, hold);
    expect(await store.marks(NAME)).toEqual({ hold });
    const table = { db: tables.db, name: required(tables.env, ENV.launchTable) };
    const key = { pk: 'phase#notice-1', sk: '2018-07-24T13:00:00Z#marks' };
    expect(await getItem(table, key)).toMatchObject({
      hold: { reason: 'no-roster', since, toldAt: '2018-07-24T13:30:00Z' },
    });
  });

  it('keeps of a release whether a person is known, or what an invoker claimed', async () => {
    const store = phaseMarkStore(tables.env, tables.db);
    const release = { why: 'go', at: '2018-07-24T12:00:00Z' };
    for (const by of [personActor({ id: 'clerk1' }), outsideActor('clerk1')]) {
      const name = { ...NAME, phaseId: by.kind };
      expect(await store.release(name, { ...release, by })).toBe(true);
      expect(await store.marks(name)).toEqual({ release: { ...release, by } });
    }
  });

  it('attack: a release that an invoker claimed for a person before claims were told apart names no one', async () => {
    const table = { db: tables.db, name: required(tables.env, ENV.launchTable) };
    const release = { why: 'go', at: '2018-07-24T12:00:00Z' };
    await putItem(table, { pk: 'phase#old', sk: `${NAME.scheduledFor}#release`, ...release, by: 'clerk1' });
    const marks = await phaseMarkStore(tables.env, tables.db).marks({ ...NAME, phaseId: 'old' });
    expect(marks).toEqual({ release: { ...release, by: outsideActor('clerk1') } });
  });
});
