import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import type { Settings } from '../../infra/settings.ts';
import { ask } from './ask.ts';
import type { Asked, RestoredTable } from './facts.ts';

/** What DynamoDB says about the restored tables that the settings name. */
export function findRestored(
  client: DynamoDBClient,
  tables: Settings['restoredTables'],
): Promise<Asked<readonly RestoredTable[]>> {
  const named = Object.entries(tables).flatMap(([id, name]) => (name === undefined ? [] : [{ id, name }]));
  return ask(() => Promise.all(named.map(async (one) => ({ ...one, ...(await tableAt(client, one.name)) }))));
}

async function tableAt(client: DynamoDBClient, TableName: string): Promise<Pick<RestoredTable, 'found'>> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    const { ContinuousBackupsDescription } = await client.send(
      new DescribeContinuousBackupsCommand({ TableName }),
    );
    const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
    const pointInTime =
      ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus;
    return {
      found: {
        isActive: Table?.TableStatus === 'ACTIVE',
        indexes: (Table?.GlobalSecondaryIndexes ?? []).flatMap(({ IndexName = [] }) => IndexName).toSorted(),
        isProtected: Table?.DeletionProtectionEnabled === true,
        isRecoverable: pointInTime === 'ENABLED',
        timeToLive: TimeToLiveDescription?.AttributeName ?? null,
      },
    };
  } catch (error) {
    if ((error as Error).name === 'ResourceNotFoundException') return { found: null };
    throw error;
  }
}
