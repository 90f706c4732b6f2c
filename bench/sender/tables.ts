import {
  BatchWriteCommand,
  type DynamoDBDocumentClient,
  ScanCommand,
  type ScanCommandOutput,
} from '@aws-sdk/lib-dynamodb';
import { chunked } from '../../functions/lib/iterables.ts';

type Item = NonNullable<ScanCommandOutput['Items']>[number];

const BATCH = 25;
const keyOf = ({ pk, sk }: Item) => ({ pk, sk });

/** Notes what tables hold. @returns what puts them back to that. */
export async function keepTables(
  names: readonly string[],
  db: DynamoDBDocumentClient,
): Promise<() => Promise<void>> {
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

async function itemsOf(name: string, db: DynamoDBDocumentClient): Promise<Item[]> {
  const items: Item[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page: ScanCommandOutput = await db.send(
      new ScanCommand({ TableName: name, ConsistentRead: true, ...(start && { ExclusiveStartKey: start }) }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
}

type WriteRequest = { DeleteRequest: { Key: Item } } | { PutRequest: { Item: Item } };

async function write(
  name: string,
  { db, requests }: { db: DynamoDBDocumentClient; requests: readonly WriteRequest[] },
): Promise<void> {
  for (const batch of chunked(requests, BATCH))
    await db.send(new BatchWriteCommand({ RequestItems: { [name]: [...batch] } }));
}
