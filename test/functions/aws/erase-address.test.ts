import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamo } from '../../../functions/aws/clients.ts';
import { putItem } from '../../../functions/aws/dynamo.ts';
import { addressEraser } from '../../../functions/aws/erase-address.ts';
import { suppressionKeyOf } from '../../../functions/aws/suppression-key.ts';
import { ENV } from '../../../functions/lib/env.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { runAs } from '../../../local/cloud/iam/caller.ts';
import { itemsOf } from '../../support/clouds/everything-stored.ts';

const AT = '2018-07-24T12:00:00Z';
let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud({ clock: virtualClock(AT) });
});
afterAll(() => cloud.stop());

describe('addressEraser', () => {
  it('puts a keyed hash instead of an entry from before hashing', async () => {
    const env = cloud.envOf('Erase');
    const entry = { reason: 'hard-bounce', detail: '', at: AT, runId: '', filerId: '' };
    const item = { pk: 'address#jane@example.com', sk: 'suppression', ...entry };
    await putItem({ db: dynamo(), name: env[ENV.suppressionTable]! }, item);
    const erase = addressEraser(env, { key: suppressionKeyOf(env) });
    await runAs('Erase', () => erase('Jane@example.com', { neverMail: false, at: AT }));
    const items = (await itemsOf(cloud, [ENV.suppressionTable])).get(ENV.suppressionTable)!;
    const entries = items.filter(({ sk }) => sk === 'suppression');
    expect(entries).toMatchObject([{ pk: expect.stringMatching(/^hash#/), reason: 'hard-bounce', at: AT }]);
    expect(JSON.stringify(items).toLowerCase()).not.toContain('jane');
    expect(cloud.denials).toEqual([]);
  });
});
