import { setTimeout as wait } from 'node:timers/promises';
import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dynamo, s3 } from '../../../functions/aws/clients.ts';
import { planStore } from '../../../functions/aws/plans.ts';
import { restoredGate } from '../../../functions/aws/restored-gate.ts';
import { sendGate } from '../../../functions/aws/send-gate.ts';
import { uploadArrivalsOf } from '../../../functions/aws/upload-arrivals.ts';
import { ENV, required } from '../../../functions/lib/env.ts';
import { type VirtualClock, virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { aPlanInput } from '../../support/builders/plan.ts';

const ROSTER = 'user id,last_name,email\na,Abel,a@example.com\n';
const UPDATE = 'user id,last_name,email\na,Abel,new@example.com\n';
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
const unreported = async () => (await uploadArrivalsOf(cloud).unreported()).map(({ kind }) => kind);

/** Uploads a file that never comes in, at noon, and has people told of it. */
async function report(key: string): Promise<void> {
  await cloud.put(key, ROSTER);
  await lose('RosterInboxQueue');
  await sweepAt('2018-06-01T12:10:00Z');
  await lose('RosterInboxQueue');
  await sweepAt('2018-06-01T12:40:00Z');
}

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
    await sweepAt('2018-06-01T12:39:00Z');
    expect([codes(), await unreported()]).toEqual([['upload-requeued'], []]);
    await sweepAt('2018-06-01T12:40:00Z');
    await sweepAt('2018-06-01T12:45:00Z');
    expect([codes(), await unreported()]).toEqual([['upload-requeued', 'upload-unreported'], ['update']]);
    await cloud.invoke('IngestRoster', { Records: [{ messageId: 'm', body: announced }] });
    expect(await unreported()).toEqual([]);
    expect([cloud.denials, cloud.failures]).toEqual([[], []]);
  });

  it('says so no longer once the file is gone', async () => {
    await report('inbox/roster/a.csv');
    expect(await unreported()).toEqual(['roster']);
    await s3().send(
      new DeleteObjectCommand({ Bucket: required(cloud.env, ENV.inboxBucket), Key: 'inbox/roster/a.csv' }),
    );
    await sweepAt('2018-06-01T12:45:00Z');
    expect([await unreported(), cloud.denials, cloud.failures]).toEqual([[], [], []]);
  });

  it('says so no longer once a later roster has come in, but not for an update', async () => {
    await putPlan();
    await report('inbox/roster/a.csv');
    await cloud.put('inbox/update/later.csv', UPDATE);
    await cloud.settle();
    await sweepAt('2018-06-01T12:45:00Z');
    expect(await unreported()).toEqual(['roster']);
    await cloud.put('inbox/roster/later.csv', ROSTER);
    await cloud.settle();
    await sweepAt('2018-06-01T12:50:00Z');
    expect([await unreported(), cloud.denials, cloud.failures]).toEqual([[], [], []]);
  });

  it('says so of an update until another has come in that was uploaded since people know', async () => {
    await putPlan();
    await cloud.put('inbox/roster/roster.csv', ROSTER);
    await cloud.settle();
    await cloud.put('inbox/update/a.csv', UPDATE);
    await lose('RosterInboxQueue');
    await sweepAt('2018-06-01T12:11:00Z');
    await lose('RosterInboxQueue');
    await cloud.put('inbox/update/unaware.csv', UPDATE.replace('Abel', 'Cole'));
    await cloud.settle();
    await sweepAt('2018-06-01T12:45:00Z');
    await sweepAt('2018-06-01T12:50:00Z');
    expect(await unreported()).toEqual(['update']);
    await cloud.put('inbox/update/again.csv', UPDATE);
    await cloud.settle();
    await sweepAt('2018-06-01T12:55:00Z');
    expect([await unreported(), cloud.denials, cloud.failures]).toEqual([[], [], []]);
  });

  it('leaves files elsewhere alone', async () => {
    await cloud.put('inbox/notes.txt', 'Ask Jane');
    await sweepAt('2018-06-01T12:15:00Z');
    expect([codes(), cloud.failures]).toEqual([[], []]);
  });

  it('leaves folders alone', async () => {
    await cloud.put('inbox/roster/', '');
    await lose('RosterInboxQueue');
    await sweepAt('2018-06-01T12:15:00Z');
    expect(codes()).toEqual([]);
  });

  it.each([
    ['queues what is three days old', '2018-06-04T12:00:00Z', ['upload-requeued']],
    ['leaves what is older alone', '2018-06-04T12:00:02Z', []],
  ])('%s', async (_what, at, queued) => {
    await cloud.put('inbox/roster/old.csv', ROSTER);
    await lose('RosterInboxQueue');
    await sweepAt(at);
    expect(codes()).toEqual(queued);
  });

  it('leaves alone what was uploaded before restored tables were attached', async () => {
    await cloud.put('inbox/roster/earlier.csv', ROSTER);
    await lose('RosterInboxQueue');
    clock.moveTo(Temporal.Instant.from('2018-06-01T12:20:00Z'));
    const env = { ...cloud.env, [ENV.restored]: 'restore-1' };
    await restoredGate(sendGate(env), { env, clock, db: dynamo() }).read();
    await sweepAt('2018-06-01T12:30:00Z');
    expect(codes()).toEqual([]);
    await cloud.put('inbox/update/later.csv', ROSTER);
    await lose('RosterInboxQueue');
    await sweepAt('2018-06-01T12:45:00Z');
    expect(lines().map(({ code, fields }) => [code, fields.kind])).toEqual([['upload-requeued', 'update']]);
  });
});
