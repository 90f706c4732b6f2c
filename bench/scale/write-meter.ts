import type { Clock } from '../../functions/lib/clock.ts';

/** What a request says, as the SDK writes it. */
interface Request {
  readonly TableName?: string;
  readonly Key?: Key;
  readonly Item?: Key;
  readonly RequestItems?: Readonly<
    Record<string, readonly { readonly PutRequest: { readonly Item: Key } }[]>
  >;
}

interface Key {
  readonly pk: { readonly S: string };
  readonly sk: { readonly S: string };
}

interface Answer {
  readonly __type?: string;
  readonly ConsumedCapacity?:
    | { readonly CapacityUnits: number }
    | readonly { readonly CapacityUnits: number }[];
}

/** Counts DynamoDB's write units by partition key and second. */
export interface WriteMeter {
  count(operation: string, of: { request: Request; answer: Answer }): void;
  /** All units so far, of partition keys of which `isWanted` is true. */
  total(isWanted: (partition: string) => boolean): number;
  /** The most units of one second, of all partition keys of which `isWanted` is true, together. */
  most(isWanted: (partition: string) => boolean): number;
  /** The most units of one second on a single partition key of which `isWanted` is true. */
  mostOnOne(isWanted: (partition: string) => boolean): number;
}

/** A meter that has counted nothing. Partitions are named `<table> <partition key>`. */
export function writeMeter(clock: Clock): WriteMeter {
  const bySecond = new Map<number, Map<string, number>>();
  /** Units of each item's last write: what a write is billed whose condition doesn't hold. */
  const sizes = new Map<string, number>();

  function add(partition: string, units: number): void {
    const second = Math.floor(clock.now().epochMilliseconds / 1000);
    const partitions = bySecond.get(second) ?? new Map<string, number>();
    bySecond.set(second, partitions);
    partitions.set(partition, (partitions.get(partition) ?? 0) + units);
  }

  function countOne({ TableName, Key, Item }: Request, answer: Answer): void {
    const { pk, sk } = (Key ?? Item)!;
    const item = `${TableName} ${pk.S} ${sk.S}`;
    const units = answer.__type === undefined ? unitsIn(answer) : (sizes.get(item) ?? 1);
    sizes.set(item, units);
    add(`${TableName} ${pk.S}`, units);
  }

  function countBatch({ RequestItems = {} }: Request, answer: Answer): void {
    const [table, writes] = Object.entries(RequestItems)[0]!;
    for (const { PutRequest } of writes)
      add(`${table} ${PutRequest.Item.pk.S}`, unitsIn(answer) / writes.length);
  }

  return {
    count: (operation, { request, answer }) => {
      if (operation === 'PutItem' || operation === 'UpdateItem') countOne(request, answer);
      if (operation === 'BatchWriteItem') countBatch(request, answer);
    },
    total: (isWanted) => sum([...bySecond.values()].map((partitions) => unitsOf(partitions, isWanted))),
    most: (isWanted) => most([...bySecond.values()].map((partitions) => unitsOf(partitions, isWanted))),
    mostOnOne: (isWanted) =>
      most(
        [...bySecond.values()].flatMap((partitions) =>
          [...partitions].flatMap(([partition, units]) => (isWanted(partition) ? [units] : [])),
        ),
      ),
  };
}

/** The units of a second. */
function unitsOf(partitions: ReadonlyMap<string, number>, isWanted: (partition: string) => boolean): number {
  return sum([...partitions].flatMap(([partition, units]) => (isWanted(partition) ? [units] : [])));
}

function unitsIn({ ConsumedCapacity = [] }: Answer): number {
  return sum([ConsumedCapacity].flat().map(({ CapacityUnits }) => CapacityUnits));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Not by `Math.max` of all: hours have too many seconds for one call. */
function most(numbers: readonly number[]): number {
  return numbers.reduce((largest, one) => Math.max(largest, one), 0);
}
