/** Cuts a list into pieces of at most `size`. */
export function chunked<Item>(items: readonly Item[], size: number): Item[][] {
  const pieces: Item[][] = [];
  for (let start = 0; start < items.length; start += size) pieces.push(items.slice(start, start + size));
  return pieces;
}

/** The items of an iteration in lists of at most `size`, each as soon as it is full. */
export async function* batched<Item>(items: AsyncIterable<Item>, size: number): AsyncIterable<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Works on each item though others fail, so that one that is broken keeps no other from its work.
 * @throws AggregateError of everything that failed, once all were tried.
 */
export async function each<Item>(items: Iterable<Item>, work: (item: Item) => Promise<void>): Promise<void> {
  const errors: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => errors.push(error));
  if (errors.length > 0)
    throw new AggregateError(errors, `Cannot finish because the work on ${errors.length} items failed`);
}

/** An iteration whose next item can be looked at before it is taken. */
export interface Peekable<Item> {
  /** The next item; `undefined`: there is none. */
  peek(): Promise<Item | undefined>;
  take(): Promise<Item | undefined>;
}

/** Lets the next item of an iteration be looked at. */
export function peekable<Item>(items: AsyncIterable<Item>): Peekable<Item> {
  const iterator = items[Symbol.asyncIterator]();
  let ahead: Promise<IteratorResult<Item>> | undefined;
  const next = async () => {
    ahead ??= iterator.next();
    const { done, value } = await ahead;
    return done ? undefined : value;
  };
  return {
    peek: next,
    take: async () => {
      const item = await next();
      if (item !== undefined) ahead = undefined;
      return item;
    },
  };
}

/**
 * Two iterations, each in ascending order of a key, as one: items with the same key come together, others alone.
 * @param keyOf The key; `~` sorts after every one.
 */
export async function* joined<Left, Right>(
  { left, right }: { left: AsyncIterable<Left>; right: AsyncIterable<Right> },
  keyOf: (item: Left | Right) => string,
): AsyncIterable<readonly [left: Left | undefined, right: Right | undefined]> {
  const [lefts, rights] = [peekable(left), peekable(right)];
  for (;;) {
    const [one, other] = [await lefts.peek(), await rights.peek()];
    if (one === undefined && other === undefined) return;
    const [key, otherKey] = [one, other].map((item) => (item === undefined ? '~' : keyOf(item)));
    yield [
      key! <= otherKey! ? await lefts.take() : undefined,
      otherKey! <= key! ? await rights.take() : undefined,
    ];
  }
}
