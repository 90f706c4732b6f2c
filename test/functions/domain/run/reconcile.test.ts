import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixtures } from '#fixtures';
import { type AccountInput, reconcile } from '../../../../functions/domain/run/reconcile.ts';
import { type Chunk, chunkName, retryName } from '../../../../functions/domain/run/run.ts';
import { FACT_KINDS, type Fact, type FactKind } from '../../../../functions/domain/send/fact.ts';

const RUN = { audience: { byState: {}, mailable: 2, skipped: 1, chunks: 1 }, enqueued: true };

function fact(filerId: string, kind: FactKind, attempt = 1): Fact {
  const reason = kind === 'skipped' ? { reason: 'unreachable' } : {};
  return { runId: 'r', filerId, attempt, kind, at: '2018-07-24T13:00:00Z', ...reason };
}

function chunk(name: string, attempts: readonly [filerId: string, attempt: number][], done = true): Chunk {
  return {
    runId: 'r',
    name,
    attempts: attempts.map(([filerId, attempt]) => ({ filerId, attempt, state: fixtures.todo })),
    leaseEpoch: 1,
    expiredLeases: 0,
    claims: new Set(),
    done,
    queuedAt: 0,
  };
}

/** Filers a and b are emailed, c is skipped; all is well. */
const GOOD: AccountInput = {
  run: RUN,
  audience: new Set(['a', 'b', 'c']),
  chunks: [
    chunk('00001', [
      ['a', 1],
      ['b', 1],
    ]),
  ],
  facts: new Map([
    ['a', [fact('a', 'sent')]],
    ['b', [fact('b', 'failed')]],
    ['c', [fact('c', 'skipped')]],
  ]),
  isHeld: false,
};
const without = (filerId: string) => new Map([...GOOD.facts].filter(([id]) => id !== filerId));
const open = [
  chunk(
    '00001',
    [
      ['a', 1],
      ['b', 1],
    ],
    false,
  ),
];
const retried = (done: boolean) => [
  ...GOOD.chunks,
  chunk(retryName({ filerId: 'b', attempt: 2 }), [['b', 2]], done),
];

const DIFFERENCES: [what: string, changes: Partial<AccountInput>, differences: unknown[]][] = [
  ['all is well', {}, []],
  ['a chunk is open', { chunks: open, facts: without('a') }, []],
  ['a chunk is done and says nothing of a', { facts: without('a') }, [{ what: 'no-outcome', filerId: 'a' }]],
  [
    'the run is complete and a chunk is open',
    { chunks: open, facts: without('a'), run: { ...RUN, completedAt: 'x' } },
    [{ what: 'open-after-completion', filerId: 'a' }],
  ],
  [
    'a chunk is missing',
    { chunks: [], facts: new Map([['c', [fact('c', 'skipped')]]]) },
    [
      { what: 'not-written-out', filerId: 'a' },
      { what: 'not-written-out', filerId: 'b' },
      { what: 'chunk-count', expected: 1, found: 0 },
    ],
  ],
  ['chunks are still being written', { chunks: [], facts: new Map(), run: { audience: RUN.audience } }, []],
  ['a skip was never written', { facts: without('c') }, [{ what: 'not-written-out', filerId: 'c' }]],
  [
    'a stranger is in the log',
    { facts: new Map([...GOOD.facts, ['x', [fact('x', 'sent')]]]) },
    [{ what: 'not-in-audience', filerId: 'x' }],
  ],
  [
    'an attempt is in two chunks',
    {
      chunks: [...GOOD.chunks, chunk('00002', [['a', 1]])],
      run: { ...RUN, audience: { ...RUN.audience, chunks: 2 } },
    },
    [{ what: 'in-two-chunks', filerId: 'a' }],
  ],
  [
    'the log knows an attempt that no chunk holds',
    { facts: new Map([...GOOD.facts, ['b', [fact('b', 'failed'), fact('b', 'sent', 2)]]]) },
    [{ what: 'attempt-without-chunk', filerId: 'b' }],
  ],
  ['a retry waits', { chunks: retried(false), run: { ...RUN, completedAt: 'x' } }, []],
  ['a retry is done without an outcome', { chunks: retried(true) }, [{ what: 'no-outcome', filerId: 'b' }]],
  [
    'the frozen count is another',
    { run: { ...RUN, audience: { ...RUN.audience, mailable: 5 } } },
    [{ what: 'audience-count', expected: 6, found: 3 }],
  ],
  [
    'the roster is gone and a filer with it',
    { audience: null, facts: without('c') },
    [{ what: 'audience-count', expected: 3, found: 2 }],
  ],
];

describe('reconcile', () => {
  it.each(DIFFERENCES)('when %s', (_what, changes, differences) => {
    expect(reconcile({ ...GOOD, ...changes }).differences).toEqual(differences);
  });

  it('counts by status, skips by reason, and what a hold keeps', () => {
    const account = reconcile({ ...GOOD, chunks: open, facts: without('a'), isHeld: true });
    expect(account).toMatchObject({
      audience: 3,
      held: 1,
      byStatus: { waiting: 1, failed: 1, skipped: 1 },
      skippedBy: { unreachable: 1 },
    });
  });

  it('counts as skipped whom a canceled run never got to', () => {
    const run = { audience: RUN.audience, cancelled: 'plan-changed' };
    for (const audience of [GOOD.audience, null]) {
      const account = reconcile({ ...GOOD, run, audience, chunks: [], facts: new Map() });
      expect(account).toMatchObject({ audience: 3, byStatus: { skipped: 3 }, skippedBy: { cancelled: 3 } });
      expect(account.differences).toEqual([]);
    }
  });

  it('balances whatever facts there are of whom the chunks hold', () => {
    const ids = ['a', 'b', 'd', 'e'];
    const kinds = fc.subarray([...FACT_KINDS], { minLength: 1 });
    fc.assert(
      fc.property(fc.tuple(kinds, kinds, kinds, kinds), fc.boolean(), (outcomes, done) => {
        const facts = new Map(ids.map((id, index) => [id, outcomes[index]!.map((kind) => fact(id, kind))]));
        const account = reconcile({
          run: { audience: { byState: {}, mailable: 4, skipped: 0, chunks: 4 }, enqueued: true },
          audience: new Set(ids),
          chunks: ids.map((id, index) => chunk(chunkName(index + 1), [[id, 1]], done)),
          facts,
          isHeld: false,
        });
        const sum = Object.values(account.byStatus).reduce((total, count) => total + count, 0);
        expect(sum).toBe(account.audience);
        expect(account.differences).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
