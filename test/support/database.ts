import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { startDynamoDb } from '../../local/cloud/dynamodb/dynamodb.ts';
import { ownName, served } from './outside.ts';

export interface TestDatabase {
  /** Names of the tables. */
  readonly tables: readonly string[];
  readonly db: DynamoDBClient;
  readonly url: string;
  close(): Promise<void>;
}

/** Empty tables of `pk` and `sk`: in this process, or wherever `AWS_ENDPOINT_URL_DYNAMODB` points. */
export async function aDatabase(tableCount: number): Promise<TestDatabase> {
  const server = await served('DYNAMODB', startDynamoDb);
  const db = new DynamoDBClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const tables = Array.from({ length: tableCount }, () => ownName('crier-test'));
  for (const table of tables) await createTable(db, table);
  return {
    tables,
    url: server.url,
    db,
    close: async () => {
      if (!server.here) for (const TableName of tables) await db.send(new DeleteTableCommand({ TableName }));
      db.destroy();
      await server.close();
    },
  };
}

/** Creates a table with the keys that all of Crier's have, and waits until it is there. */
export async function createTable(client: DynamoDBClient, name: string): Promise<void> {
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
  await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 0.02 }, { TableName: name });
}
