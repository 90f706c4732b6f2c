import type { IncomingMessage, Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import dynalite from 'dynalite';
import { INDEXES } from '../../functions/aws/log-keys.ts';
import { ENV } from '../../functions/lib/env.ts';

/** What DynamoDB answers. */
export interface DynamoAnswer {
  readonly statusCode: number;
  readonly body: string;
}

/** Asks DynamoDB. @param operation `PutItem`, for example. @param body The request in JSON, as the SDK writes it. */
export type AskDynamo = (operation: string, body: string) => Promise<DynamoAnswer>;

/** What dynalite asks of a request before it looks into it. */
const HEADERS = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20180724T130000Z',
  authorization: 'AWS4-HMAC-SHA256 Credential=model, SignedHeaders=host, Signature=none',
};

/**
 * A new DynamoDB by dynalite, asked without a network between: connections and signatures took most of a run's time.
 * @param tables Names of the tables, each with `pk` and `sk`, and the index of rare statuses where it belongs: the only
 * one that something under test reads. It is up to date here, and some seconds behind in AWS.
 */
export async function newDynamo(tables: readonly string[]): Promise<AskDynamo> {
  const server: Server = dynalite({ createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
  const [handle] = server.listeners('request') as [(request: unknown, response: unknown) => void];
  const ask: AskDynamo = (operation, body) =>
    new Promise((resolve) => handle(requestOf(operation, body), responseTo(resolve)));
  for (const name of tables) await ask('CreateTable', JSON.stringify(tableOf(name)));
  // Dynalite needs a moment until a table is active.
  while (!(await areActive(ask, tables))) await wait(1);
  return ask;
}

function requestOf(operation: string, body: string): Partial<IncomingMessage> {
  const request = {
    method: 'POST',
    url: '/',
    headers: { ...HEADERS, 'x-amz-target': `DynamoDB_20120810.${operation}` },
    removeAllListeners: () => request,
    on: (event: string, listener: (data?: Buffer) => void) => {
      if (event === 'data') listener(Buffer.from(body));
      if (event === 'end') listener();
      return request;
    },
  };
  return request as unknown as Partial<IncomingMessage>;
}

function responseTo(resolve: (answer: DynamoAnswer) => void) {
  return {
    statusCode: 200,
    setHeader: () => {},
    end(body: string) {
      resolve({ statusCode: this.statusCode, body });
    },
  };
}

const HASH = 'rarePk';
const RANGE = 'rareSk';
const RARE = {
  IndexName: INDEXES.rare,
  Projection: { ProjectionType: 'KEYS_ONLY' },
  KeySchema: [
    { AttributeName: HASH, KeyType: 'HASH' },
    { AttributeName: RANGE, KeyType: 'RANGE' },
  ],
};

function tableOf(name: string) {
  const isLog = name.startsWith(ENV.sendLogTable);
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: ['pk', 'sk', ...(isLog ? [HASH, RANGE] : [])].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S',
    })),
    ...(isLog && { GlobalSecondaryIndexes: [RARE] }),
  };
}

async function areActive(ask: AskDynamo, tables: readonly string[]): Promise<boolean> {
  for (const TableName of tables) {
    const { body } = await ask('DescribeTable', JSON.stringify({ TableName }));
    if (JSON.parse(body).Table.TableStatus !== 'ACTIVE') return false;
  }
  return true;
}
