import { describe, expect, it } from 'vitest';
import { personActor } from '../../../../functions/domain/actor.ts';
import {
  type Activation,
  type ActiveRoster,
  activate,
  activatedAt,
  expire,
  forget,
  isOlderUpload,
  mayActivate,
  NO_ROSTER,
  reject,
  replacedAt,
} from '../../../../functions/domain/roster/activation.ts';

const ACT = { by: 'intake' as const, why: 'a clean upload', at: '2018-07-24T13:00:00Z' };
const LATER = { by: personActor({ id: 'clerk-1' }), why: 'looked at', at: '2018-07-25T13:00:00Z' };
const V1 = { version: 'v1', uploadedAt: '2018-07-24T12:00:00Z' };
const V2 = { version: 'v2', uploadedAt: '2018-07-25T12:00:00Z' };
const HOLD = { code: 'filers-gone', reason: 'too many' } as const;

const ONE = activate(NO_ROSTER, { ...V1, ...ACT });
const TWO = activate(ONE, { ...V2, ...LATER });

describe('mayActivate', () => {
  it.each<
    [what: string, active: ActiveRoster, version: Partial<Parameters<typeof mayActivate>[1]>, Activation]
  >([
    ['a first version', NO_ROSTER, {}, 'activate'],
    ['one that was compared with the active one', ONE, { base: 'v1' }, 'activate'],
    ['one with a reason to look at it', ONE, { base: 'v1', held: [HOLD] }, 'held'],
    ['one that was compared with none', ONE, {}, 'moved'],
    ['one that was compared with an earlier one', TWO, { base: 'v1', held: [HOLD] }, 'moved'],
    ['one that is active', ONE, { version: 'v1' }, 'decided'],
    ['one that was active', TWO, { version: 'v1' }, 'decided'],
    ['one that was rejected', reject(ONE, { version: 'v3', ...LATER }), { base: 'v1' }, 'decided'],
    ['one that was deleted', expire(ONE, 'v3'), { base: 'v1' }, 'decided'],
    ['one whose upload was dealt with', TWO, { base: 'v1', isClaimed: true }, 'decided'],
  ])('of %s', (_what, active, version, activation) => {
    const question = { version: 'v3', base: null, held: [], isClaimed: false, ...version };
    expect(mayActivate(active, question)).toBe(activation);
  });
});

/** So many activations, each of a version that its own author uploaded. */
function activations(count: number, why: string): ActiveRoster {
  let active = NO_ROSTER;
  for (let n = 1; n <= count; n++) {
    const version = { version: `v${n}`, uploadedAt: V1.uploadedAt, authors: [`author-${n % 7}`] };
    active = activate(active, { ...version, ...LATER, why });
  }
  return active;
}

describe('the decisions that are kept', () => {
  it.each([
    ['many short ones', 450, 'x', 400],
    ['reasons as long as may be', 130, '€'.repeat(500), 120],
  ])('fit into an item: %s', (_what, count, why, kept) => {
    const { decisions } = activations(count, why);
    expect(Buffer.byteLength(JSON.stringify(decisions))).toBeLessThan(210_000);
    expect(decisions).toHaveLength(kept);
    expect(decisions.at(-1)!.version).toBe(`v${count}`);
  });

  it('are at least the last, however long it is', () => {
    const { decisions } = activations(2, '€'.repeat(100_000));
    expect(decisions.map(({ version }) => version)).toEqual(['v2']);
  });

  it('leave behind who contributed to those that are dropped', () => {
    const { dropped } = activations(450, 'x');
    const authors = ['clerk-1', ...Array.from({ length: 7 }, (_, n) => `author-${n}`)];
    expect([...dropped!.authors].toSorted()).toEqual(authors.toSorted());
    expect(dropped!.revision).toBe(50);
    expect(activations(400, 'x').dropped).toBeUndefined();
  });
});

describe('the active roster', () => {
  it('keeps each decision with the version before it', () => {
    expect(TWO).toMatchObject({ revision: 2, version: 'v2', newestUpload: V2.uploadedAt, retired: {} });
    expect(TWO.decisions.map(({ version, from }) => [version, from])).toEqual([
      ['v1', null],
      ['v2', 'v1'],
    ]);
    expect([activatedAt(TWO, 'v1'), replacedAt(TWO, 'v1'), replacedAt(TWO, 'v2')]).toEqual([
      ACT.at,
      LATER.at,
      null,
    ]);
  });

  it('remembers the newest upload when an older version is activated again', () => {
    const back = activate(TWO, { ...V1, ...LATER, at: '2018-07-26T13:00:00Z' });
    expect(back).toMatchObject({ version: 'v1', newestUpload: V2.uploadedAt });
    expect(isOlderUpload(back, '2018-07-25T11:59:59Z')).toBe(true);
    expect(isOlderUpload(back, V2.uploadedAt)).toBe(false);
  });

  it('retires what is rejected or deleted until it is activated or forgotten', () => {
    const retired = expire(reject(ONE, { version: 'v3', ...LATER }), 'v4');
    expect(retired.retired).toEqual({ v3: 'rejected', v4: 'expired' });
    expect(activate(retired, { ...V2, version: 'v3', ...LATER }).retired).toEqual({
      v4: 'expired',
    });
    expect(forget(retired, 'v4').retired).toEqual({ v3: 'rejected' });
  });
});
