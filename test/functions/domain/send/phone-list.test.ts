import { describe, expect, it } from 'vitest';
import { fixtures } from '#fixtures';
import type { Filer } from '../../../../functions/domain/filer/filer.ts';
import { FINAL_STATES, stateRow } from '../../../../functions/domain/filer/rules.ts';
import { type FilerState, STATES } from '../../../../functions/domain/filer/state.ts';
import { bounceReason, PHONE_REASONS, phoneRow } from '../../../../functions/domain/send/phone-list.ts';
import type { Suppression } from '../../../../functions/domain/send/suppression.ts';

const FILER = {
  filerId: '0'.repeat(16),
  userId: 'u',
  lastName: 'L',
  email: 'a@example.com',
  secondaryEmails: [] as string[],
} as Filer;

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
  it.each(STATES)('without any trouble lists only who waits for the court, or may need help: %s', (state) => {
    const isHelped = stateRow(state).attention !== undefined;
    const listed = isHelped || (fixtures.skipped as readonly string[]).includes(state);
    expect(row(state)?.reason ?? null).toBe(listed ? state : null);
  });

  it.each([
    ['unreachable', { flags: ['unreachable'] as const }],
    ['hard-bounce', { why: 'hard-bounce' as const }],
    ['complaint', { why: 'complaint' as const }],
    ['unreachable', { flags: ['unreachable'] as const, why: 'complaint' as const }],
  ])('lists who is %s', (reason, how) => {
    expect(row(fixtures.todo, how)).toMatchObject({ reason, lastName: 'L', phone: '' });
  });

  it('lists whose mailbox keeps refusing emails for now, unless they need do nothing', () => {
    const stateOf = (state: FilerState['state']) =>
      ({ state, rule: 1, reason: '', account: null, flags: [] }) as FilerState;
    const rowOf = (state: FilerState['state']) =>
      phoneRow(FILER, { state: stateOf(state), suppression: undefined, keepsBouncing: true });
    expect(rowOf(fixtures.todo)).toMatchObject({
      reason: 'soft-bounces',
      why: PHONE_REASONS['soft-bounces'],
    });
    for (const state of FINAL_STATES) expect(rowOf(state)).toBeNull();
  });

  it.each([...FINAL_STATES])('bothers no one who is %s', (state) => {
    expect(row(state, { why: 'complaint' })).toBeNull();
  });
});

const OTHER = 'b@example.com';

describe('bounceReason', () => {
  it.each([
    ['hard-bounce', [], null, [], true],
    ['secondary-mailed', [OTHER], 'delivered', [], true],
    ['secondary-mailed', [OTHER], 'unknown', [], true],
    ['secondary-bounced', [OTHER], 'bounced', [OTHER], true],
    ['secondary-suppressed', [OTHER], 'skipped', [OTHER], true],
    ['secondary-suppressed', [OTHER], null, [OTHER], true],
    ['secondary-suppressed', [OTHER], null, [OTHER], false],
    ['secondary-not-allowed', [OTHER], null, [], false],
    ['secondary-not-mailed', [OTHER], 'skipped', [], true],
    ['secondary-not-mailed', [OTHER], null, [], true],
    ['secondary-not-mailed', [OTHER], null, [], undefined],
  ] as const)('tells %s', (reason, others, status, listed, isAllowed) => {
    const suppressed = new Map(listed.map((address) => [address, {}]));
    expect(bounceReason({ others, status, suppressed, isAllowed })).toBe(reason);
    expect(PHONE_REASONS[reason]).toContain('permanently refuses emails');
  });
});
