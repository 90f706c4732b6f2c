import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FrozenAudienceStore, frozenAudienceStore } from '../../../functions/aws/frozen-audiences.ts';
import { datesOf } from '../../../functions/domain/plan/plan-version.ts';
import {
  dateChangeExpiry,
  nameSameDates,
  pivotDateIn,
} from '../../../functions/domain/run/announced-dates.ts';
import { ENV } from '../../../functions/lib/env.ts';
import { aPlan } from '../../support/builders/plan.ts';
import { DECEMBER, NO_DATE } from '../../support/clouds/date-change-cloud.ts';
import { aDatabase, type TestDatabase } from '../../support/database.ts';

const OCTOBER = datesOf(aPlan());
const NONE = datesOf(aPlan(NO_DATE));
const RUN = 'date-change_20180725T130000Z';

let database: TestDatabase;
let store: FrozenAudienceStore;
beforeAll(async () => {
  database = await aDatabase(1);
  store = frozenAudienceStore({ [ENV.deliveryTable]: database.tables[0]! }, database.db);
});
afterAll(() => database.close());

/** What the log says, shard by shard; stops with an error before the given one. */
async function* log(known: Record<string, string>, stopBefore = '') {
  for (const shard of '0123456789abcdef') {
    if (shard === stopBefore) throw new Error('stopped');
    const of = Object.entries(known).filter(([id]) => id.startsWith(shard));
    yield { shard, filers: new Map(of) };
  }
}

describe('whom an announcement tells', () => {
  it('is not known before all of it is written down', async () => {
    const first = { '01aa': 'October', f0bb: 'October' };
    await expect(store.freeze(RUN, () => log(first, '8'))).rejects.toThrow('stopped');
    await expect(store.ofRun(RUN)).rejects.toThrow(/256 parts must be stored: there are 128/);
  });

  it('stays as it was written first, whatever the log says later', async () => {
    const later = { '01aa': 'December', f0bb: 'none' };
    await Promise.all([store.freeze(RUN, () => log(later)), store.freeze(RUN, () => log(later))]);
    await store.freeze(RUN, () => log({}));
    expect([...(await store.ofRun(RUN))]).toEqual([
      ['01aa', 'October'],
      ['f0bb', 'none'],
    ]);
    expect(await store.ofFiler(RUN, '01aa')).toBe('October');
    expect(await store.ofFiler(RUN, 'f0bb')).toBe('none');
    expect(await store.ofFiler(RUN, 'f1dd')).toBeUndefined();
  });
});

describe('the dates of a plan', () => {
  it.each([
    ['an estimate that became exact', { 'goLive.certainty': 'estimated' }, true],
    ['another day', DECEMBER, false],
    ['another hour', { 'goLive.time': '08:45' }, false],
    ['another outage', { 'outages.filing.from': '2018-10-18T08:30' }, false],
    ['no date', NO_DATE, false],
  ])('%s: the same to those who were told is %s', (_what, changes, same) => {
    expect(nameSameDates(OCTOBER, datesOf(aPlan(changes)))).toBe(same);
  });

  it('are read back from what a run keeps', () => {
    expect([OCTOBER, NONE].map(pivotDateIn)).toEqual(['2018-10-22', null]);
  });

  it('are told until the court is live, or for thirty days', () => {
    expect(dateChangeExpiry(aPlan(), '2018-07-25T13:00:00Z')).toBe('2018-10-22T12:30:00Z');
    expect(dateChangeExpiry(aPlan(NO_DATE), '2018-10-25T13:00:00Z')).toBe('2018-11-24T14:00:00Z');
  });
});
