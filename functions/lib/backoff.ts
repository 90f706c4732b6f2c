import type { Clock } from './clock.ts';

/** How often a service is asked to take what it left, and how long to wait before each further try. */
export interface Backoff {
  readonly clock: Pick<Clock, 'sleep'>;
  readonly tries: number;
  /** @param attempt 2 for the first wait. */
  readonly milliseconds: (attempt: number) => number;
  /** Says what stays undone after the last try. */
  readonly failure: (left: number) => string;
}

/**
 * Hands items to a service that may take a part of them only, and hands over again what it left.
 * @param offer Hands items over. @returns what the service left.
 * @throws Error when some are left after the last try.
 */
export async function offerAll<Item>(
  items: readonly Item[],
  offer: (items: readonly Item[]) => Promise<readonly Item[]>,
  { clock, tries, milliseconds, failure }: Backoff,
): Promise<void> {
  let left = items;
  for (let attempt = 1; left.length > 0; attempt++) {
    if (attempt > tries) throw new Error(failure(left.length));
    if (attempt > 1) await clock.sleep(milliseconds(attempt));
    left = await offer(left);
  }
}
