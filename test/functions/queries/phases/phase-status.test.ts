import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { HoldReason } from '../../../../functions/domain/run/may-start.ts';
import { phaseStatusLabel } from '../../../../functions/queries/phases/phase-labels.ts';
import { phaseStatus } from '../../../../functions/queries/phases/phase-status.ts';

const instant = (time: string) => `2018-10-22T${time}:00Z`;
const PHASE = { at: instant('09:00'), expiresAt: instant('17:00') };

interface Case {
  readonly time: string;
  readonly run?: { cancelled?: string; completedAt?: string };
  readonly holds?: readonly string[];
  readonly hold?: HoldReason;
  readonly isReleased?: boolean;
  readonly earlier?: { runId: string; on: string };
}

const EARLIER = { runId: 'notice-1_20180724T130000Z', on: 'Tue, Jul 24, 2018' };

const CASES: [what: string, facts: Case, kind: string, tone: string][] = [
  ['before its hour', { time: '08:59' }, 'planned', 'plain'],
  ['before its hour, released', { time: '08:59', isReleased: true }, 'released', 'plain'],
  ['at its hour', { time: '09:00' }, 'waiting', 'wait'],
  ['at its hour, held', { time: '09:05', hold: 'needs-release' }, 'waiting', 'wait'],
  ['later than it may start', { time: '10:01', hold: 'missed' }, 'missed', 'bad'],
  ['held until it expired', { time: '17:00', hold: 'needs-release' }, 'missed', 'bad'],
  ['running', { time: '09:05', run: {} }, 'sending', 'busy'],
  ['running, held', { time: '09:05', run: {}, holds: ['person'] }, 'held', 'wait'],
  ['complete', { time: '09:05', run: { completedAt: 'x' } }, 'complete', 'good'],
  [
    'complete while everything is held',
    { time: '09:05', run: { completedAt: 'x' }, holds: ['all:person'] },
    'complete',
    'good',
  ],
  ['sent under earlier dates', { time: '08:59', earlier: EARLIER, hold: 'has-run' }, 'sent-earlier', 'good'],
  [
    'sent under earlier dates, and its new hour passed',
    { time: '17:00', earlier: EARLIER, hold: 'has-run' },
    'sent-earlier',
    'good',
  ],
  [
    'sent under earlier dates, released to be sent again, and expired',
    { time: '17:00', earlier: EARLIER, hold: 'expired', isReleased: true },
    'missed',
    'bad',
  ],
  [
    'sent under earlier dates, released to be sent again',
    { time: '08:59', earlier: EARLIER, isReleased: true },
    'released',
    'plain',
  ],
  [
    'sent under earlier dates, and again',
    { time: '09:05', earlier: EARLIER, run: { completedAt: 'x' } },
    'complete',
    'good',
  ],
  [
    'sent under earlier dates, released, its approval void',
    { time: '08:59', earlier: EARLIER, hold: 'approval-void' },
    'waiting',
    'wait',
  ],
  [
    'sent under earlier dates, sent again and cancelled',
    { time: '09:05', earlier: EARLIER, hold: 'cancelled' },
    'waiting',
    'wait',
  ],
  ['cancelled', { time: '09:05', run: { cancelled: 'plan-changed', completedAt: 'x' } }, 'cancelled', 'bad'],
];

describe('phaseStatus', () => {
  it.each(CASES)(
    'of a phase %s',
    (_what, { time, run, earlier, holds = [], hold, isReleased = false }, kind, tone) => {
      const now = Temporal.Instant.from(instant(time));
      const status = phaseStatus({
        ...PHASE,
        run: run ?? null,
        earlier: earlier ?? null,
        holds,
        held: hold ? { reason: hold } : null,
        isReleased,
        now,
      });
      const label = phaseStatusLabel({ kind: 'notice', status });
      expect([status.kind, label.tone]).toEqual([kind, tone]);
      if (tone === 'wait' || tone === 'bad') expect(label.meaning).toMatch(/\.$/);
    },
  );

  it('says what holds a run, and whether it holds everything', () => {
    const status = { kind: 'held', reasons: ['breaker-bounces', 'all:person'] } as const;
    const { meaning } = phaseStatusLabel({ kind: 'notice', status });
    expect(meaning).toBe(
      'Too many of its emails bounced. All sending is paused. Someone paused it. No emails will be sent until it is resumed.',
    );
  });

  it('names the claim of its kind that a clerk must confirm', () => {
    const status = { kind: 'waiting', reason: 'unconfirmed' } as const;
    const { meaning } = phaseStatusLabel({ kind: 'launch-day', status });
    expect(meaning).toBe('Waits until someone confirms that filing is open.');
    const withTwo = phaseStatusLabel({ kind: 'launch-day', status, twoPersonApproval: true });
    expect(withTwo.meaning).toBe('Waits until an approver confirms that filing is open.');
  });

  it.each(['held-by-plan', 'needs-release', 'cancelled', 'unconfirmed'] as const)(
    'asks for an approval, not for a release, where that takes two people: %s',
    (reason) => {
      const phase = { kind: 'notice', status: { kind: 'waiting', reason }, twoPersonApproval: true } as const;
      const { meaning } = phaseStatusLabel(phase);
      expect(meaning).toMatch(/approv/);
      expect(meaning).not.toMatch(/release/i);
    },
  );
});
