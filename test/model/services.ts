import { Readable } from 'node:stream';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type * as Aws from '../../functions/shared/aws.client.ts';
import type { DeliveryClients } from '../../functions/shared/aws.client.ts';
import type { Fault, Stage } from './stage.ts';

/** An email that SES took. */
export interface Accepted {
  readonly messageId: string;
  readonly run: string;
  readonly filer: string;
  readonly attempt: string;
  readonly to: string;
  readonly at: number;
}

/** What stands outside of the functions, as the play sees it. */
export interface Outside {
  readonly accepted: Accepted[];
  /** Bodies of messages that wait in the queue of chunks. */
  readonly messages: string[];
  /** Kinds and details of events put on the bus. */
  readonly events: { readonly kind: string; readonly detail: Record<string, unknown> }[];
  maxSendRate: number;
  max24HourSend: number;
}

interface Answer {
  readonly statusCode: number;
  readonly body: string;
  readonly type: string;
}

interface Request {
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

const REGION = { region: 'us-east-1', credentials: { accessKeyId: 'model', secretAccessKey: 'model' } };

/** SDK clients whose every request waits on the stage. DynamoDB is dynalite; the rest is answered here. */
export function modelClients(
  stage: Stage,
  { outside, dynamoUrl, aws }: { outside: Outside; dynamoUrl: string; aws: typeof Aws },
): DeliveryClients {
  const through = new NodeHttpHandler();
  const dynamo = new DynamoDBClient({
    ...REGION,
    endpoint: dynamoUrl,
    maxAttempts: 1,
    requestHandler: {
      handle: (request: Request & never) => {
        const operation = `${(request as Request).headers['x-amz-target']}`.split('.')[1] ?? '';
        const label = labelOf(operation, request);
        // Sixteen shards read in a row are one point of the play.
        if (/^Query .*#[1-9a-f]$/.test(label)) return through.handle(request);
        return stage.call(label, async (fault) => {
          if (isBefore(fault)) return answer(dynamoFault(fault));
          if (fault === 'unprocessed' && operation === 'BatchWriteItem') {
            return answer(await halfBatch(request, through));
          }
          const given = await through.handle(request);
          if (fault === 'error-after' || fault === 'timeout-after') return answer(dynamoFault(fault));
          return given;
        });
      },
    },
  });
  const mock = (service: keyof typeof SERVICES) => ({
    handle: (request: Request) =>
      stage.call(`${service} ${SERVICES[service].label(request)}`, async (fault) => {
        if (fault === 'throttle' || fault === 'unprocessed') return answer(SERVICES[service].throttle);
        if (fault === 'timeout-before') throw timeout();
        if (fault === 'error-before') return answer({ statusCode: 500, body: '', type: 'text/plain' });
        const given = SERVICES[service].handle(request, outside, stage.now);
        if (fault === 'timeout-after') throw timeout();
        if (fault === 'error-after') return answer({ statusCode: 500, body: '', type: 'text/plain' });
        return answer(given);
      }),
  });
  process.env.AWS_REGION ??= 'us-east-1';
  process.env.AWS_ACCESS_KEY_ID ??= 'model';
  process.env.AWS_SECRET_ACCESS_KEY ??= 'model';
  return {
    db: DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } }),
    ses: aws.ses({ requestHandler: mock('SES') as never }),
    sqs: new SQSClient({
      ...REGION,
      maxAttempts: 1,
      md5: false,
      useQueueUrlAsEndpoint: false,
      requestHandler: mock('SQS') as never,
    }),
    eventBridge: new EventBridgeClient({
      ...REGION,
      maxAttempts: 1,
      requestHandler: mock('EventBridge') as never,
    }),
  };
}

function isBefore(fault: Fault | null): fault is 'error-before' | 'timeout-before' | 'throttle' {
  return fault === 'error-before' || fault === 'timeout-before' || fault === 'throttle';
}

function timeout(): Error {
  return Object.assign(new Error('the play lets this request time out'), { name: 'TimeoutError' });
}

function answer({ statusCode, body, type }: Answer) {
  return { response: { statusCode, headers: { 'content-type': type }, body: Readable.from([body]) } };
}

function dynamoFault(fault: Fault): Answer {
  const throttled = fault === 'throttle';
  const name = throttled ? 'ProvisionedThroughputExceededException' : 'InternalServerError';
  return {
    statusCode: throttled ? 400 : 500,
    body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'the play' }),
    type: 'application/x-amz-json-1.0',
  };
}

/** Writes every second item of a batch, of a single one nothing, and gives the others back. */
async function halfBatch(request: Request & never, through: NodeHttpHandler): Promise<Answer> {
  const body = JSON.parse(bodyOf(request)) as { RequestItems: Record<string, unknown[]> };
  const [table, items] = Object.entries(body.RequestItems)[0]!;
  const kept = items.filter((_, index) => index % 2 === 1);
  const left = items.filter((_, index) => index % 2 === 0);
  const changed = JSON.stringify({ ...body, RequestItems: { [table]: kept } });
  const half = Object.assign(Object.create(Object.getPrototypeOf(request)), request, {
    body: changed,
    headers: { ...(request as Request).headers, 'content-length': String(Buffer.byteLength(changed)) },
  });
  if (kept.length > 0) await through.handle(half as never);
  return {
    statusCode: 200,
    body: JSON.stringify({ UnprocessedItems: left.length > 0 ? { [table]: left } : {} }),
    type: 'application/x-amz-json-1.0',
  };
}

function bodyOf({ body }: Request): string {
  return typeof body === 'string' ? body : Buffer.from(body as Uint8Array).toString();
}

/** What a reader of the story needs of a DynamoDB call: operation, key and what it sets. */
function labelOf(operation: string, request: Request): string {
  const { Key, Item, UpdateExpression, RequestItems, ExpressionAttributeValues } = JSON.parse(
    bodyOf(request),
  );
  const key = Key ?? Item ?? {};
  const name = key.sk?.S ?? ExpressionAttributeValues?.[':pk']?.S ?? '';
  const batch = RequestItems
    ? Object.values(RequestItems as Record<string, { PutRequest?: { Item: { sk: { S: string } } } }[]>)
        .flat()
        .flatMap(({ PutRequest }) => PutRequest?.Item.sk.S ?? [])
        .map((sk) => sk.slice(0, 4) + sk.slice(16))
        .join(' ')
    : '';
  return [operation, name, UpdateExpression, batch].filter(Boolean).join(' ');
}

const SERVICES = {
  SES: {
    label: (request: Request) => {
      const form = new URLSearchParams(bodyOf(request));
      return [form.get('Action'), form.get('Tags.member.2.Value')?.slice(0, 4)].filter(Boolean).join(' ');
    },
    throttle: xmlError('Throttling', 'Maximum sending rate exceeded.'),
    handle: (request: Request, outside: Outside, now: number): Answer => {
      const form = new URLSearchParams(bodyOf(request));
      if (form.get('Action') === 'GetSendQuota') {
        const quota = `<Max24HourSend>${outside.max24HourSend}</Max24HourSend><MaxSendRate>${outside.maxSendRate}</MaxSendRate><SentLast24Hours>${outside.accepted.length}</SentLast24Hours>`;
        return xml('GetSendQuota', quota);
      }
      const messageId = `m-${outside.accepted.length + 1}`;
      const tags = Object.fromEntries(
        [1, 2, 3].map((n) => [form.get(`Tags.member.${n}.Name`), form.get(`Tags.member.${n}.Value`) ?? '']),
      ) as { run: string; filer: string; attempt: string };
      outside.accepted.push({ messageId, ...tags, to: form.get('Destinations.member.1') ?? '', at: now });
      return xml('SendRawEmail', `<MessageId>${messageId}</MessageId>`);
    },
  },
  SQS: {
    label: () => 'SendMessageBatch',
    throttle: json(400, { __type: 'com.amazonaws.sqs#RequestThrottled', message: 'the play' }),
    handle: (request: Request, outside: Outside): Answer => {
      const { Entries } = JSON.parse(bodyOf(request)) as { Entries: { Id: string; MessageBody: string }[] };
      outside.messages.push(...Entries.map(({ MessageBody }) => MessageBody));
      const done = Entries.map(({ Id }) => ({ Id, MessageId: Id, MD5OfMessageBody: '' }));
      return json(200, { Successful: done, Failed: [] });
    },
  },
  EventBridge: {
    label: (request: Request) => `PutEvents ${putEvents(request).map(({ DetailType }) => DetailType)}`,
    throttle: json(400, { __type: 'ThrottlingException', message: 'the play' }),
    handle: (request: Request, outside: Outside): Answer => {
      const entries = putEvents(request);
      for (const { DetailType, Detail } of entries) {
        outside.events.push({ kind: DetailType, detail: JSON.parse(Detail) });
      }
      return json(200, { FailedEntryCount: 0, Entries: entries.map(() => ({ EventId: 'e' })) });
    },
  },
};

function putEvents(request: Request): { DetailType: string; Detail: string }[] {
  return JSON.parse(bodyOf(request)).Entries;
}

function json(statusCode: number, body: unknown): Answer {
  return { statusCode, body: JSON.stringify(body), type: 'application/x-amz-json-1.1' };
}

function xml(action: string, result: string): Answer {
  const body = `<${action}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><${action}Result>${result}</${action}Result></${action}Response>`;
  return { statusCode: 200, body, type: 'text/xml' };
}

function xmlError(code: string, message: string): Answer {
  const body = `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
  return { statusCode: 400, body, type: 'text/xml' };
}
