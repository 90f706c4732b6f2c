import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACT_KINDS, type Fact, type FactKind } from '../../../../functions/domain/send/fact.ts';
import { FACTS, foldStatus, type SendStatus } from '../../../../functions/domain/send/status.ts';

function fact(kind: FactKind, attempt = 1, at = '2018-10-22T12:30:00Z'): Fact {
  return { runId: 'r', filerId: 'f', attempt, kind, at };
}

const WITHIN_AN_ATTEMPT: [facts: FactKind[], status: SendStatus][] = [
  [[], 'waiting'],
  [['sent'], 'sent'],
  [['send'], 'sent'],
  [['unknown'], 'unknown'],
  [['unknown', 'send'], 'sent'],
  [['unknown', 'delivered'], 'delivered'],
  [['unknown', 'failed'], 'failed'],
  [['sent', 'delayed'], 'delayed'],
  [['sent', 'soft-bounced'], 'delayed'],
  [['sent', 'delayed', 'delivered'], 'delivered'],
  [['delivered', 'soft-bounced'], 'delivered'],
  [['delivered', 'bounced'], 'bounced'],
  [['bounced', 'complained'], 'complained'],
  [['sent', 'rejected'], 'bounced'],
  [['skipped'], 'skipped'],
  [['skipped', 'sent'], 'sent'],
];

const ACROSS_ATTEMPTS: [facts: [FactKind, number][], lastAttempt: number, status: SendStatus][] = [
  [[['unknown', 1]], 2, 'waiting'],
  [[['failed', 1]], 2, 'waiting'],
  [[['delivered', 1]], 2, 'delivered'],
  [
    [
      ['complained', 1],
      ['delivered', 2],
    ],
    2,
    'complained',
  ],
  [
    [
      ['unknown', 1],
      ['sent', 2],
    ],
    2,
    'sent',
  ],
  [
    [
      ['sent', 1],
      ['failed', 2],
    ],
    2,
    'sent',
  ],
  [
    [
      ['unknown', 1],
      ['failed', 2],
    ],
    2,
    'unknown',
  ],
  [
    [
      ['failed', 1],
      ['skipped', 2],
    ],
    2,
    'skipped',
  ],
  [
    [
      ['bounced', 1],
      ['sent', 2],
    ],
    2,
    'sent',
  ],
  [
    [
      ['sent', 1],
      ['delayed', 2],
    ],
    2,
    'delayed',
  ],
];

describe('foldStatus', () => {
  it.each(WITHIN_AN_ATTEMPT)('takes the strongest fact of an attempt: %j is %s', (kinds, status) => {
    expect(foldStatus(kinds.map((kind) => fact(kind))).status).toBe(status);
  });

  it.each(ACROSS_ATTEMPTS)('decides across attempts: %j of %i is %s', (facts, lastAttempt, status) => {
    const given = facts.map(([kind, attempt]) => fact(kind, attempt));
    expect(foldStatus(given, lastAttempt).status).toBe(status);
  });

  it('depends neither on the order nor on repetition of the facts', () => {
    const anyFact = fc
      .record({
        kind: fc.constantFrom(...FACT_KINDS),
        attempt: fc.integer({ min: 1, max: 3 }),
        minute: fc.integer({ min: 10, max: 59 }),
      })
      .map(({ kind, attempt, minute }) => fact(kind, attempt, `2018-10-22T12:${minute}:00Z`));
    const shuffled = fc
      .array(anyFact, { maxLength: 6 })
      .chain((facts) =>
        fc.tuple(
          fc.constant(facts),
          fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }),
        ),
      );
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 1, max: 4 }), ([facts, again], lastAttempt) => {
        expect(foldStatus(again, lastAttempt)).toEqual(foldStatus(facts, lastAttempt));
      }),
    );
  });

  it('never calls a send failed, skipped or unknown once SES proved to have taken it', () => {
    const kinds = fc.array(fc.constantFrom(...FACT_KINDS), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(kinds, (list) => {
        const { status } = foldStatus(list.map((kind) => fact(kind)));
        const taken = list.some((kind) => FACTS[kind].proof);
        expect(['failed', 'skipped', 'unknown'].includes(status)).toBe(!taken);
      }),
    );
  });
});
