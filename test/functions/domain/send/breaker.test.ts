import { describe, expect, it } from 'vitest';
import { breakerSchema } from '../../../../functions/domain/plan/plan.ts';
import { countForBreaker, failuresAtEnd, overLimit } from '../../../../functions/domain/send/breaker.ts';
import type { Fact, FactKind } from '../../../../functions/domain/send/fact.ts';

const LIMITS = breakerSchema.parse({});

function send(at: string, ...kinds: FactKind[]): Fact[] {
  return kinds.map((kind) => ({ runId: 'r', filerId: 'f', attempt: 1, kind, at }));
}

describe('overLimit', () => {
  it.each([
    ['99 sends, all bounced', { taken: 99, bounced: 99, complained: 99 }, null],
    ['5 % bounced', { taken: 100, bounced: 5, complained: 0 }, null],
    ['over 5 % bounced', { taken: 100, bounced: 6, complained: 0 }, 'breaker-bounces'],
    ['0.1 % complained', { taken: 1000, bounced: 0, complained: 1 }, null],
    ['over 0.1 % complained', { taken: 999, bounced: 0, complained: 1 }, 'breaker-complaints'],
    ['both', { taken: 100, bounced: 50, complained: 50 }, 'breaker-complaints'],
  ])('with the default limits, %s', (_what, count, reason) => {
    expect(overLimit(count, LIMITS)).toBe(reason);
  });
});

describe('countForBreaker', () => {
  const sends = [
    send('2018-07-24T13:00:00Z', 'sent', 'bounced'),
    send('2018-07-24T13:00:00Z', 'sent', 'soft-bounced'),
    send('2018-07-24T13:00:00Z', 'sent', 'rejected'),
    send('2018-07-24T13:00:00Z', 'sent', 'delivered', 'complained'),
    send('2018-07-24T13:00:00Z', 'failed'),
    send('2018-07-24T13:00:00Z', 'unknown'),
    send('2018-07-24T13:00:00Z', 'skipped'),
    send('2018-07-24T14:00:00Z', 'sent'),
  ];

  it('counts each send once, by its fold, and only what SES took', () => {
    expect(countForBreaker(sends)).toEqual({ taken: 5, bounced: 1, complained: 1 });
  });

  it('starts over when a person resumes', () => {
    expect(countForBreaker(sends, '2018-07-24T13:30:00Z')).toEqual({ taken: 1, bounced: 0, complained: 0 });
  });
});

describe('failuresAtEnd', () => {
  it.each<[FactKind[], { count: number; begins: boolean }]>([
    [[], { count: 0, begins: false }],
    [['sent'], { count: 0, begins: true }],
    [['failed', 'unknown'], { count: 2, begins: false }],
    [['failed', 'sent', 'unknown'], { count: 1, begins: true }],
    [['failed', 'failed', 'sent'], { count: 0, begins: true }],
  ])('of %j', (kinds, row) => {
    expect(failuresAtEnd(kinds)).toEqual(row);
  });
});
