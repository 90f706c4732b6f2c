import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { poolOf } from '../../../functions/lib/pool.ts';

describe('poolOf', () => {
  it('works on so many pieces at once and on no more, and settles when all are done', async () => {
    const pool = poolOf(2);
    const done: number[] = [];
    let underWay = 0;
    let most = 0;
    for (const piece of [1, 2, 3, 4, 5]) {
      await pool.start(async () => {
        most = Math.max(most, ++underWay);
        await turn();
        underWay--;
        done.push(piece);
      });
    }
    await pool.settled();
    expect({ done, most }).toEqual({ done: [1, 2, 3, 4, 5], most: 2 });
  });

  it('starts nothing after a failure, and says at the end what failed first', async () => {
    const pool = poolOf(1);
    const started: number[] = [];
    const fail = (piece: number) => async () => {
      started.push(piece);
      throw new Error(`piece ${piece}`);
    };
    await pool.start(fail(1));
    await turn();
    await expect(pool.start(fail(2))).rejects.toThrow('piece 1');
    await expect(pool.settled()).rejects.toThrow('piece 1');
    expect(started).toEqual([1]);
  });
});
