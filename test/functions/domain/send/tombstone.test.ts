import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { fixtures } from '#fixtures';
import { type AccountInput, reconcile } from '../../../../functions/domain/run/reconcile.ts';
import { nextAttempt, resendAttempt } from '../../../../functions/domain/run/retry.ts';
import { type Chunk, chunkName } from '../../../../functions/domain/run/run.ts';
import { FACT_KINDS, type Fact } from '../../../../functions/domain/send/fact.ts';
import { tombstoneOf } from '../../../../functions/domain/send/tombstone.ts';

const RUN = { runId: 'notice-1_20180724T130000Z', decidedAt: '2018-07-24T13:00:00Z' };
const saltOf = (filerId: string) => `salt of ${filerId}`;

/** Facts of each filer of a run; every one has at least one. */
const aLog = fc
  .array(
    fc.array(fc.record({ kind: fc.constantFrom(...FACT_KINDS), attempt: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
      maxLength: 6,
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((filers) =>
    filers.map((facts, index) => {
      const filerId = `${index.toString(16).padStart(2, '0')}23456789abcdef`;
      return facts.map(
        ({ kind, attempt }, at): Fact => ({
          runId: RUN.runId,
          filerId,
          attempt,
          kind,
          at: `2018-07-24T14:00:${String(at).padStart(2, '0')}Z`,
          state: fixtures.todo,
          messageId: `message of ${filerId}`,
          ...(kind === 'skipped' && { reason: 'unreachable' }),
        }),
      );
    }),
  );

function chunkOf(facts: readonly (readonly Fact[])[], isLeft: (filerId: string) => boolean): Chunk {
  const attempts = facts.flatMap(([one]) => {
    return isLeft(one!.filerId) ? [{ filerId: one!.filerId, attempt: 1, state: fixtures.todo }] : [];
  });
  return {
    runId: RUN.runId,
    name: chunkName(1),
    attempts,
    leaseEpoch: 1,
    expiredLeases: 0,
    claims: new Set(),
    done: true,
    queuedAt: 0,
  };
}

/** The run as stored, with some filers erased. */
function accountOf(log: readonly (readonly Fact[])[], erased: ReadonlySet<string>) {
  const isLeft = (filerId: string) => !erased.has(filerId);
  const facts = log.map((own) => {
    const { filerId } = own[0]!;
    return isLeft(filerId) ? own : [tombstoneOf(own, { ...RUN, salt: saltOf(filerId) })];
  });
  const input: AccountInput = {
    run: {
      audience: { byState: {}, mailable: log.length, skipped: 0, chunks: 1 },
      enqueued: true,
      completedAt: '2018-07-24T15:00:00Z',
    },
    audience: new Set(log.flatMap(([one]) => (isLeft(one!.filerId) ? [one!.filerId] : []))),
    chunks: [chunkOf(log, isLeft)],
    facts: new Map(facts.map((own) => [own[0]!.filerId, own])),
    isHeld: false,
  };
  return reconcile(input);
}

/** What isn't said about a filer: differences that name one, of attempts that this made-up run has no chunk for. */
const named = (what: string) => what === 'attempt-without-chunk';

describe('a tombstone', () => {
  it('leaves the counts of a run as they were, no matter who is erased', () => {
    fc.assert(
      fc.property(aLog, fc.infiniteStream(fc.boolean()), (log, chosen) => {
        const ids = log.map(([one]) => one!.filerId);
        const erased = new Set(ids.filter(() => chosen.next().value));
        const { differences: before, ...counts } = accountOf(log, new Set());
        const { differences, ...countsAfter } = accountOf(log, erased);
        expect(countsAfter).toEqual(counts);
        expect(before.filter(({ what }) => !named(what))).toEqual([]);
        expect(differences.filter(({ what }) => !named(what))).toEqual([]);
      }),
    );
  });

  it('keeps no id, time, attempt or message of the filer', () => {
    fc.assert(
      fc.property(aLog, ([facts]) => {
        const salt = saltOf(facts![0]!.filerId);
        const tombstone = tombstoneOf(facts!, { ...RUN, salt });
        expect(tombstone).toMatchObject({ attempt: 1, at: RUN.decidedAt, erased: true });
        expect(tombstone.filerId).toMatch(/^[0-9a-f]{16}$/);
        expect(JSON.stringify(tombstone)).not.toContain(facts![0]!.filerId);
        expect(tombstone.messageId).toBeUndefined();
        expect(tombstoneOf(facts!, { ...RUN, salt }).filerId).toBe(tombstone.filerId);
        const other = tombstoneOf(facts!, { ...RUN, runId: 'warning_20180824T130000Z', salt });
        expect(other.filerId).not.toBe(tombstone.filerId);
      }),
    );
  });

  it('is never sent again', () => {
    fc.assert(
      fc.property(aLog, ([facts]) => {
        const left = [tombstoneOf(facts!, { ...RUN, salt: 's' })];
        expect(nextAttempt(left)).toBeNull();
        expect(resendAttempt(left, Temporal.Instant.from('2019-07-24T13:00:00Z'))).toBeNull();
      }),
    );
  });

  it('counts as skipped for a filer of whom nothing is known', () => {
    expect(tombstoneOf([], { ...RUN, salt: 's' })).toMatchObject({ kind: 'skipped', reason: 'erased' });
  });
});
