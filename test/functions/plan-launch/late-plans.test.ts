import { setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { s3 } from '../../../functions/aws/clients.ts';
import { inboxOf } from '../../../functions/aws/inbox.ts';
import { planStore } from '../../../functions/aws/plans.ts';
import { requeueMessage, uploadOf } from '../../../functions/domain/upload.ts';
import { aPlanInput, planWith } from '../../support/builders/plan.ts';
import { aLaunchCloud, type LaunchCloud } from '../../support/clouds/launch-cloud.ts';

const FIRST = JSON.stringify(aPlanInput());
const SECOND = JSON.stringify(planWith({ phases: aPlanInput().phases.slice(0, 3) }));

let cloud: LaunchCloud;
beforeEach(async () => {
  cloud = await aLaunchCloud('2018-07-01T13:00:00Z');
});
afterEach(() => cloud.close());

/** Puts a plan that is newer than another's event. @returns S3's event, dated a second later, and the sweep's message */
async function put(name: string, content: string, { after = '' } = {}) {
  for (;;) {
    cloud.clock.moveTo(cloud.clock.now().add({ minutes: 1 }));
    const body = await cloud.put(name, content);
    const upload = uploadOf(body);
    const { lastModified, etag } = (await inboxOf(s3()).open(upload))!;
    const time = Temporal.Instant.from(lastModified).add({ seconds: 1 }).toString();
    const event = JSON.stringify({ ...JSON.parse(body), time });
    const requeued = requeueMessage({ ...upload, etag, uploadedAt: lastModified });
    if (lastModified > after) return { event, requeued, time };
    await wait(200);
  }
}

describe('plan-launch', () => {
  // In which messages about an earlier and a later plan come; a capital is the sweep's.
  it.each(['aAbB', 'AabB', 'ABab', 'bAaB', 'BAab', 'bBAa', 'BbaA', 'abAB'])(
    'ends with the newest plan active when messages come as %s',
    async (order) => {
      const a = await put('a.json', FIRST);
      const b = await put('b.json', SECOND, { after: a.time });
      const messages = { a: a.event, A: a.requeued, b: b.event, B: b.requeued };
      for (const one of order)
        expect(await cloud.deliver(messages[one as keyof typeof messages])).toEqual([
          { batchItemFailures: [] },
        ]);
      const current = await planStore(cloud.env, cloud.db).current();
      expect(current).toMatchObject({ key: 'inbox/launch/b.json' });
      expect((await cloud.schedules()).map((one) => one.split(' ')[0])).toEqual([
        'notice-1',
        'open',
        'warning',
      ]);
      // One report each, whichever message brought the plan.
      const reports = [...(await cloud.reports()).keys()].filter((key) => key.endsWith('.json'));
      expect(reports.map((key) => key.split('/')[2])).toEqual(['a.json', 'b.json']);
    },
  );
});
