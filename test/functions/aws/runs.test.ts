import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putItem } from '../../../functions/aws/dynamo.ts';
import { runStore } from '../../../functions/aws/runs.ts';
import { ENV, required } from '../../../functions/lib/env.ts';
import { writeLog } from '../../support/builders/log.ts';
import { startTables, type Tables } from '../../support/send-tables.ts';

const READABLE = 'notice-1_20180724T130000Z';
const UNREADABLE = 'notice-2_20180824T130000Z';

let tables: Tables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.close());

describe('runStore', () => {
  it('names the run that cannot be read', async () => {
    await writeLog({ runId: READABLE, sends: [] }, tables);
    const item = { pk: 'runs', sk: UNREADABLE, runId: UNREADABLE, kind: 'notice' };
    await putItem({ db: tables.db, name: required(tables.env, ENV.deliveryTable) }, item);
    const runs = runStore(tables.env, tables.db);
    const error = `Cannot continue because the run ${UNREADABLE} must be readable: it is not`;
    await expect(runs.runs()).rejects.toThrow(error);
    await expect(runs.run(UNREADABLE)).rejects.toThrow(error);
    expect(await runs.run(READABLE)).toMatchObject({ runId: READABLE });
  });
});
