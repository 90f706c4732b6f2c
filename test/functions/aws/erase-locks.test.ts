import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseLocks } from '../../../functions/aws/erase-locks.ts';
import { rosterStore } from '../../../functions/aws/rosters.ts';
import { ENV } from '../../../functions/lib/env.ts';
import { aDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
let env: Record<string, string>;
beforeAll(async () => {
  database = await aDatabase(2);
  const [launch, roster] = database.tables;
  env = { [ENV.launchTable]: launch!, [ENV.rosterTable]: roster! };
});
afterAll(() => database.close());

/** Locks at an instant that the test moves; each sleep moves it, too. */
function locksAt(start: number) {
  const time = { now: start, slept: 0 };
  const clock = {
    now: () => Temporal.Instant.fromEpochMilliseconds(time.now),
    sleep: async (milliseconds: number) => {
      time.now += milliseconds;
      time.slept += milliseconds;
    },
  };
  return {
    time,
    locks: eraseLocks({ env, clock }, database.db),
    roster: rosterStore({ env, clock }, database.db),
  };
}

describe('a lock of erasures', () => {
  it('has one owner, until they give it back or its time is over', async () => {
    const { time, locks } = locksAt(1000);
    expect(await locks.work.take('one', 5000)).toBe(true);
    expect(await locks.work.take('two', 9000)).toBe(false);
    await locks.work.giveBack('two');
    expect(await locks.work.take('two', 9000)).toBe(false);
    await locks.work.giveBack('one');
    expect(await locks.work.take('two', 9000)).toBe(true);
    time.now = 8999;
    expect(await locks.work.take('one', 12_000)).toBe(false);
    time.now = 9000;
    expect(await locks.work.take('one', 12_000)).toBe(true);
    await locks.work.giveBack('two');
    expect(await locks.work.take('two', 12_000)).toBe(false);
  });

  it('of rows lets no one read all filers until it ends, though its owner died', async () => {
    const { time, locks, roster } = locksAt(1000);
    await Array.fromAsync(roster.filers('v1'));
    expect(time.slept).toBe(0);
    await locks.rows.take('one', 4000);
    await Array.fromAsync(roster.filers('v1'));
    expect(time.now).toBe(4000);
  });
});
