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
import { batchGet } from '../../../functions/aws/dynamo-batch.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { startHttpApi } from '../../../local/cloud/console/http-api.ts';
import { startDynamoDb } from '../../../local/cloud/dynamodb/dynamodb.ts';
import { startEventBridge } from '../../../local/cloud/events/eventbridge.ts';
import { startScheduler } from '../../../local/cloud/events/scheduler.ts';
import { startLambdaApi } from '../../../local/cloud/lambda/api.ts';
import { loadFunction } from '../../../local/cloud/lambda/functions.ts';
import { startS3Sqs } from '../../../local/cloud/s3-sqs/s3-sqs.ts';
import { startSes } from '../../../local/cloud/ses/ses.ts';
import type { Listening } from '../../../local/lib/listen.ts';
import { newPageKey } from '../../../local/lib/page-key.ts';
import { clientsOf } from '../clients.ts';

export const clock = virtualClock('2018-07-24T13:00:00Z');
export const pageKey = newPageKey();
const KEY = (sk: string) => ({ pk: { S: 'a' }, sk: { S: sk } });
export const many = <One>(count: number, one: (index: number) => One) =>
  Array.from({ length: count }, (_, index) => one(index));
export const some = (bytes: number) => 'x'.repeat(bytes);

/** Every service of the embedded cloud alone, and requests to it of a given size. */
export async function startServices() {
  const servers: Listening[] = [];
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
      file: `${import.meta.dirname}/answers.ts`,
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
  const mail = (bytes: number, { recipients = 1, tag = 'a' } = {}) =>
    ses.send(
      new SendRawEmailCommand({
        Source: 'a@example.com',
        Destinations: many(recipients, (index) => `r${index}@example.com`),
        RawMessage: { Data: Buffer.alloc(bytes, 'x') },
        Tags: [{ Name: 'run', Value: tag }],
      }),
    );
  const entry = (Detail = '{}') => ({ EventBusName: 'crier', Source: 'crier', DetailType: 'Test', Detail });
  return {
    /** JSON of this many bytes. */
    invoke: (bytes: number) => call(`"${some(bytes - 2)}"`, 'RequestResponse'),
    invokeLater: (bytes: number) => call(`"${some(bytes - 2)}"`, 'Event'),
    answer: (bytes: number) => call(JSON.stringify({ bytes }), 'RequestResponse'),
    post: (bytes: number) =>
      fetch(http.url, {
        method: 'POST',
        headers: { 'content-type': 'text/plain', authorization: pageKey.authorization },
        body: some(bytes),
      }),
    /** An item of this many bytes, its names included. */
    item: (bytes: number) =>
      dynamo.send(
        new PutItemCommand({ TableName: 'limits', Item: { ...KEY('b'), x: { S: some(bytes - 7) } } }),
      ),
    /** The first page of this many items of 300 KB. */
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
    /** What one answer leaves unread of this many items, and how many Crier's own reader finds. */
    readAll: async (pk: string, count: number) => {
      const keys = many(count, (index) => ({ ...KEY(String(index)), pk: { S: pk } }));
      const one = await dynamo.send(new BatchGetItemCommand({ RequestItems: { limits: { Keys: keys } } }));
      const table = { db: dynamo, name: 'limits' };
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
    /** Two entries of this many bytes together. */
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
    mail: (bytes: number) => mail(bytes),
    recipients: (count: number) => mail(100, { recipients: count }),
    tag: (length: number) => mail(100, { tag: some(length) }),
    close: () => Promise.all(servers.map((server) => server.close())),
  };
}
