import {
  type AttributeValue,
  BatchWriteItemCommand,
  CreateTableCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDynamoDb } from '../../../../local/cloud/dynamodb/dynamodb.ts';
import type { Listening } from '../../../../local/lib/listen.ts';

const TableName = 'rules';
const text = (value: string) => ({ S: value });

let server: Listening;
let client: DynamoDBClient;

beforeAll(async () => {
  server = await startDynamoDb();
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  client = new DynamoDBClient({ endpoint: server.url, region: 'us-east-1', credentials, maxAttempts: 1 });
  const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
  const keys = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ];
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'gpk', 'gsk'].map(attribute),
      KeySchema: keys('pk', 'sk'),
      GlobalSecondaryIndexes: [
        { IndexName: 'byG', KeySchema: keys('gpk', 'gsk'), Projection: { ProjectionType: 'ALL' } },
      ],
    }),
  );
  await client.send(new PutItemCommand({ TableName, Item: item({}) }));
});

afterAll(async () => {
  client.destroy();
  await server.close();
});

function item(more: Record<string, AttributeValue>): Record<string, AttributeValue> {
  return { pk: text('a'), sk: text('b'), ...more };
}

function query(where: string, values: Record<string, string>, more: Partial<QueryCommandInput> = {}) {
  const named = Object.entries(values).map(([name, value]) => [name, text(value)]);
  return new QueryCommand({
    TableName,
    KeyConditionExpression: where,
    ExpressionAttributeValues: Object.fromEntries(named),
    ...more,
  });
}

function update(expression: string, value: string, names?: Record<string, string>) {
  return new UpdateItemCommand({
    TableName,
    Key: item({}),
    UpdateExpression: expression,
    ExpressionAttributeValues: { ':v': text(value) },
    ...(names && { ExpressionAttributeNames: names }),
  });
}

function put(more: Record<string, AttributeValue>) {
  return new PutItemCommand({ TableName, Item: item(more) });
}

function batch(more: Record<string, AttributeValue>) {
  return new BatchWriteItemCommand({ RequestItems: { [TableName]: [{ PutRequest: { Item: item(more) } }] } });
}

function nested(levels: number): AttributeValue {
  return levels === 1 ? text('x') : { L: [nested(levels - 1)] };
}

const EMPTY = 'cannot contain an empty string value';
const many = (count: number, one: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => one(i));

describe('the embedded DynamoDB', () => {
  it.each([
    ['an empty partition key in a query', query('pk = :p', { ':p': '' }), EMPTY],
    ['an empty partition key of an index', query('gpk = :p', { ':p': '' }, { IndexName: 'byG' }), EMPTY],
    ['an empty prefix', query('pk = :p AND begins_with(sk, :s)', { ':p': 'a', ':s': '' }), EMPTY],
    ['an empty bound', query('pk = :p AND sk >= :s', { ':p': 'a', ':s': '' }), EMPTY],
    ['an empty range', query('pk = :p AND sk BETWEEN :s AND :t', { ':p': 'a', ':s': '', ':t': 'z' }), EMPTY],
    [
      'a sort key of 1,025 bytes',
      query('pk = :p AND sk = :s', { ':p': 'a', ':s': 'é'.repeat(513) }),
      '1024 bytes',
    ],
    ['an empty key of an index in an item', put({ gpk: text(''), gsk: text('x') }), EMPTY],
    ['an empty key of an index in a batch', batch({ gpk: text('x'), gsk: text('') }), EMPTY],
    [
      'a sort key of an index of 1,025 bytes',
      put({ gpk: text('x'), gsk: text('x'.repeat(1025)) }),
      '1024 bytes',
    ],
    ['an update to an empty key of an index', update('SET x = :v, gpk = :v', ''), EMPTY],
    [
      'an update by name to such a key',
      update('SET #g = if_not_exists(gsk, :v)', '', { '#g': 'gsk' }),
      EMPTY,
    ],
    ['an item nested 33 deep', put({ x: nested(33) }), 'Nesting Levels'],
    [
      'an expression of over 4 KB',
      update(`SET ${many(600, (i) => `attr${i} = :v`)}`, 'x'),
      'Expression size',
    ],
    [
      '301 operators',
      query('pk = :p', { ':p': 'a' }, { FilterExpression: many(151, () => 'x = :p').join(' OR ') }),
      'too many operators',
    ],
    [
      '101 operands of IN',
      query('pk = :p', { ':p': 'a' }, { FilterExpression: `x IN (${many(101, () => ':p')})` }),
      'number of operands',
    ],
  ])('refuses %s, as DynamoDB does', async (_what, command, message) => {
    await expect(client.send(command as QueryCommand)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(message),
    });
  });

  it.each([
    ['an empty text that is no key', put({ x: text('') })],
    ['an item without the keys of an index', put({ x: text('x') })],
    ['a sort key of 1,024 bytes', query('pk = :p AND sk = :s', { ':p': 'a', ':s': 'x'.repeat(1024) })],
    ['a partition key of 2,048 bytes', query('pk = :p', { ':p': 'x'.repeat(2048) })],
    ['an update of an attribute to an empty text', update('SET x = :v', '')],
    ['an item nested 32 deep', put({ x: nested(32) })],
    [
      '100 operands of IN',
      query('pk = :p', { ':p': 'a' }, { FilterExpression: `x IN (${many(100, () => ':p')})` }),
    ],
  ])('accepts %s', async (_what, command) => {
    await expect(client.send(command as QueryCommand)).resolves.toBeDefined();
  });
});
