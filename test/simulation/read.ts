import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { AskDynamo } from './dynamo.ts';

/** A value as DynamoDB writes it. */
interface Attribute {
  readonly S?: string;
  readonly N?: string;
  readonly BOOL?: boolean;
  readonly M?: Attributes;
  readonly L?: readonly Attribute[];
  readonly SS?: readonly string[];
}
type Attributes = Readonly<Record<string, Attribute>>;

interface Answered {
  readonly Item?: Attributes;
  readonly Items?: readonly Attributes[];
  readonly LastEvaluatedKey?: Attributes;
  readonly __type?: string;
}

export function isRead(command: unknown): command is GetCommand | QueryCommand {
  return command instanceof GetCommand || command instanceof QueryCommand;
}

/**
 * Reads past the SDK, which would take a third of a run's time; what is read may only be keys and values of strings
 * and numbers. Writes go through it.
 * @throws Error as the SDK would name it.
 */
export async function read(command: GetCommand | QueryCommand, ask: AskDynamo): Promise<unknown> {
  const { Key, ExpressionAttributeValues, ExclusiveStartKey, ...input } =
    command.input as QueryCommand['input'] & GetCommand['input'];
  const request = {
    ...input,
    ...(Key && { Key: written(Key) }),
    ...(ExpressionAttributeValues && { ExpressionAttributeValues: written(ExpressionAttributeValues) }),
    ...(ExclusiveStartKey && { ExclusiveStartKey: written(ExclusiveStartKey) }),
  };
  const operation = command instanceof GetCommand ? 'GetItem' : 'Query';
  const { statusCode, body } = await ask(operation, JSON.stringify(request));
  const { Item, Items, LastEvaluatedKey, __type, ...rest } = JSON.parse(body) as Answered;
  if (statusCode !== 200)
    throw Object.assign(new Error(`${operation}: ${__type}`), { name: __type?.split('#').at(-1) });
  return {
    ...rest,
    $metadata: { httpStatusCode: statusCode },
    ...(Item && { Item: itemIn(Item) }),
    ...(Items && { Items: Items.map(itemIn) }),
    ...(LastEvaluatedKey && { LastEvaluatedKey: itemIn(LastEvaluatedKey) }),
  };
}

function written(values: Readonly<Record<string, unknown>>): Attributes {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, attributeOf(value)]));
}

function attributeOf(value: unknown): Attribute {
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (typeof value === 'string') return { S: value };
  throw new Error(`Cannot ask for a value of this kind: ${typeof value}`);
}

function itemIn(item: Attributes): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, valueIn(value)]));
}

function valueIn({ S, N, BOOL, M, L, SS }: Attribute): unknown {
  if (S !== undefined) return S;
  if (N !== undefined) return Number(N);
  if (BOOL !== undefined) return BOOL;
  if (M) return itemIn(M);
  if (L) return L.map(valueIn);
  return SS ? new Set(SS) : null;
}
