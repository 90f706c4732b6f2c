import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import {
  CreateScheduleCommand,
  DeleteScheduleCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { afterEach, describe, expect, it } from 'vitest';
import { dynamo } from '../../../functions/aws/clients.ts';
import { putItem } from '../../../functions/aws/dynamo.ts';
import { ENV, required } from '../../../functions/lib/env.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { aPlanInput } from '../../support/builders/plan.ts';

const CREATED = 'http.client.request.created';
const WRITES = /\.(PutItem|UpdateItem|DeleteItem|BatchWriteItem)$/;

/** What is written to tables while something is done, refused writes included. */
async function writesDuring(work: () => Promise<void>): Promise<string[]> {
  const writes: string[] = [];
  const note = (message: unknown) => {
    const target = String((message as { request: ClientRequest }).request.getHeader('x-amz-target'));
    if (WRITES.test(target)) writes.push(target);
  };
  subscribe(CREATED, note);
  await work().finally(() => unsubscribe(CREATED, note));
  return writes;
}

let cloud: Cloud;
afterEach(() => cloud?.stop());

describe('the sweep', () => {
  it('says in its log which run cannot be read', async () => {
    cloud = await startCloud({
      clock: virtualClock('2018-07-20T12:00:00Z'),
      launch: { name: 'test-2018', sender: 'test.uscourts.gov' },
    });
    await cloud.put('inbox/launch/launch.json', JSON.stringify(aPlanInput()));
    await cloud.settle();
    const runId = 'notice-9_20180719T130000Z';
    const table = { db: dynamo(), name: required(cloud.env, ENV.deliveryTable) };
    await putItem(table, { pk: 'runs', sk: runId, runId });
    await cloud.advanceTo('2018-07-20T12:06:00Z');
    const failed = cloud.log.filter(({ code }) => code === 'sweep-failed');
    expect(failed.map(({ fields }) => fields)).toEqual(
      ['launch', 'phases', 'dateChange', 'correction', 'runs', 'unknown', 'rosters'].map((part) => ({
        part,
        error: 'UnreadableRun',
        at: expect.stringMatching(/^functions\/aws\/runs\.ts:\d+/),
        run: runId,
      })),
    );
  });

  it('puts right the schedules that were changed by hand', async () => {
    cloud = await startCloud({
      clock: virtualClock('2018-06-01T12:00:00Z'),
      launch: { name: 'test-2018', sender: 'test.uscourts.gov' },
    });
    await cloud.put('inbox/launch/launch.json', JSON.stringify(aPlanInput()));
    await cloud.settle();
    const own = () => cloud.schedules().filter(({ group }) => group === 'crier-test-2018');
    const calls = () =>
      own()
        .map(({ name, input }) => `${name} ${input.ScheduleExpression}`)
        .sort();
    const before = calls();
    const [changed, deleted] = own();
    const { input } = changed!;
    const client = new SchedulerClient();
    await client.send(
      new UpdateScheduleCommand({
        ...input,
        Name: changed!.name,
        ScheduleExpression: 'at(2018-07-01T09:00:00)',
      } as never),
    );
    await client.send(new CreateScheduleCommand({ ...input, Name: 'stray' } as never));
    await client.send(new DeleteScheduleCommand({ Name: deleted!.name, GroupName: deleted!.group }));
    client.destroy();
    expect(calls()).not.toEqual(before);
    await cloud.advanceTo('2018-06-01T12:06:00Z');
    expect(calls()).toEqual(before);
    expect([cloud.denials, cloud.failures]).toEqual([[], []]);
  });

  it('writes nothing while there is nothing to do, also in the hours after a person acted', async () => {
    cloud = await startCloud({
      clock: virtualClock('2018-06-01T12:00:00Z'),
      launch: { name: 'test-2018', sender: 'test.uscourts.gov' },
    });
    await cloud.put('inbox/launch/launch.json', JSON.stringify(aPlanInput()));
    await cloud.put('inbox/roster/a.csv', 'user id,last_name,email\na,Abel,a@example.com\n');
    await cloud.advanceTo('2018-06-01T12:06:00Z');
    expect(await writesDuring(() => cloud.advanceTo('2018-06-01T12:12:00Z'))).toEqual([]);
  });
});
