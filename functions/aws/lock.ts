import type { Clock } from '../lib/clock.ts';
import { type ItemKey, putIf, type Table } from './dynamo.ts';

/** A lock that expires, so that a holder that died doesn't keep it. Times: epoch milliseconds. */
export interface Lock {
  /** Takes the lock until then. @returns `false` if another owner has it. */
  take(owner: string, until: number): Promise<boolean>;
  /** Gives the lock back; one that another owner took meanwhile stays. */
  giveBack(owner: string): Promise<void>;
}

/** The lock that an item of a table keeps. */
export function lockAt(table: Table, { key, clock }: { key: ItemKey; clock: Clock }): Lock {
  return {
    take: (owner, until) =>
      putIf(
        table,
        { ...key, owner, untilMilliseconds: until },
        {
          condition: 'attribute_not_exists(pk) OR untilMilliseconds <= :now',
          values: { ':now': clock.now().epochMilliseconds },
        },
      ),
    giveBack: async (owner) => {
      await putIf(
        table,
        { ...key, owner, untilMilliseconds: 0 },
        { condition: '#owner = :owner', names: { '#owner': 'owner' }, values: { ':owner': owner } },
      );
    },
  };
}
