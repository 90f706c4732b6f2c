import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  decideAll,
  decideOne,
  MAX_RETRIES,
  runRefusal,
} from '../../../../functions/domain/run/decide-retry.ts';
import { nextAttempt } from '../../../../functions/domain/run/retry.ts';
import type { Fact } from '../../../../functions/domain/send/fact.ts';
import { facts } from '../../../support/builders/facts.ts';

const NOW = Temporal.Instant.from('2018-07-24T13:00:00Z');
const RUN = { runId: 'r', expiresAt: '2018-07-24T13:00:01Z' };

describe('runRefusal', () => {
  it.each([
    ['in time', RUN, null],
    ['at its expiry', { ...RUN, expiresAt: '2018-07-24T13:00:00Z' }, 'expired'],
    ['cancelled', { ...RUN, cancelled: 'plan-changed' }, 'cancelled'],
  ])('of a run that is %s', (_what, run, reason) => {
    expect(runRefusal(run, NOW)?.reason ?? null).toBe(reason);
  });
});

describe('decideOne', () => {
  const choice = { runId: 'r', filerId: 'f' };
  it.each<[what: string, facts: Fact[], reason: string | undefined, decision: object]>([
    ['has no facts', [], undefined, { retry: false, reason: 'no-such-send' }],
    ['failed', facts([1, 'failed', 'x']), undefined, { retry: true, found: 1, before: ['1 failed'] }],
    ['failed for the reason asked for', facts([1, 'failed', 'x']), 'x', { retry: true, found: 1 }],
    ['failed for another reason', facts([1, 'failed', 'x']), 'y', { retry: false, reason: 'not-retryable' }],
    ['is sent', facts([1, 'sent']), undefined, { retry: false, reason: 'not-retryable' }],
  ])('of a send that %s', (_what, given, reason, decision) => {
    expect(decideOne(given, { ...choice, reason })).toMatchObject(decision);
  });

  it('says which status keeps a send from being tried again', () => {
    expect(decideOne(facts([1, 'skipped', 'unreachable']), choice)).toMatchObject({
      message: 'This email’s status is skipped (unreachable): only failed or unknown emails can be retried.',
    });
  });
});

describe('decideAll', () => {
  const attempts = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      attempt: nextAttempt(facts([index + 1, 'failed']))!,
      status: index % 3 === 0 ? ('unknown' as const) : ('failed' as const),
    }));
  it('counts them by status', () => {
    expect(decideAll(attempts(5), { runId: 'r' })).toMatchObject({ before: ['3 failed', '2 unknown'] });
  });

  it.each([
    [0, 0],
    [1, 1],
    [MAX_RETRIES, MAX_RETRIES],
    [MAX_RETRIES + 1, MAX_RETRIES],
  ])('of %i sends found tries %i', (found, tried) => {
    const decision = decideAll(attempts(found), { runId: 'r' });
    expect(decision.retry ? decision.attempts.length : 0).toBe(tried);
    if (decision.retry) expect(decision.found).toBe(found);
  });

  it('names the reason for which nothing was found', () => {
    expect(decideAll([], { runId: 'r', reason: 'render-failed' })).toEqual({
      retry: false,
      reason: 'nothing-to-retry',
      message: 'No email of r has failed or is unknown with the reason render-failed.',
    });
  });
});
