import { describe, expect, it } from 'vitest';
import type { Suppression } from '../../../functions/feedback/suppression.client.ts';
import type { Filer } from '../../../functions/filers/filer.ts';
import { type FilerState, STATES } from '../../../functions/filers/filer-state.ts';
import { phoneRow } from '../../../functions/ops/phone-list.ts';

const FILER = { filerId: '0'.repeat(16), userId: 'u', lastName: 'L', email: 'a@example.com' } as Filer;

function row(
  state: FilerState['state'],
  how: { flags?: FilerState['flags']; why?: Suppression['reason'] } = {},
) {
  const { flags = [], why } = how;
  return phoneRow(FILER, {
    state: { state, rule: 1, reason: 'the table says so', account: null, flags },
    suppression: why && { reason: why, detail: '', at: '', runId: 'r', filerId: 'f' },
  });
}

describe('phoneRow', () => {
  it.each(STATES)('without any trouble lists only who waits for the court: %s', (state) => {
    const listed = state === 'conflict' || state === 'awaiting-court';
    expect(row(state)?.reason ?? null).toBe(listed ? state : null);
  });

  it.each([
    ['unreachable', { flags: ['unreachable'] as const }],
    ['hard-bounce', { why: 'hard-bounce' as const }],
    ['complaint', { why: 'complaint' as const }],
    ['unreachable', { flags: ['unreachable'] as const, why: 'complaint' as const }],
  ])('lists who is %s', (reason, how) => {
    expect(row('needs-upgrade', how)).toMatchObject({ reason, lastName: 'L', phone: '' });
  });

  it.each(['inactive', 'not-required', 'linked'] as const)('bothers nobody who is %s', (state) => {
    expect(row(state, { why: 'complaint' })).toBeNull();
  });
});
