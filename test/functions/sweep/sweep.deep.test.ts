import { afterEach, describe, expect, it } from 'vitest';
import { rosterStore } from '../../../functions/aws/rosters.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { aPlanInput } from '../../support/builders/plan.ts';

let cloud: Cloud;
afterEach(() => cloud?.stop());

describe('the sweep', () => {
  it('deletes old rosters that no run used, with the rights that its role has', async () => {
    cloud = await startCloud({
      clock: virtualClock('2018-07-20T12:00:00Z'),
      launch: { name: 'test-2018', sender: 'test.uscourts.gov' },
    });
    await cloud.put('inbox/launch/launch.json', JSON.stringify(aPlanInput()));
    await cloud.settle();
    for (const [day, name] of [
      ['2018-07-21', 'Ana'],
      ['2018-07-22', 'Ben'],
    ] as const) {
      await cloud.advanceTo(`${day}T12:00:00Z`);
      await cloud.put(`inbox/roster/${name}.csv`, `user id,name,email\nuser1,"Ruiz, ${name}",a@example.com`);
      await cloud.settle();
    }
    const versions = async () => (await rosterStore(cloud).versions()).map(({ uploadedAt }) => uploadedAt);
    expect(await versions()).toEqual(['2018-07-21T12:00:00Z', '2018-07-22T12:00:00Z']);
    await cloud.advanceTo('2018-10-25T12:00:00Z');
    expect(await versions()).toEqual(['2018-07-22T12:00:00Z']);
    expect(cloud.denials).toEqual([]);
    expect(cloud.failures).toEqual([]);
  });
});
