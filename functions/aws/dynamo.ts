import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

/*
 * Only this file and dynamo-batch.ts speak to DynamoDB. Their exports are plain functions, so that the bundle of a
 * Lambda function holds the commands that it sends and no others: the test of the roles' grants reads them there.
 */

/** A table, and the client that reaches it. */
export interface Table {
  readonly db: DynamoDBClient;
  readonly name: string;
}

/** An item's key. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** An item as it is stored: parse it before use. */
export type Item = Readonly<Record<string, unknown>>;

/** An item as DynamoDB's commands have it. */
export type Attributes = Record<string, AttributeValue>;

/** What an expression's placeholders mean: `#name` an attribute's name, `:value` a value. */
interface Placeholders {
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Item;
}

/** On what condition something is written. */
export interface Condition extends Placeholders {
  readonly condition: string;
}

/** How an item is changed. */
export interface Change extends Placeholders {
  readonly update: string;
  readonly condition?: string;
  /** Which attributes come back: those changed, or all, as they are afterwards. @default none */
  readonly returns?: 'UPDATED_NEW' | 'ALL_NEW';
}

/** Which items, in the order of their sort key. */
interface Query extends Placeholders {
  /** The key condition. */
  readonly where: string;
  readonly values: Item;
  readonly index?: string;
  /** @default false */
  readonly consistent?: boolean;
  readonly filter?: string;
  readonly projection?: string;
  /** Items read for each page, before the filter. @default as many as fit into 1 MB */
  readonly limit?: number;
  /** @default false */
  readonly descending?: boolean;
}

/** Reads one item; `null` when there is none. @param options `consistent` is true by default. */
export async function getItem(
  { db, name }: Table,
  key: ItemKey,
  { consistent = true }: { consistent?: boolean } = {},
): Promise<Item | null> {
  const flags = consistent && { ConsistentRead: true };
  const { Item } = await db.send(new GetItemCommand({ TableName: name, Key: marshalled(key), ...flags }));
  return Item ? unmarshalled(Item) : null;
}

/** Puts an item, instead of any that has its key. */
export async function putItem({ db, name }: Table, item: Item): Promise<void> {
  await db.send(new PutItemCommand({ TableName: name, Item: marshalled(item) }));
}

/** Puts an item when the condition holds. @returns whether it did. */
export function putIf({ db, name }: Table, item: Item, condition: Condition): Promise<boolean> {
  return holds(
    db.send(new PutItemCommand({ TableName: name, Item: marshalled(item), ...expressions(condition) })),
  );
}

/** Changes an item. @returns the attributes asked for; `null` when the condition didn't hold. */
export async function updateItem({ db, name }: Table, key: ItemKey, change: Change): Promise<Item | null> {
  const { update, returns, ...condition } = change;
  const command = new UpdateItemCommand({
    TableName: name,
    Key: marshalled(key),
    UpdateExpression: update,
    ...expressions(condition),
    ...(returns && { ReturnValues: returns }),
  });
  const answer = await unlessRefused(db.send(command));
  return answer && unmarshalled(answer.Attributes ?? {});
}

/** Changes an item when the condition holds. @returns whether it did. */
export async function updateIf(table: Table, key: ItemKey, change: Change & Condition): Promise<boolean> {
  return (await updateItem(table, key, change)) !== null;
}

/** Deletes an item; that there is none is no matter. */
export async function deleteItem({ db, name }: Table, key: ItemKey): Promise<void> {
  await db.send(new DeleteItemCommand({ TableName: name, Key: marshalled(key) }));
}

/** Deletes an item when the condition holds. @returns whether it did. */
export function deleteIf({ db, name }: Table, key: ItemKey, condition: Condition): Promise<boolean> {
  return holds(
    db.send(new DeleteItemCommand({ TableName: name, Key: marshalled(key), ...expressions(condition) })),
  );
}

/** The items of one page. */
export async function queryPage(table: Table, query: Query): Promise<Item[]> {
  return (await pageOf(table, query)).items;
}

/** The items of all pages, page by page as they are read. */
export async function* queryPages(table: Table, query: Query): AsyncIterable<Item[]> {
  let after: Attributes | undefined;
  do {
    const { items, next } = await pageOf(table, query, after);
    yield items;
    after = next;
  } while (after);
}

/** All items, read page by page. */
export async function* queryItems(table: Table, query: Query): AsyncIterable<Item> {
  for await (const items of queryPages(table, query)) yield* items;
}

/** Every item of a table, in no order, read page by page and consistently. */
export async function* scanItems({ db, name }: Table): AsyncIterable<Item> {
  let next: Attributes | undefined;
  do {
    const flags = { ConsistentRead: true, ...(next && { ExclusiveStartKey: next }) };
    const page = await db.send(new ScanCommand({ TableName: name, ...flags }));
    yield* (page.Items ?? []).map(unmarshalled);
    next = page.LastEvaluatedKey;
  } while (next);
}

async function pageOf({ db, name }: Table, query: Query, after?: Attributes) {
  const { where, index, consistent, filter, projection, limit, descending } = query;
  const command = new QueryCommand({
    TableName: name,
    ...(index && { IndexName: index }),
    ...(consistent && { ConsistentRead: true }),
    KeyConditionExpression: where,
    ...(filter && { FilterExpression: filter }),
    ...(projection && { ProjectionExpression: projection }),
    ...expressions(query),
    ...(descending && { ScanIndexForward: false }),
    ...(limit && { Limit: limit }),
    ...(after && { ExclusiveStartKey: after }),
  });
  const { Items = [], LastEvaluatedKey } = await db.send(command);
  return { items: Items.map(unmarshalled), next: LastEvaluatedKey };
}

function expressions({ condition, names, values }: Partial<Condition>) {
  return {
    ...(condition && { ConditionExpression: condition }),
    ...(names && { ExpressionAttributeNames: names }),
    ...(values && { ExpressionAttributeValues: marshalled(values) }),
  };
}

/** Plain values as DynamoDB's; what is `undefined` is left out. */
export function marshalled(item: Item | ItemKey): Attributes {
  return marshall(item, { removeUndefinedValues: true });
}

/** DynamoDB's values as plain ones. */
export function unmarshalled(attributes: Attributes): Item {
  return unmarshall(attributes);
}

async function holds(write: Promise<unknown>): Promise<boolean> {
  return (await unlessRefused(write)) !== null;
}

/** The answer; `null` when the condition didn't hold. Other errors are thrown. */
async function unlessRefused<Answer>(write: Promise<Answer>): Promise<Answer | null> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return null;
    throw error;
  }
}
