import { readFileSync } from 'node:fs';
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  CreateTableCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { CreateScheduleCommand, type CreateScheduleCommandInput } from '@aws-sdk/client-scheduler';
import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { CreateQueueCommand, SendMessageBatchCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchGet } from '../../../functions/aws/dynamo-batch.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { startHttpApi } from '../../../local/cloud/console/http-api.ts';
import { startDynamoDb } from '../../../local/cloud/dynamodb/dynamodb.ts';
import { startEventBridge } from '../../../local/cloud/events/eventbridge.ts';
import { startScheduler } from '../../../local/cloud/events/scheduler.ts';
import { startLambdaApi } from '../../../local/cloud/lambda/api.ts';
import { loadFunction } from '../../../local/cloud/lambda/functions.ts';
import { loadFunctions } from '../../../local/cloud/lambda/load-functions.ts';
import { isLoop } from '../../../local/cloud/lambda/loops.ts';
import { LIMITS } from '../../../local/cloud/limits.ts';
import { startS3Sqs } from '../../../local/cloud/s3-sqs/s3-sqs.ts';
import { startSes } from '../../../local/cloud/ses/ses.ts';
import type { Template } from '../../../local/cloud/template/template.ts';
import type { Listening } from '../../../local/lib/listen.ts';
import { newPageKey } from '../../../local/lib/page-key.ts';
import { clientsOf } from '../../support/clients.ts';
import { limitsTable } from '../../support/docs/limits-table.ts';

const clock = virtualClock('2018-07-24T13:00:00Z');
const pageKey = newPageKey();
const KEY = (sk: string) => ({ pk: { S: 'a' }, sk: { S: sk } });
const many = <One>(count: number, one: (index: number) => One) =>
  Array.from({ length: count }, (_, index) => one(index));
const some = (bytes: number) => 'x'.repeat(bytes);

const servers: Listening[] = [];
let send: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  send = await start();
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

async function start() {
  const begin = async <One extends Listening>(starting: Promise<One>) => {
    const one = await starting;
    servers.push(one);
    return one;
  };
  const echo = await loadFunction(
    {
      id: 'Answers',
      name: 'answers',
      arn: 'arn:answers',
      env: {},
      endsLoops: true,
      timeoutSeconds: 60,
      file: `${import.meta.dirname}/../../support/local/answers.ts`,
    },
    { clock, onLog: () => {} },
  );
  const api = await begin(
    startLambdaApi({ find: () => echo, invoke: (_, event) => echo.invoke(event), invokeLater: () => {} }),
  );
  const http = await begin(
    startHttpApi({
      pageKey,
      invoke: async () => ({ ok: true, result: { statusCode: 204, headers: {}, cookies: [], body: '' } }),
    }),
  );
  const { dynamo } = clientsOf((await begin(startDynamoDb())).url);
  const bus = await begin(startEventBridge({ clock }));
  bus.addBus('crier');
  const { events } = clientsOf(bus.url);
  const { scheduler } = clientsOf((await begin(startScheduler({ clock, call: async () => {} }))).url);
  const { ses } = clientsOf((await begin(startSes({ clock, maxSendRate: 1000 }))).url);
  const { sqs } = clientsOf((await begin(startS3Sqs({ clock }))).url);
  const { lambda } = clientsOf(api.url);
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'q' }));
  await dynamo.send(
    new CreateTableCommand({
      TableName: 'limits',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );

  const call = (Payload: string, InvocationType: 'Event' | 'RequestResponse') =>
    lambda.send(new InvokeCommand({ FunctionName: 'answers', InvocationType, Payload }));
  const schedule = (more: Partial<CreateScheduleCommandInput> & { input?: string }) =>
    scheduler.send(
      new CreateScheduleCommand({
        Name: `s${Math.random()}`,
        ScheduleExpression: 'at(2018-08-01T00:00:00)',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: { Arn: 'arn:target', RoleArn: 'arn:role', Input: more.input },
        ...more,
      }),
    );
  const mail = (bytes: number, recipients = 1) =>
    ses.send(
      new SendRawEmailCommand({
        Source: 'a@example.com',
        Destinations: many(recipients, (index) => `r${index}@example.com`),
        RawMessage: { Data: Buffer.alloc(bytes, 'x') },
      }),
    );
  const entry = (Detail = '{}') => ({ EventBusName: 'crier', Source: 'crier', DetailType: 'Test', Detail });
  return {
    /** JSON of so many bytes. */
    invoke: (bytes: number) => call(`"${some(bytes - 2)}"`, 'RequestResponse'),
    invokeLater: (bytes: number) => call(`"${some(bytes - 2)}"`, 'Event'),
    answer: (bytes: number) => call(JSON.stringify({ bytes }), 'RequestResponse'),
    post: (bytes: number) =>
      fetch(http.url, {
        method: 'POST',
        headers: { 'content-type': 'text/plain', authorization: pageKey.authorization },
        body: some(bytes),
      }),
    /** An item of so many bytes, its names included. */
    item: (bytes: number) =>
      dynamo.send(
        new PutItemCommand({ TableName: 'limits', Item: { ...KEY('b'), x: { S: some(bytes - 7) } } }),
      ),
    /** The first page of so many items of 300 KB. */
    page: async (pk: string, count: number) => {
      for (const sk of many(count, String)) {
        const Item = { ...KEY(sk), pk: { S: pk }, x: { S: some(300 * 1024) } };
        await dynamo.send(new PutItemCommand({ TableName: 'limits', Item }));
      }
      return dynamo.send(
        new QueryCommand({
          TableName: 'limits',
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: pk } },
        }),
      );
    },
    /** What one answer leaves unread of so many items, and how many Crier's own reader finds. */
    readAll: async (pk: string, count: number) => {
      const keys = many(count, (index) => ({ ...KEY(String(index)), pk: { S: pk } }));
      const one = await dynamo.send(new BatchGetItemCommand({ RequestItems: { limits: { Keys: keys } } }));
      const table = { db: DynamoDBDocumentClient.from(dynamo), name: 'limits' };
      const found = await batchGet(
        table,
        many(count, (index) => ({ pk, sk: String(index) })),
        { what: 'all', clock },
      );
      return { left: one.UnprocessedKeys?.limits?.Keys?.length ?? 0, found: found.length };
    },
    keys: (count: number) =>
      dynamo.send(
        new BatchGetItemCommand({
          RequestItems: { limits: { Keys: many(count, (index) => KEY(`k${index}`)) } },
        }),
      ),
    items: (count: number) => {
      const puts = many(count, (index) => ({ PutRequest: { Item: KEY(`w${index}`) } }));
      return dynamo.send(new BatchWriteItemCommand({ RequestItems: { limits: puts } }));
    },
    message: (bytes: number) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: some(bytes) })),
    messages: (bytes: number) => {
      const Entries = many(4, (index) => ({ Id: `e${index}`, MessageBody: some(bytes / 4) }));
      return sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    },
    entries: (count: number) => events.send(new PutEventsCommand({ Entries: many(count, () => entry()) })),
    /** Two entries of so many bytes together. */
    eventBytes: (bytes: number) => {
      const own = 'crierTest{"x":""}'.length;
      const details = [Math.floor(bytes / 2), Math.ceil(bytes / 2)].map(
        (half) => `{"x":"${some(half - own)}"}`,
      );
      return events.send(new PutEventsCommand({ Entries: details.map(entry) }));
    },
    scheduleName: (length: number) => schedule({ Name: some(length) }),
    scheduleDescription: (length: number) => schedule({ Description: some(length) }),
    scheduleInput: (bytes: number) => schedule({ input: `"${some(bytes - 2)}"` }),
    mail,
    recipients: (count: number) => mail(100, count),
  };
}

type Sends = { [Name in Exclude<keyof typeof send, 'page' | 'readAll'>]: (size: number) => Promise<unknown> };

/** A template with one function, whose variables have so many bytes. */
function withEnvironment(bytes: number): Template {
  const fn = {
    id: 'Answers',
    name: 'answers',
    arn: 'arn:answers',
    type: 'AWS::Lambda::Function',
    reference: 'answers',
    properties: { Environment: { Variables: { CRIER_X: some(bytes - 'CRIER_X'.length) } } },
    metadata: { 'crier:entry': 'test/support/local/answers.ts' },
  };
  return { ofType: () => [fn], types: new Set([fn.type]), setReference: () => {}, setAttribute: () => {} };
}

describe('the limits of AWS', () => {
  it.each<[limit: keyof typeof LIMITS, send: keyof Sends, error: string]>([
    ['lambdaRequest', 'invoke', 'RequestTooLargeException'],
    ['lambdaLaterRequest', 'invokeLater', 'RequestTooLargeException'],
    ['itemBytes', 'item', 'ValidationException'],
    ['batchGetKeys', 'keys', 'ValidationException'],
    ['batchWriteItems', 'items', 'ValidationException'],
    ['messageBytes', 'message', 'InvalidParameterValue'],
    ['messageBytes', 'messages', 'BatchRequestTooLong'],
    ['eventEntries', 'entries', 'ValidationException'],
    ['eventBytes', 'eventBytes', 'ValidationException'],
    ['scheduleName', 'scheduleName', 'ValidationException'],
    ['scheduleDescription', 'scheduleDescription', 'ValidationException'],
    ['scheduleInput', 'scheduleInput', 'ValidationException'],
    ['mailBytes', 'mail', 'InvalidParameterValue'],
    ['mailRecipients', 'recipients', 'MessageRejected'],
  ])('%s is kept in %s: at it a request passes, beyond it it is refused', async (limit, name, error) => {
    const { most } = LIMITS[limit];
    const sends: Sends = send;
    await expect(sends[name](most)).resolves.toBeDefined();
    // Batches are of four equal messages.
    const refused = await sends[name](name === 'messages' ? most + 4 : most + 1).catch((one: Error) => one);
    expect(refused).toBeInstanceOf(Error);
    expect((refused as Error).name).toContain(error);
  });

  it('tells the caller that an answer is too large', async () => {
    const { most } = LIMITS.lambdaAnswer;
    const answered = await send.answer(most);
    expect(answered.FunctionError).toBeUndefined();
    const { FunctionError, Payload } = await send.answer(most + 1);
    expect(FunctionError).toBe('Unhandled');
    expect(JSON.parse(Buffer.from(Payload!).toString())).toEqual({
      errorType: 'Function.ResponseSizeTooLarge',
      errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
    });
  });

  it('refuses a request that becomes too large an event for Lambda, though API Gateway would take it', async () => {
    expect((await send.post(LIMITS.lambdaRequest.most - 10_000)).status).toBe(204);
    expect((await send.post(LIMITS.lambdaRequest.most)).status).toBe(413);
  });

  it('answers 503 when a function takes longer than API Gateway waits', async () => {
    const slow = await startHttpApi({ pageKey, mostSeconds: 0.05, invoke: () => new Promise(() => {}) });
    servers.push(slow);
    const { authorization } = pageKey;
    expect((await fetch(slow.url, { headers: { authorization } })).status).toBe(503);
  });

  it('ends a page of a query before it is too large, with the key for the next', async () => {
    const whole = await send.page('three', 3);
    expect([whole.Count, whole.LastEvaluatedKey]).toEqual([3, undefined]);
    const cut = await send.page('five', 5);
    expect(cut.Count).toBeLessThan(5);
    expect(cut.LastEvaluatedKey).toEqual({ pk: { S: 'five' }, sk: { S: String(cut.Count! - 1) } });
  });

  it('leaves keys unread when the items are too large for one answer, and Crier asks for them again', async () => {
    await send.page('large', 5);
    const { left, found } = await send.readAll('large', 5);
    expect(left).toBeGreaterThan(0);
    expect(found).toBe(5);
  });

  it('does not start with a function whose variables Lambda would refuse', async () => {
    const { most } = LIMITS.lambdaEnvironment;
    const load = (bytes: number) =>
      loadFunctions(withEnvironment(bytes), { clock, onLog: () => {}, bundleDir: null, consoleEnv: {} });
    expect(await load(most)).toHaveLength(1);
    await expect(load(most + 1)).rejects.toThrow(
      'Cannot run Answers because its environment must be at most 4096 bytes: it is 4097',
    );
  });

  it('ends a loop, unless the function may queue to itself', () => {
    const times = (count: number) => many(count, () => ['Sweep', 'Other']).flat();
    const { most } = LIMITS.lambdaLoop;
    expect(isLoop({ id: 'Sweep', endsLoops: true }, times(most - 1))).toBe(false);
    expect(isLoop({ id: 'Sweep', endsLoops: true }, times(most))).toBe(true);
    expect(isLoop({ id: 'Sweep', endsLoops: false }, times(most))).toBe(false);
  });

  it('are in the documentation, each with its source', () => {
    expect(readFileSync('docs/local.md', 'utf8')).toContain(limitsTable());
  });
});
