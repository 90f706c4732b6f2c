/** An iteration whose next item can be looked at before it is taken. */
export interface Peekable<Item> {
  /** The next item; `undefined`: there is none. */
  peek(): Promise<Item | undefined>;
  take(): Promise<Item | undefined>;
}

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
