import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import type * as Aws from '../../functions/aws/clients.ts';
import type { Clients } from '../../functions/aws/clients.ts';
import type { AskDynamo, DynamoAnswer } from './dynamo.ts';
import { type Answer, bodyOf, type Outside, type Request, SERVICES, xmlError } from './others.ts';
import { isRead, read } from './read.ts';
import type { Recorder } from './recorder.ts';
import type { Fault, Scheduler } from './scheduler.ts';

const REGION = { region: 'us-east-1', credentials: { accessKeyId: 'model', secretAccessKey: 'model' } };
/** Signatures aren't checked here, and making them costs more than the call. */
const UNSIGNED = { signer: { sign: async <Signed>(request: Signed) => request } as never };

interface Given {
  readonly outside: Outside;
  readonly ask: AskDynamo;
  readonly recorder: Recorder;
  readonly aws: typeof Aws;
  /** The scheduler decides on SES's answers as well: anything may happen between an email and its answer. */
  readonly slowAnswers: boolean;
}

/** The services that the protocol talks to. */
export type ModelClients = Pick<Clients, 'db' | 'ses' | 'sqs' | 'eventBridge'>;

/** SDK clients whose every request waits for the scheduler. DynamoDB is dynalite; the rest is answered here. */
export function modelClients(scheduler: Scheduler, given: Given): ModelClients {
  const { outside, recorder, aws } = given;
  const mock = (service: keyof typeof SERVICES) => ({
    handle: async (request: Request) => {
      const actor = scheduler.actor();
      const label = `${service} ${SERVICES[service].label(request)}`;
      const isSend = label.startsWith('SES SendRawEmail');
      if (isSend) recorder.startsSend(scheduler.now);
      const answered = await scheduler.call(label, async (fault) => {
        if (fault === 'throttle' || fault === 'unprocessed') return answer(SERVICES[service].throttle);
        if (fault === 'refuse') return answer(isSend ? REFUSED : SERVICES[service].throttle);
        if (fault === 'timeout-before') throw timeout();
        if (fault === 'error-before') return answer(BROKEN);
        const handled = SERVICES[service].handle(request, outside, scheduler.now);
        if (isSend) await recorder.accepted(actor, outside.accepted.at(-1)!);
        if (fault === 'timeout-after') throw timeout();
        return answer(fault === 'error-after' ? BROKEN : handled);
      });
      if (!isSend || !given.slowAnswers) return answered;
      return scheduler.call(`${label} is answered`, async (fault) => {
        if (fault?.startsWith('timeout')) throw timeout();
        return fault?.startsWith('error') ? answer(BROKEN) : answered;
      });
    },
  });
  process.env.AWS_REGION ??= 'us-east-1';
  process.env.AWS_ACCESS_KEY_ID ??= 'model';
  process.env.AWS_SECRET_ACCESS_KEY ??= 'model';
  const common = { ...REGION, ...UNSIGNED, maxAttempts: 1 };
  return {
    db: modelDynamo(scheduler, given),
    ses: aws.ses({ requestHandler: mock('SES') as never }),
    sqs: new SQSClient({
      ...common,
      md5: false,
      useQueueUrlAsEndpoint: false,
      requestHandler: mock('SQS') as never,
    }),
    eventBridge: new EventBridgeClient({ ...common, requestHandler: mock('EventBridge') as never }),
  };
}

/** Half of a call's time, and nothing that dynalite or a function could notice. */
const NEEDLESS = [
  'loggerMiddleware',
  'contentLengthMiddleware',
  'getUserAgentMiddleware',
  'hostHeaderMiddleware',
  'recursionDetectionMiddleware',
  'retryMiddleware',
  'httpSigningMiddleware',
];

/** Sixteen shards read in a row are one decision of the scheduler. */
const LATER_SHARD = /#[1-9a-f]$/;
/**
 * The audience of a change of dates is written in 256 parts: the scheduler decides on the first and on those with
 * filers.
 */
const LATER_PART = /^told#(0[1-9a-f]|[1-9a-f].)$/;

function modelDynamo(scheduler: Scheduler, { ask, recorder }: Given): DynamoDBClient {
  const written = new Set<string>();
  const handle = (request: Request) =>
    perform(`${request.headers['x-amz-target']}`.split('.')[1] ?? '', bodyOf(request)).then(dynamoAnswer);
  const perform = async (operation: string, body: string): Promise<DynamoAnswer> => {
    const actor = scheduler.actor();
    const parsed = JSON.parse(body);
    for (const partition of partitionsOf(operation, parsed)) written.add(partition);
    if (operation === 'BatchWriteItem') recorder.facts(parsed);
    const through = async () => {
      const given = await ask(operation, body);
      if (given.statusCode !== 200) return given;
      if (operation === 'UpdateItem') await recorder.updated(actor, parsed);
      if (operation === 'PutItem') recorder.put(actor, parsed, scheduler.now);
      return given;
    };
    const label = labelOf(operation, parsed);
    if (isNoPoint(operation, parsed)) return scheduler.through(through);
    return scheduler.call(label, async (fault) => {
      if (isBefore(fault)) return dynamoFault(fault);
      if (fault === 'unprocessed' && operation === 'BatchWriteItem') {
        return halfBatch(parsed, ask);
      }
      const given = await through();
      return fault === 'error-after' || fault === 'timeout-after' ? dynamoFault(fault) : given;
    });
  };
  const db = new DynamoDBClient({
    ...REGION,
    ...UNSIGNED,
    endpoint: 'http://127.0.0.1',
    maxAttempts: 1,
    cacheMiddleware: true,
    requestHandler: { handle } as never,
  });
  for (const name of NEEDLESS) db.middlewareStack.remove(name);
  // Most shards of a run's few filers are empty. A partition that was never written to needs no question.
  const send = db.send.bind(db) as (...args: unknown[]) => Promise<unknown>;
  const isEmpty = (command: unknown) => {
    if (!(command instanceof QueryCommand)) return false;
    const { TableName, ExpressionAttributeValues } = command.input;
    const pk = ExpressionAttributeValues?.[':pk']?.S ?? '';
    return LATER_SHARD.test(pk) && !written.has(`${TableName} ${pk}`);
  };
  const sendUnlessEmpty = (command: unknown, ...rest: unknown[]) =>
    isEmpty(command)
      ? Promise.resolve({ Items: [], Count: 0, $metadata: {} })
      : isRead(command)
        ? read(command, perform)
        : send(command, ...rest);
  return Object.assign(db, { send: sendUnlessEmpty });
}

type Written = { readonly pk: { readonly S: string }; readonly rarePk?: { readonly S: string } };

function isNoPoint(operation: string, { ExpressionAttributeValues, Item }: Labelled): boolean {
  if (operation === 'Query') return LATER_SHARD.test(ExpressionAttributeValues?.[':pk']?.S ?? '');
  const isNobodys = Object.keys(Item?.told?.M ?? {}).length === 0;
  return operation === 'PutItem' && LATER_PART.test(Item?.sk?.S ?? '') && isNobodys;
}

function partitionsOf(operation: string, request: Record<string, unknown>): string[] {
  if (operation === 'BatchWriteItem') {
    const tables = Object.entries(
      request.RequestItems as Record<string, { PutRequest: { Item: Written } }[]>,
    );
    return tables.flatMap(([table, items]) =>
      items.flatMap(({ PutRequest: { Item } }) => {
        const partitions = Item.rarePk ? [Item.pk.S, Item.rarePk.S] : [Item.pk.S];
        return partitions.map((partition) => `${table} ${partition}`);
      }),
    );
  }
  const { TableName, Item, Key } = request as { TableName: string; Item?: Written; Key?: Written };
  if (operation === 'PutItem') return [`${TableName} ${Item!.pk.S}`];
  return operation === 'UpdateItem' ? [`${TableName} ${Key!.pk.S}`] : [];
}

function isBefore(fault: Fault | null): fault is 'error-before' | 'timeout-before' | 'throttle' | 'refuse' {
  return fault === 'error-before' || fault === 'timeout-before' || fault === 'throttle' || fault === 'refuse';
}

function timeout(): Error {
  return Object.assign(new Error('the simulation lets this request time out'), { name: 'TimeoutError' });
}

const BROKEN: Answer = { statusCode: 500, body: '', type: 'text/plain' };
const REFUSED = xmlError('MessageRejected', 'The simulation refuses this email.');

function answer({ statusCode, body, type }: Answer) {
  return { response: { statusCode, headers: { 'content-type': type }, body: Buffer.from(body) } };
}

function dynamoAnswer({ statusCode, body }: DynamoAnswer) {
  return answer({ statusCode, body, type: 'application/x-amz-json-1.0' });
}

function dynamoFault(fault: Fault): Answer {
  const throttled = fault === 'throttle';
  const name = throttled ? 'ProvisionedThroughputExceededException' : 'InternalServerError';
  return {
    statusCode: throttled ? 400 : 500,
    body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'the simulation' }),
    type: 'application/x-amz-json-1.0',
  };
}

/** Writes every second item of a batch, of a single one nothing, and gives the others back. */
async function halfBatch(
  request: { RequestItems: Record<string, unknown[]> },
  ask: AskDynamo,
): Promise<DynamoAnswer> {
  const [table, items] = Object.entries(request.RequestItems)[0]!;
  const kept = items.filter((_, index) => index % 2 === 1);
  const left = items.filter((_, index) => index % 2 === 0);
  if (kept.length > 0)
    await ask('BatchWriteItem', JSON.stringify({ ...request, RequestItems: { [table]: kept } }));
  const body = JSON.stringify({ UnprocessedItems: left.length > 0 ? { [table]: left } : {} });
  return { statusCode: 200, body };
}

interface Labelled {
  readonly Key?: { sk?: { S: string } };
  readonly Item?: { sk?: { S: string }; told?: { M: Readonly<Record<string, unknown>> } };
  readonly UpdateExpression?: string;
  readonly ExpressionAttributeValues?: { ':pk'?: { S: string } };
  readonly RequestItems?: Record<
    string,
    Batch | { readonly Keys: readonly { readonly sk: { S: string } }[] }
  >;
}
type Batch = readonly { PutRequest?: { Item: { sk: { S: string } } } }[];

/** What a reader of the trace needs of a DynamoDB call: operation, key and what it sets. */
function labelOf(operation: string, request: Labelled): string {
  const { Key, Item, UpdateExpression, RequestItems = {}, ExpressionAttributeValues } = request;
  const name = (Key ?? Item)?.sk?.S ?? ExpressionAttributeValues?.[':pk']?.S ?? '';
  const batch = Object.values(RequestItems).flatMap((items) =>
    'Keys' in items
      ? items.Keys.map(({ sk }) => sk.S.slice(0, 4))
      : (items as Batch).flatMap(({ PutRequest }) => shortened(PutRequest?.Item.sk.S ?? '')),
  );
  return [operation, name, UpdateExpression, ...batch].filter(Boolean).join(' ');
}

/** A fact's key with the filer's id cut short. */
function shortened(sk: string): string {
  return sk.slice(0, 4) + sk.slice(16);
}
