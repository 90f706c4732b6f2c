import { randomUUID } from 'node:crypto';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDynamoDb } from '../../local/dynamodb.ts';

export interface TestTable {
  readonly name: string;
  readonly db: DynamoDBDocumentClient;
  close(): Promise<void>;
}

/** An empty table of `pk` and `sk`: in this process, or wherever `AWS_ENDPOINT_URL_DYNAMODB` points. */
export async function aTable(): Promise<TestTable> {
  const elsewhere = process.env.AWS_ENDPOINT_URL_DYNAMODB;
  const server = elsewhere ? null : await startDynamoDb();
  const client = new DynamoDBClient({
    ...(server && {
      endpoint: server.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    }),
  });
  const name = `crier-test-${randomUUID()}`;
  await createTable(client, name);
  return {
    name,
    db: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    close: async () => {
      await client.send(new DeleteTableCommand({ TableName: name }));
      client.destroy();
      await server?.close();
    },
  };
}

async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1 }, { TableName: name });
}
