import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ENV, type Env } from '../../functions/lib/env.ts';
import { startDynamoDb } from '../../local/cloud/dynamodb/dynamodb.ts';
import { signatureChecker } from '../../local/cloud/iam/signature.ts';
import { ownName, served } from './outside.ts';

const keys = { region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
const attribute = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const });
const keySchema = (pk: string, sk: string) => [
  { AttributeName: pk, KeyType: 'HASH' as const },
  { AttributeName: sk, KeyType: 'RANGE' as const },
];

export interface Tables {
  readonly env: Env;
  readonly db: DynamoDBClient;
  close(): Promise<void>;
}

/** Every table of a launch, with the send log's indexes: in memory, or wherever `AWS_ENDPOINT_URL_DYNAMODB` points. */
export async function startTables(): Promise<Tables> {
  const server = await served('DYNAMODB', () =>
    startDynamoDb({ checkSignature: signatureChecker(keys.credentials) }),
  );
  const db = new DynamoDBClient({ ...keys, endpoint: server.url });
  const env = {
    [ENV.launchName]: 'test-2018',
    [ENV.launchTable]: ownName('launch'),
    [ENV.rosterTable]: ownName('roster'),
    [ENV.deliveryTable]: ownName('delivery'),
    [ENV.sendLogTable]: ownName('log'),
    [ENV.suppressionTable]: ownName('suppression'),
  };
  const { [ENV.launchName]: _, ...tables } = env;
  for (const [variable, table] of Object.entries(tables)) {
    const indexes = variable === ENV.sendLogTable ? ['attention', 'rare'] : [];
    await db.send(
      new CreateTableCommand({
        TableName: table,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['pk', 'sk', ...indexes.flatMap((name) => [`${name}Pk`, `${name}Sk`])].map(
          attribute,
        ),
        KeySchema: keySchema('pk', 'sk'),
        ...(indexes.length > 0 && {
          GlobalSecondaryIndexes: indexes.map((name) => ({
            IndexName: name,
            KeySchema: keySchema(`${name}Pk`, `${name}Sk`),
            Projection: { ProjectionType: name === 'rare' ? ('KEYS_ONLY' as const) : ('ALL' as const) },
          })),
        }),
      }),
    );
  }
  return {
    env,
    db,
    close: async () => {
      db.destroy();
      await server.close();
    },
  };
}
