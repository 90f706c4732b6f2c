import type { AttributeValue, CreateTableCommandInput } from '@aws-sdk/client-dynamodb';

/*
 * What DynamoDB refuses and dynalite lets by; found by sending the same requests to both and to other emulators. Rules:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */

const MAX_PARTITION_KEY_BYTES = 2048;
const MAX_SORT_KEY_BYTES = 1024;
const MAX_EXPRESSION_BYTES = 4096;
const MAX_OPERATORS = 300;
const MAX_OPERANDS_OF_IN = 100;
const MAX_NESTING = 32;

const EXPRESSIONS = [
  'ConditionExpression',
  'FilterExpression',
  'KeyConditionExpression',
  'ProjectionExpression',
  'UpdateExpression',
] as const;
const OPERATORS = /\b(AND|OR|NOT|BETWEEN|IN)\b|<>|<=|>=|[=<>+-]/g;

/** An attribute or its placeholder, and what is assigned to it. */
const ASSIGNMENTS = /([#\w]+)\s*=((?:\([^)]*\)|[^,=(])*)/g;

type Item = Readonly<Record<string, AttributeValue>>;

/** A request as the SDK sends it, as far as the rules read it. */
export interface TableRequest extends Partial<Readonly<Record<(typeof EXPRESSIONS)[number], string>>> {
  readonly TableName?: string;
  readonly Item?: Item;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Item;
  readonly RequestItems?: Readonly<Record<string, unknown>>;
}

/** The most bytes of each attribute that is a key of an index, by table. */
type IndexKeys = Map<string, ReadonlyMap<string, number>>;

/** What DynamoDB refuses beyond what dynalite does. */
export interface TableRules {
  /** DynamoDB's message when it would refuse a request that dynalite accepts; `null` when it would accept it too. */
  violation(request: TableRequest): string | null;
  /** Learns a table's indexes as it is created. */
  learn(table: Partial<Pick<CreateTableCommandInput, 'TableName' | 'GlobalSecondaryIndexes'>>): void;
}

/** The rules, before any table is created. */
export function tableRules(): TableRules {
  const indexes: IndexKeys = new Map();
  return {
    violation: (request) => violationOf(request, indexes),
    learn: ({ TableName = '', GlobalSecondaryIndexes = [] }) => {
      const keys = GlobalSecondaryIndexes.flatMap(({ KeySchema = [] }) => KeySchema);
      indexes.set(
        TableName,
        new Map(keys.map(({ AttributeName = '', KeyType }) => [AttributeName, mostBytes(KeyType)])),
      );
    },
  };
}

function violationOf(request: TableRequest, indexes: IndexKeys): string | null {
  return (
    expressionViolation(request) ??
    keyConditionViolation(request) ??
    updateViolation(request, indexes) ??
    itemViolations(request, indexes)
  );
}

function expressionViolation(request: TableRequest): string | null {
  for (const kind of EXPRESSIONS) {
    const expression = request[kind] ?? '';
    if (bytesOf(expression) > MAX_EXPRESSION_BYTES)
      return `Invalid ${kind}: Expression size has exceeded the maximum allowed size`;
    if ((expression.match(OPERATORS)?.length ?? 0) > MAX_OPERATORS)
      return `Invalid ${kind}: The expression contains too many operators`;
    if (operandsOfIn(expression) > MAX_OPERANDS_OF_IN)
      return `Invalid ${kind}: Invalid number of operands for IN`;
  }
  return null;
}

/** The values of a key condition are all compared with keys. */
function keyConditionViolation(request: TableRequest): string | null {
  const [, sortPart] = (request.KeyConditionExpression ?? '').split(/\bAND\b(.*)/s);
  const sortNames = new Set(sortPart?.match(/:\w+/g));
  for (const name of request.KeyConditionExpression?.match(/:\w+/g) ?? []) {
    const violation = keyViolation(
      request.ExpressionAttributeValues?.[name],
      mostBytes(sortNames.has(name) ? 'RANGE' : 'HASH'),
    );
    if (violation) return violation;
  }
  return null;
}

/** An update may not set a key of an index to what can't be a key. */
function updateViolation(request: TableRequest, indexes: IndexKeys): string | null {
  const keys = indexes.get(request.TableName ?? '');
  for (const [, attribute = '', rest = ''] of request.UpdateExpression?.matchAll(ASSIGNMENTS) ?? []) {
    const most = keys?.get(request.ExpressionAttributeNames?.[attribute] ?? attribute);
    const value = rest.match(/:\w+/)?.[0] ?? '';
    const violation = most && keyViolation(request.ExpressionAttributeValues?.[value], most);
    if (violation) return violation;
  }
  return null;
}

function itemViolations(request: TableRequest, indexes: IndexKeys): string | null {
  for (const { table, item } of itemsOf(request)) {
    for (const [attribute, most] of indexes.get(table) ?? []) {
      const violation = keyViolation(item[attribute], most);
      if (violation) return violation;
    }
    if (Object.values(item).some((value) => depthOf(value) > MAX_NESTING))
      return 'Nesting Levels have exceeded supported limits';
  }
  return null;
}

function* itemsOf({
  TableName = '',
  Item,
  RequestItems,
}: TableRequest): Iterable<{ table: string; item: Item }> {
  if (Item) yield { table: TableName, item: Item };
  for (const [table, requests] of Object.entries(RequestItems ?? {})) {
    // A batch of reads gives keys in place of requests.
    if (!Array.isArray(requests)) continue;
    for (const { PutRequest } of requests) if (PutRequest) yield { table, item: PutRequest.Item };
  }
}

function keyViolation(value: AttributeValue | undefined, most: number): string | null {
  const text = value?.S;
  if (text === undefined) return null;
  if (text === '')
    return 'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value.';
  return bytesOf(text) > most
    ? `One or more parameter values were invalid: Size of a key has exceeded the size limit of ${most} bytes`
    : null;
}

function mostBytes(type: string | undefined): number {
  return type === 'HASH' ? MAX_PARTITION_KEY_BYTES : MAX_SORT_KEY_BYTES;
}

function operandsOfIn(expression: string): number {
  const lists = [...expression.matchAll(/\bIN\s*\(([^)]*)\)/g)];
  return Math.max(0, ...lists.map(([, list = '']) => list.split(',').length));
}

/** How deep a value is nested: 1 for a text. */
function depthOf(value: AttributeValue): number {
  const inner = value.L ?? Object.values(value.M ?? {});
  return inner.length === 0 ? 1 : 1 + Math.max(...inner.map(depthOf));
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}
