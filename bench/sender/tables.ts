import {
  BatchWriteItemCommand,
  type DynamoDBClient,
  ScanCommand,
  type ScanCommandOutput,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import type { Attributes } from '../../functions/aws/dynamo.ts';
import { chunked } from '../../functions/lib/iterables.ts';

const BATCH = 25;
const keyOf = ({ pk, sk }: Attributes): Attributes => ({ pk: pk!, sk: sk! });

/** Notes what tables hold. @returns what puts them back to that. */
export async function keepTables(names: readonly string[], db: DynamoDBClient): Promise<() => Promise<void>> {
  const kept = await Promise.all(names.map((name) => itemsOf(name, db)));
  return async () => {
    for (const [at, name] of names.entries()) {
      const items = kept[at]!;
      const before = new Set(items.map((item) => JSON.stringify(keyOf(item))));
      const added = (await itemsOf(name, db)).map(keyOf).filter((key) => !before.has(JSON.stringify(key)));
      await write(name, { db, requests: added.map((Key) => ({ DeleteRequest: { Key } })) });
      await write(name, { db, requests: items.map((Item) => ({ PutRequest: { Item } })) });
    }
  };
}

async function itemsOf(name: string, db: DynamoDBClient): Promise<Attributes[]> {
  const items: Attributes[] = [];
  let start: Attributes | undefined;
  do {
    const page: ScanCommandOutput = await db.send(
      new ScanCommand({ TableName: name, ConsistentRead: true, ...(start && { ExclusiveStartKey: start }) }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
}

async function write(
  name: string,
  { db, requests }: { db: DynamoDBClient; requests: readonly WriteRequest[] },
): Promise<void> {
  for (const batch of chunked(requests, BATCH))
    await db.send(new BatchWriteItemCommand({ RequestItems: { [name]: [...batch] } }));
}
