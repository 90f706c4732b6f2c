import { afterEach, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { aPlanInput } from '../../support/builders/plan.ts';

let cloud: Cloud;
afterEach(() => cloud?.stop());

describe('the sweep', () => {
  it('notes at each tick for how long a run has been sending, until it is complete', async () => {
    let isRefused = true;
    cloud = await startCloud({
      clock: virtualClock('2018-07-24T12:50:00Z'),
      launch: { name: 'test-2018', sender: 'test.uscourts.gov' },
      faults: {
        refuses: ({ by, action }) => isRefused && by === 'SendEmail' && action === 'dynamodb:GetItem',
      },
    });
    await cloud.put('inbox/launch/launch.json', JSON.stringify(aPlanInput()));
    await cloud.settle();
    await cloud.put('inbox/roster/roster.csv', 'user id,name,email\nuser1,"Ruiz, Ana",ana@example.com');
    await cloud.settle();
    await cloud.advanceTo('2018-07-24T13:06:00Z');
    const noted = () => cloud.log.filter(({ code }) => code === 'chunks-waiting').map(({ fields }) => fields);
    const run = 'notice-1_20180724T130000Z';
    expect(noted().at(-1)).toEqual({ run, chunks: 1, minutes: 5 });
    // Failures of the account are no failures of a role.
    expect(cloud.denials).toEqual([]);
    isRefused = false;
    await cloud.advanceTo('2018-07-24T13:40:00Z');
    const count = noted().length;
    await cloud.advanceTo('2018-07-24T14:00:00Z');
    expect(noted()).toHaveLength(count);
    expect(cloud.outbox).toHaveLength(1);
  });
});
