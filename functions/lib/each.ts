/**
 * Works on each item though others fail, so that one that is broken keeps no other from its work.
 * @throws AggregateError of everything that failed, once all were tried.
 */
export async function each<Item>(items: Iterable<Item>, work: (item: Item) => Promise<void>): Promise<void> {
  const errors: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => errors.push(error));
  if (errors.length > 0)
    throw new AggregateError(errors, `Cannot finish ${errors.length} of the sweep's items`);
}
