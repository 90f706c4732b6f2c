import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import type { Resource, Template } from '../template/template.ts';

type TableProperties = Pick<
  CreateTableCommandInput,
  'AttributeDefinitions' | 'BillingMode' | 'GlobalSecondaryIndexes' | 'KeySchema'
>;

/** Makes the template's tables with their indexes. A table that data on disk hold already stays as it is. */
export async function createTables(template: Template, client: DynamoDBClient): Promise<void> {
  await Promise.all(template.ofType('AWS::DynamoDB::Table').map((table) => createTable(table, client)));
}

async function createTable({ name: TableName, properties }: Resource, client: DynamoDBClient): Promise<void> {
  const { AttributeDefinitions, BillingMode, GlobalSecondaryIndexes, KeySchema } =
    properties as TableProperties;
  const table = { AttributeDefinitions, BillingMode, GlobalSecondaryIndexes, KeySchema };
  try {
    await client.send(new CreateTableCommand({ TableName, ...table }));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 0.02, maxDelay: 0.5 }, { TableName });
}
