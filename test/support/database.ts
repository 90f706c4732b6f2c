import { randomUUID } from 'node:crypto';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDynamoDb } from '../../local/cloud/dynamodb/dynamodb.ts';

export interface TestDatabase {
  /** Names of the tables. */
  readonly tables: readonly string[];
  readonly db: DynamoDBDocumentClient;
  /** Where it is served; `undefined`: in an account. */
  readonly url: string | undefined;
  close(): Promise<void>;
}

/** Empty tables of `pk` and `sk`: in this process, or wherever `AWS_ENDPOINT_URL_DYNAMODB` points. */
export async function aDatabase(tableCount: number): Promise<TestDatabase> {
  const elsewhere = process.env.AWS_ENDPOINT_URL_DYNAMODB;
  const server = elsewhere ? null : await startDynamoDb();
  const client = new DynamoDBClient({
    ...(server && {
      endpoint: server.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    }),
  });
  const tables = Array.from({ length: tableCount }, () => `crier-test-${randomUUID()}`);
  for (const table of tables) await createTable(client, table, server ? 0.02 : 1);
  return {
    tables,
    url: server?.url ?? elsewhere,
    db: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    close: async () => {
      if (!server) for (const TableName of tables) await client.send(new DeleteTableCommand({ TableName }));
      client.destroy();
      await server?.close();
    },
  };
}

async function createTable(client: DynamoDBClient, name: string, minDelay: number): Promise<void> {
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
  await waitUntilTableExists({ client, maxWaitTime: 60, minDelay }, { TableName: name });
}
