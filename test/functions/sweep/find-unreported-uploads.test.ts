import { setTimeout as wait } from 'node:timers/promises';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planStore } from '../../../functions/aws/plans.ts';
import { uploadArrivalsOf } from '../../../functions/aws/upload-arrivals.ts';
import { ENV, required } from '../../../functions/lib/env.ts';
import { type VirtualClock, virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { aPlanInput } from '../../support/builders/plan.ts';

const ROSTER = 'user id,last_name,email\na,Abel,a@example.com\n';
const PLAN = JSON.stringify(aPlanInput());

let cloud: Cloud;
let clock: VirtualClock;
let sqs: SQSClient;
beforeEach(async () => {
  clock = virtualClock('2018-06-01T12:00:00Z');
  cloud = await startCloud({ clock, launch: { name: 'test-2018', sender: 'test.uscourts.gov' } });
  sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
});
afterEach(async () => {
  sqs.destroy();
  await cloud.stop();
});

const urlOf = (queue: string) => required(cloud.env, ENV.queueAddress) + queue;

/** Takes the next message of a queue away before its function sees it. @returns what it said */
async function lose(queue: string): Promise<string> {
  for (;;) {
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: urlOf(queue) }));
    for (const { ReceiptHandle, Body = '' } of Messages ?? []) {
      await sqs.send(new DeleteMessageCommand({ QueueUrl: urlOf(queue), ReceiptHandle }));
      return Body;
    }
    await wait(10);
  }
}

async function putPlan(): Promise<void> {
  await cloud.put('inbox/launch/launch.json', PLAN);
  await cloud.settle();
}

const lines = () => cloud.log.filter(({ code }) => /^upload-(requeued|unreported)$/.test(code));
const reports = async (prefix: string) => [...(await cloud.read(`reports/${prefix}`)).keys()];
const codes = () => lines().map(({ code }) => code);
const unreported = () => uploadArrivalsOf(cloud).unreported();

/** Sweeps once, without letting intake work. */
async function sweepAt(instant: string): Promise<void> {
  clock.moveTo(Temporal.Instant.from(instant));
  await cloud.invoke('Sweep', {});
}

describe('findUnreportedUploads', () => {
  it('has a roster read that S3 never announced, and says nothing of those that it did', async () => {
    await putPlan();
    await cloud.put('inbox/roster/jane-doe.csv', ROSTER);
    await lose('RosterInboxQueue');
    await cloud.advanceTo('2018-06-01T12:09:00Z');
    expect([lines(), await reports('roster/')]).toEqual([[], []]);
    await cloud.advanceTo('2018-06-01T12:16:00Z');
    expect(lines()).toMatchObject([
      {
        code: 'upload-requeued',
        fields: { kind: 'roster', upload: expect.stringMatching(/^[0-9a-f]{16}$/) },
      },
    ]);
    expect(await reports('roster/')).toEqual(['reports/roster/jane-doe.csv/20180601T120000Z.json']);
    await cloud.advanceTo('2018-06-03T12:00:00Z');
    expect(lines()).toHaveLength(1);
    expect([await unreported(), cloud.denials, cloud.failures]).toEqual([[], [], []]);
  });

  it('has a plan read that S3 never announced', async () => {
    await cloud.put('inbox/launch/launch.json', PLAN);
    await lose('LaunchInboxQueue');
    await cloud.advanceTo('2018-06-01T12:16:00Z');
    expect(lines().map(({ code, fields }) => [code, fields.kind])).toEqual([['upload-requeued', 'launch']]);
    expect(await planStore(cloud.env).current()).toMatchObject({ uploadedAt: '2018-06-01T12:00:00Z' });
    expect([cloud.denials, cloud.failures]).toEqual([[], []]);
  });

  it('says once which upload stays unprocessed, until it comes in after all', async () => {
    await putPlan();
    await cloud.put('inbox/update/u.csv', ROSTER);
    const announced = await lose('RosterInboxQueue');
    await sweepAt('2018-06-01T12:10:00Z');
    await lose('RosterInboxQueue');
    await sweepAt('2018-06-01T12:24:00Z');
    expect([codes(), await unreported()]).toEqual([['upload-requeued'], []]);
    await sweepAt('2018-06-01T12:25:00Z');
    await sweepAt('2018-06-01T12:30:00Z');
    expect([codes(), await unreported()]).toEqual([['upload-requeued', 'upload-unreported'], ['update']]);
    await cloud.invoke('IngestRoster', { Records: [{ messageId: 'm', body: announced }] });
    expect(await unreported()).toEqual([]);
    expect([cloud.denials, cloud.failures]).toEqual([[], []]);
  });

  it('leaves folders, files elsewhere and what is older than three days alone', async () => {
    await cloud.put('inbox/notes.txt', 'Ask Jane');
    await cloud.put('inbox/roster/', '');
    await lose('RosterInboxQueue');
    await cloud.put('inbox/roster/old.csv', ROSTER);
    await lose('RosterInboxQueue');
    await sweepAt('2018-06-04T12:00:01Z');
    expect(codes()).toEqual([]);
  });
});
