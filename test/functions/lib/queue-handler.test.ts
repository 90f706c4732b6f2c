import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, it } from 'vitest';
import { sqs } from '../../../functions/aws/clients.ts';
import { queueUrl } from '../../../functions/aws/queue-url.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';

let cloud: Cloud;
afterEach(() => cloud?.stop());

describe('a message that fails', () => {
  it("comes back after 1, 3, 9 and 27 minutes, with the rights that its function's role has", async () => {
    const clock = virtualClock('2018-07-20T12:00:00Z');
    cloud = await startCloud({ clock, launch: { name: 'test-2018', sender: 'test.uscourts.gov' } });
    const QueueUrl = queueUrl(cloud.env, 'RosterInboxQueue');
    await sqs().send(new SendMessageCommand({ QueueUrl, MessageBody: '{}' }));
    await cloud.settle();
    const tries = () => cloud.log.filter(({ code }) => code === 'roster-failed').length;
    for (const [time, count] of [
      ['12:00:59', 1],
      ['12:01:01', 2],
      ['12:03:59', 2],
      ['12:04:01', 3],
      ['12:13:01', 4],
      ['12:39:59', 4],
      ['12:40:01', 5],
    ] as const) {
      await cloud.advanceTo(`2018-07-20T${time}Z`);
      expect([time, tries()]).toEqual([time, count]);
    }
    // The fifth try was the last.
    expect(await cloud.deadLetters()).toEqual([{ queue: 'RosterInboxDeadLetters', body: '{}' }]);
    expect(cloud.denials).toEqual([]);
  });
});
