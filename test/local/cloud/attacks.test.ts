import { ListTablesCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { ListSchedulesCommand } from '@aws-sdk/client-scheduler';
import { GetSendQuotaCommand } from '@aws-sdk/client-ses';
import { ListQueuesCommand } from '@aws-sdk/client-sqs';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import type { Credentials } from '../../../local/cloud/iam/credentials.ts';
import { type ClockServer, startClockServer } from '../../../local/start/clock-server.ts';
import { clientsOf } from '../../support/clients.ts';
import { rawRequest } from '../../support/local/raw-request.ts';

let cloud: Cloud;
let clock: ClockServer;
let earlier: Credentials;
/** Where addresses that the console signs may lead. */
const KEY = 'reports/launch/note.txt';

beforeAll(async () => {
  const first = await startCloud({ clock: virtualClock('2018-07-24T12:00:00Z') });
  earlier = first.credentials;
  await first.stop();
  cloud = await startCloud({ clock: virtualClock('2018-07-24T12:00:00Z') });
  clock = await startClockServer({ pageKey: cloud.pageKey });
  await cloud.put(KEY, 'jane@example.com');
});
afterAll(async () => {
  await clock.close();
  await cloud.stop();
});

const listeners: [string, () => string][] = [
  ['DynamoDB', () => cloud.endpoints.DYNAMODB],
  ['S3 and SQS', () => cloud.endpoints.S3],
  ['SES and the inbox page', () => `${cloud.endpoints.SES}/inbox`],
  ['EventBridge', () => cloud.endpoints.EVENTBRIDGE],
  ['Scheduler', () => `${cloud.endpoints.SCHEDULER}/schedules`],
  ['Lambda', () => `${cloud.endpoints.LAMBDA}/2015-03-31/functions/Act/invocations`],
  ['the console', () => cloud.console],
  ['the sign-in service', () => `${cloud.signIn}/authorize`],
  ['the clock', () => `${clock.url}/clock`],
];

const PAGES = /console|sign-in|inbox|clock/;

describe.each(listeners)('attack: a web page in the same browser asks %s', (_, urlOf) => {
  it.each<[string, Record<string, string>]>([
    ['by a name of its own that leads here', { host: 'evil.example' }],
    ['from its own origin', { origin: 'http://evil.example' }],
    ['from another port of this machine', { origin: 'http://127.0.0.1:9', 'sec-fetch-site': 'same-site' }],
    ['for an image', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ])('%s, and is refused', async (_what, headers) => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const answer = await rawRequest(urlOf(), { method, headers });
      expect([method, answer.status]).toEqual([method, 403]);
      expect(Object.keys(answer.headers).filter((name) => /^access-control/.test(name))).toEqual([]);
      expect(answer.body).toMatch(/^Refused because of the (Host|Origin|Sec-Fetch-Site) header/);
    }
  });
});

describe('attack: another program on this machine opens', () => {
  it.each(listeners.filter(([what]) => PAGES.test(what)))('%s without the key', async (_, urlOf) => {
    const { status, body } = await rawRequest(urlOf());
    expect([status, body]).toEqual([403, expect.stringContaining('use the link that npm start printed')]);
    const { authorization } = cloud.pageKey;
    const known = await rawRequest(urlOf(), { headers: { authorization } });
    expect(known.body).not.toContain('npm start printed');
  });
});

/** A call of each service, with a key and the caller's clock. */
function callsWith(credentials: Credentials, systemClockOffset = 0): [string, () => Promise<unknown>][] {
  const at = (endpoint: string) => clientsOf(endpoint, { credentials, systemClockOffset });
  const { endpoints, bucket, env } = cloud;
  const events = [{ Source: 'crier', DetailType: 'PhaseHeld', Detail: '{}' }];
  return [
    [
      'a table',
      () => at(endpoints.DYNAMODB).dynamo.send(new ScanCommand({ TableName: env.CRIER_SEND_LOG_TABLE! })),
    ],
    ['the names of tables', () => at(endpoints.DYNAMODB).dynamo.send(new ListTablesCommand({}))],
    ['an object', () => at(endpoints.S3).s3.send(new GetObjectCommand({ Bucket: bucket, Key: KEY }))],
    ['the keys of objects', () => at(endpoints.S3).s3.send(new ListObjectsV2Command({ Bucket: bucket }))],
    ['the queues', () => at(endpoints.SQS).sqs.send(new ListQueuesCommand({}))],
    ['the quota', () => at(endpoints.SES).ses.send(new GetSendQuotaCommand({}))],
    ['an event', () => at(endpoints.EVENTBRIDGE).events.send(new PutEventsCommand({ Entries: events }))],
    ['the schedules', () => at(endpoints.SCHEDULER).scheduler.send(new ListSchedulesCommand({}))],
    ['a function', () => at(endpoints.LAMBDA).lambda.send(new InvokeCommand({ FunctionName: 'Sweep' }))],
  ];
}

async function refusals(calls: [string, () => Promise<unknown>][]): Promise<string[]> {
  const answers = calls.map(([what, call]) =>
    call().then(
      () => `${what}: done`,
      (error: { name: string; $metadata?: { httpStatusCode?: number } }) => `${what}: ${error.name}`,
    ),
  );
  return Promise.all(answers);
}

const REFUSED =
  /: (MissingAuthenticationToken|UnrecognizedClient|InvalidSignature|InvalidClientTokenId|SignatureDoesNotMatch|AccessDenied|InvalidAccessKeyId)/;

describe('a program on this machine', () => {
  it('may ask every service with the key of this start', async () => {
    const answers = await refusals(callsWith(cloud.credentials));
    expect(answers.filter((one) => !one.endsWith(': done'))).toEqual([]);
  });

  it.each<[string, () => [string, () => Promise<unknown>][]]>([
    ['the key of an earlier start', () => callsWith(earlier)],
    ['a guessed key', () => callsWith({ accessKeyId: 'local', secretAccessKey: 'local' })],
    [
      'this start’s key with a guessed secret',
      () => callsWith({ ...cloud.credentials, secretAccessKey: 'x' }),
    ],
    ['requests signed two days ago', () => callsWith(cloud.credentials, -48 * 3_600_000)],
  ])('attack: with %s it asks every service, and none answers', async (_, calls) => {
    const before = cloud.events.length;
    const answers = await refusals(calls());
    expect(answers).toHaveLength(9);
    expect(answers.filter((one) => !REFUSED.test(one))).toEqual([]);
    expect(cloud.events).toHaveLength(before);
  });

  it.each<[string, () => { url: string; method?: string; headers?: Record<string, string>; body?: string }]>([
    [
      'a table',
      () => ({
        url: cloud.endpoints.DYNAMODB,
        method: 'POST',
        headers: {
          'x-amz-target': 'DynamoDB_20120810.ListTables',
          'content-type': 'application/x-amz-json-1.0',
        },
        body: '{}',
      }),
    ],
    ['an object', () => ({ url: `${cloud.endpoints.S3}/${cloud.bucket}/${KEY}` })],
    ['the keys of objects', () => ({ url: `${cloud.endpoints.S3}/${cloud.bucket}?list-type=2` })],
    [
      'to replace an object',
      () => ({ url: `${cloud.endpoints.S3}/${cloud.bucket}/${KEY}`, method: 'PUT', body: 'x' }),
    ],
    [
      'to replace an object as if it came from a form',
      () => ({
        url: `${cloud.endpoints.S3}/${cloud.bucket}/${KEY}`,
        method: 'PUT',
        headers: { 'x-from-form': 'yes', 'x-crier-inside': 'yes' },
        body: 'x',
      }),
    ],
    ['the emulator’s own pages', () => ({ url: `${cloud.endpoints.S3}/_fauxqs/queues` })],
    [
      'a queue',
      () => ({
        url: cloud.endpoints.SQS,
        method: 'POST',
        headers: { 'x-amz-target': 'AmazonSQS.ListQueues', 'content-type': 'application/x-amz-json-1.0' },
        body: '{}',
      }),
    ],
    ['the quota', () => ({ url: cloud.endpoints.SES, method: 'POST', body: 'Action=GetSendQuota' })],
    [
      'an event',
      () => ({
        url: cloud.endpoints.EVENTBRIDGE,
        method: 'POST',
        headers: { 'x-amz-target': 'AWSEvents.PutEvents' },
        body: '{}',
      }),
    ],
    ['the schedules', () => ({ url: `${cloud.endpoints.SCHEDULER}/schedules` })],
    [
      'a function',
      () => ({
        url: `${cloud.endpoints.LAMBDA}/2015-03-31/functions/Act/invocations`,
        method: 'POST',
        body: '{"act":"hold","scope":"all","by":"x","why":"x"}',
      }),
    ],
  ])('attack: without a signature it asks for %s, and is refused', async (_, requestOf) => {
    const { url, ...request } = requestOf();
    const { status, body } = await rawRequest(url, request);
    expect([400, 403]).toContain(status);
    expect(body).toMatch(/MissingAuthenticationToken|AccessDenied/);
    expect(Buffer.from((await cloud.read('reports/launch/')).get(KEY)!).toString()).toBe('jane@example.com');
  });

  it('may read an object by a presigned address', async () => {
    expect(await (await fetch(await addressOf())).text()).toBe('jane@example.com');
  });

  it('attack: it changes the object of a presigned address, and is refused', async () => {
    const address = (await addressOf()).replace('note.txt', 'other.txt');
    expect((await fetch(address)).status).toBe(403);
  });
});

function addressOf(): Promise<string> {
  const { s3 } = clientsOf(cloud.endpoints.S3, { credentials: cloud.credentials });
  return getSignedUrl(s3, new GetObjectCommand({ Bucket: cloud.bucket, Key: KEY }), { expiresIn: 60 });
}
