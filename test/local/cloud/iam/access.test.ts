import { CreateTableCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { CreateScheduleCommand } from '@aws-sdk/client-scheduler';
import { GetSendQuotaCommand, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { CreateQueueCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../../local/cloud/clock/clock.ts';
import { startDynamoDb } from '../../../../local/cloud/dynamodb/dynamodb.ts';
import { startEventBridge } from '../../../../local/cloud/events/eventbridge.ts';
import { startScheduler } from '../../../../local/cloud/events/scheduler.ts';
import { type AccessControl, accessControl } from '../../../../local/cloud/iam/access.ts';
import { runAs } from '../../../../local/cloud/iam/caller.ts';
import { startS3Sqs } from '../../../../local/cloud/s3-sqs/s3-sqs.ts';
import { startSes } from '../../../../local/cloud/ses/ses.ts';
import { clientsOf } from '../../../support/clients.ts';

const clock = virtualClock('2018-07-24T13:00:00Z');
const QUEUE = 'http://sqs.us-east-1.localhost/000000000000/chunks';
let access: AccessControl;
const grantTo: AccessControl = accessControl();
const stop: (() => Promise<void>)[] = [];
const GONE = { Bucket: 'inbox', Key: 'inbox/gone.csv' };
let files: S3Client;
let calls: Record<string, () => Promise<unknown>>;

beforeAll(async () => {
  // Lambda says so in a variable, and only then the SDK sends the invocation's trace id along.
  process.env.AWS_LAMBDA_FUNCTION_NAME = 'local';
  access = grantTo;
  const [db, filesAndQueues, ses, bus, scheduler] = await Promise.all([
    startDynamoDb({ access }),
    startS3Sqs({ clock, access }),
    startSes({ clock, access }),
    startEventBridge({ clock, access }),
    startScheduler({ clock, access, call: async () => {} }),
  ]);
  for (const one of [db, filesAndQueues, ses, bus, scheduler]) stop.push(() => one.close());
  const { dynamo } = clientsOf(db.url);
  const { s3, sqs } = clientsOf(filesAndQueues.url);
  files = s3;
  const table = {
    TableName: 'log',
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' as const }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' as const }],
    BillingMode: 'PAY_PER_REQUEST' as const,
  };
  await dynamo.send(new CreateTableCommand(table));
  await s3.send(new CreateBucketCommand({ Bucket: 'inbox' }));
  await s3.send(new PutObjectCommand({ Bucket: 'inbox', Key: 'inbox/a.csv', Body: 'x' }));
  await sqs.send(new CreateQueueCommand({ QueueName: 'chunks' }));
  const email = {
    Source: 'Clerk <clerk@nysb.uscourts.gov>',
    Destinations: ['a@example.com'],
    RawMessage: { Data: Buffer.from('Subject: x\r\n\r\n') },
    ConfigurationSetName: 'set',
  };
  calls = {
    'dynamodb:PutItem': () => dynamo.send(new PutItemCommand({ TableName: 'log', Item: { pk: { S: 'a' } } })),
    'dynamodb:Query': () =>
      dynamo.send(
        new QueryCommand({
          TableName: 'log',
          KeyConditionExpression: 'pk = :a',
          ExpressionAttributeValues: { ':a': { S: 'a' } },
        }),
      ),
    's3:PutObject': () => s3.send(new PutObjectCommand({ Bucket: 'inbox', Key: 'inbox/a.csv', Body: 'x' })),
    's3:GetObject': () =>
      s3
        .send(new GetObjectCommand({ Bucket: 'inbox', Key: 'inbox/a.csv' }))
        .then(({ Body }) => Body?.transformToString()),
    'sqs:SendMessage': () => sqs.send(new SendMessageCommand({ QueueUrl: QUEUE, MessageBody: 'x' })),
    'events:PutEvents': () =>
      clientsOf(bus.url).events.send(
        new PutEventsCommand({ Entries: [{ Source: 'crier', DetailType: 'PhaseHeld', Detail: '{}' }] }),
      ),
    'ses:GetSendQuota': () => clientsOf(ses.url).ses.send(new GetSendQuotaCommand({})),
    'ses:SendRawEmail': () => clientsOf(ses.url).ses.send(new SendRawEmailCommand(email)),
    'scheduler:CreateSchedule': () =>
      clientsOf(scheduler.url).scheduler.send(
        new CreateScheduleCommand({
          Name: `made-${Math.random().toString(36).slice(2)}`,
          ScheduleExpression: 'at(2018-08-01T00:00:00)',
          FlexibleTimeWindow: { Mode: 'OFF' },
          Target: { Arn: 'arn:fn', RoleArn: 'arn:aws:iam::000000000000:role/schedule' },
        }),
      ),
  };
});
beforeEach(() => grantTo.grant('SendEmail', []));
afterAll(async () => {
  delete process.env.AWS_LAMBDA_FUNCTION_NAME;
  await Promise.all(stop.map((close) => close()));
});

const ACTIONS = [
  'dynamodb:PutItem',
  'dynamodb:Query',
  's3:PutObject',
  's3:GetObject',
  'sqs:SendMessage',
  'events:PutEvents',
  'ses:GetSendQuota',
  'ses:SendRawEmail',
  'scheduler:CreateSchedule',
];

describe('a function', () => {
  it.each(ACTIONS)('may not call %s unless its role grants it', async (action) => {
    const before = access.denials.length;
    await expect(runAs('SendEmail', calls[action]!)).rejects.toMatchObject({
      name: expect.stringMatching(/^AccessDenied/),
      message: expect.stringContaining(
        `SendEmail is not authorized to perform: ${action} on resource: arn:aws:`.replace(
          'arn:aws:',
          action === 'ses:GetSendQuota' ? '*' : 'arn:aws:',
        ),
      ),
    });
    expect(access.denials[before]).toMatchObject({ functionId: 'SendEmail', action });
  });

  it.each(ACTIONS)('may call %s when its role grants it', async (action) => {
    const Action = [action, ...(action.startsWith('scheduler') ? ['iam:PassRole'] : [])];
    grantTo.grant('SendEmail', [{ Effect: 'Allow', Action, Resource: '*' }]);
    await runAs('SendEmail', calls[action]!);
  });

  it('may not pass a role on that it is not given to pass', async () => {
    grantTo.grant('SendEmail', [{ Effect: 'Allow', Action: 'scheduler:*', Resource: '*' }]);
    await expect(runAs('SendEmail', calls['scheduler:CreateSchedule']!)).rejects.toThrow('iam:PassRole');
  });

  it('may not send from another domain', async () => {
    const Condition = { StringLike: { 'ses:FromAddress': '*@cacb.uscourts.gov' } };
    grantTo.grant('SendEmail', [{ Effect: 'Allow', Action: 'ses:SendRawEmail', Resource: '*', Condition }]);
    await expect(runAs('SendEmail', calls['ses:SendRawEmail']!)).rejects.toThrow(
      'is not authorized to perform',
    );
  });

  it('learns that an object is missing only when it may list the bucket', async () => {
    const read = { Effect: 'Allow' as const, Action: 's3:GetObject', Resource: 'arn:aws:s3:::inbox/*' };
    const list = { Effect: 'Allow' as const, Action: 's3:ListBucket', Resource: 'arn:aws:s3:::inbox' };
    grantTo.grant('SendEmail', [read]);
    const statuses = () =>
      Promise.all(
        [new GetObjectCommand(GONE), new HeadObjectCommand(GONE)].map((command) =>
          runAs('SendEmail', () => files.send(command as GetObjectCommand)).catch(
            (error) => error.$metadata.httpStatusCode,
          ),
        ),
      );
    expect(await statuses()).toEqual([403, 403]);
    grantTo.grant('SendEmail', [read, list]);
    expect(await statuses()).toEqual([404, 404]);
  });

  it('gets nothing of what another may', async () => {
    grantTo.grant('Sweep', [{ Effect: 'Allow', Action: '*', Resource: '*' }]);
    const [mine, others] = await Promise.allSettled([
      runAs('SendEmail', calls['sqs:SendMessage']!),
      runAs('Sweep', calls['sqs:SendMessage']!),
    ]);
    expect([mine.status, others.status]).toEqual(['rejected', 'fulfilled']);
  });
});

describe('a person', () => {
  it.each(ACTIONS)('may call %s', async (action) => {
    await calls[action]!();
  });
});
