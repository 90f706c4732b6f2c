import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Temporal } from 'temporal-polyfill';
import { s3 } from '../../../functions/aws/clients.ts';
import { ENV, type Env } from '../../../functions/lib/env.ts';
import type { QueueResult } from '../../../functions/lib/runtime.ts';
import { create } from '../../../functions/plan-launch/plan-launch.lambda.ts';
import { type VirtualClock, virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type EventBridge, startEventBridge } from '../../../local/cloud/events/eventbridge.ts';
import { makeBusOutside } from '../../../local/cloud/events/outside-bus.ts';
import type { BusEvent } from '../../../local/cloud/events/pattern.ts';
import { startScheduler } from '../../../local/cloud/events/scheduler.ts';
import { startS3Sqs } from '../../../local/cloud/s3-sqs/s3-sqs.ts';
import { REGION } from '../../../local/cloud/template/account.ts';
import { aDatabase } from '../database.ts';
import { ownName, served } from '../outside.ts';
import { type ScheduleGroup, scheduleGroup } from './schedule-group.ts';

export interface LaunchCloud {
  readonly env: Env;
  readonly clock: VirtualClock;
  readonly group: ScheduleGroup;
  readonly db: DynamoDBClient;
  /** Puts an object under `inbox/launch/`. @returns the body of the message that tells about it. */
  put(name: string, content: string | Uint8Array, metadata?: Record<string, string>): Promise<string>;
  /** Hands messages to plan-launch, each in a call of its own and all at once. */
  deliver(...bodies: string[]): Promise<QueueResult[]>;
  /** What Crier wrote under `reports/`, by key. */
  reports(): Promise<Map<string, string>>;
  /** `name expression zone`, by name. */
  schedules(): Promise<string[]>;
  /** What was put on the bus, oldest first. */
  events(): Promise<readonly BusEvent[]>;
  close(): Promise<void>;
}

/**
 * Everything that plan-launch touches, empty, on a clock that is stopped at the given instant: in this process, or where
 * `AWS_ENDPOINT_URL_…` points.
 */
export async function aLaunchCloud(now: string): Promise<LaunchCloud> {
  const clock = virtualClock(now);
  const database = await aDatabase(3);
  const [launchTable, deliveryTable, sendLogTable] = database.tables;
  const bucket = await served('S3', () => startS3Sqs({ clock }));
  const scheduler = await served('SCHEDULER', () => startScheduler({ clock, call: async () => {} }));
  const eventBridge = await served('EVENTBRIDGE', () => startEventBridge({ clock }));
  const [inbox, audit, launch] = [ownName('inbox'), ownName('audit'), ownName('crier-test-2018')];
  const before = { ...process.env };
  const pointed = {
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_DYNAMODB: database.url,
    AWS_ENDPOINT_URL_S3: bucket.url,
    AWS_ENDPOINT_URL_SCHEDULER: scheduler.url,
    AWS_ENDPOINT_URL_EVENTBRIDGE: eventBridge.url,
  };
  Object.assign(process.env, pointed);
  const client = s3();
  for (const Bucket of [inbox, audit]) await client.send(new CreateBucketCommand({ Bucket }));
  const group = scheduleGroup(launch, scheduler.here);
  await group.make();
  const bus = await aBus(launch, eventBridge.here);
  const env = {
    [ENV.launchName]: 'test-2018',
    [ENV.allowedDomains]: JSON.stringify({ sender: 'test.uscourts.gov', linkDomains: ['uscourts.gov'] }),
    [ENV.launchTable]: launchTable,
    [ENV.deliveryTable]: deliveryTable,
    [ENV.sendLogTable]: sendLogTable,
    [ENV.inboxBucket]: inbox,
    // Their events name no queue, so nothing is asked of one.
    [ENV.queueAddress]: 'https://sqs.test/crier-',
    [ENV.auditBucket]: audit,
    [ENV.eventBus]: launch,
    [ENV.scheduleGroup]: launch,
    [ENV.scheduleRoleArn]: 'arn:aws:iam::000000000000:role/schedules',
    [ENV.startPhaseArn]: 'arn:aws:lambda:us-east-1:000000000000:function:start-phase',
    [ENV.scheduleDeadLetterArn]: 'arn:aws:sqs:us-east-1:000000000000:schedule-dead-letters',
  };
  const handler = create({ env, clock, log: { info: () => {}, error: () => {} } });
  const invocation = { awsRequestId: 'r', getRemainingTimeInMillis: () => 60_000 };

  return {
    env,
    clock,
    group,
    events: bus.events,
    db: database.db,
    put: async (name, content, metadata = {}) => {
      const key = `inbox/launch/${name}`;
      const object = { Bucket: inbox, Key: key, Body: Buffer.from(content), Metadata: metadata };
      await client.send(new PutObjectCommand(object));
      return messageBody({ bucket: inbox, key, size: content.length, time: clock.now() });
    },
    deliver: (...bodies) =>
      Promise.all(
        bodies.map((body, index) => handler({ Records: [{ messageId: `m${index}`, body }] }, invocation)),
      ),
    reports: async () => {
      const listed = await client.send(new ListObjectsV2Command({ Bucket: inbox, Prefix: 'reports/' }));
      const keys = (listed.Contents ?? []).map(({ Key }) => Key!);
      const texts = keys.map(async (Key) => {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: inbox, Key }));
        return [Key, await Body!.transformToString()] as const;
      });
      return new Map(await Promise.all(texts));
    },
    schedules: async () => {
      const all = await group.list();
      return all.map(
        ({ Name, ScheduleExpression: expression, ScheduleExpressionTimezone: zone }) =>
          `${Name} ${expression} ${zone}`,
      );
    },
    close: async () => {
      await bus.remove();
      for (const name of Object.keys(pointed)) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
      client.destroy();
      await Promise.all([scheduler, eventBridge, bucket, database].map((one) => one.close()));
    },
  };
}

/** A bus of Crier's, and what it was told. */
async function aBus(name: string, here: EventBridge | null) {
  if (here) {
    here.addBus(name);
    return { events: async () => here.events, remove: async () => {} };
  }
  const clients = {
    eventBridge: new EventBridgeClient(),
    sqs: new SQSClient({ useQueueUrlAsEndpoint: false }),
  };
  const bus = await makeBusOutside(name, clients);
  const taken: BusEvent[] = [];
  return {
    events: async () => {
      taken.push(...(await bus.take()));
      return taken;
    },
    remove: bus.remove,
  };
}

function messageBody(put: { bucket: string; key: string; size: number; time: Temporal.Instant }): string {
  const { bucket, key, size, time } = put;
  return JSON.stringify({
    source: 'aws.s3',
    'detail-type': 'Object Created',
    time: time.toString(),
    detail: { bucket: { name: bucket }, object: { key, size } },
  });
}
