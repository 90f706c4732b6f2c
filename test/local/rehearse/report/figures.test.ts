import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Phase } from '../../../../functions/domain/plan/phases.ts';
import type { Run } from '../../../../functions/domain/run/run.ts';
import type { Send, SendStatus } from '../../../../functions/domain/send/status.ts';
import { figuresOf, totalsOf } from '../../../../local/rehearse/report/figures.ts';
import { tableLines } from '../../../../local/rehearse/report/table.ts';

const at = Temporal.ZonedDateTime.from('2018-10-24T10:00[America/New_York]');
const phase: Phase = {
  id: 'follow-up-1',
  kind: 'follow-up',
  number: 1,
  of: 4,
  at,
  expiresAt: at.add({ days: 2 }),
  approval: 'automatic',
  hold: false,
};
const run: Run = {
  runId: 'follow-up-1_20181024T140000Z',
  phaseId: 'follow-up-1',
  kind: 'follow-up',
  number: 1,
  of: 4,
  scheduledFor: '2018-10-24T14:00:00Z',
  expiresAt: '2018-10-26T14:00:00Z',
  decidedAt: '2018-10-24T14:03:00Z',
  planVersion: 'p1',
  dates: '',
  rosterVersion: 'r1',
  startedBy: 'schedule',
  audience: {
    byState: { 'needs-upgrade': 1000, 'link-failed': 4, 'awaiting-court': 2 },
    mailable: 1004,
    skipped: 2,
    chunks: 1,
  },
  completedAt: '2018-10-24T14:10:00Z',
};

function sends(counts: Partial<Record<SendStatus, number>>, reason?: string): Send[] {
  return Object.entries(counts).flatMap(([status, count]) =>
    Array.from({ length: count }, (): Send => {
      const fact = {
        runId: run.runId,
        filerId: '0',
        attempt: 1,
        kind: 'skipped' as const,
        at: run.decidedAt,
      };
      return { status: status as SendStatus, attempt: 1, fact: { ...fact, ...(reason && { reason }) } };
    }),
  );
}

const done = figuresOf({
  phase,
  run,
  hold: null,
  sends: [
    ...sends({ delivered: 990, bounced: 3, complained: 1, sent: 2, delayed: 1, failed: 1, unknown: 1 }),
    ...sends({ skipped: 2 }, 'awaiting-court'),
    ...sends({ skipped: 4 }, 'suppressed-hard-bounce'),
  ],
});
const held = figuresOf({
  phase: { ...phase, id: 'follow-up-2' },
  run: null,
  hold: 'progress-stale',
  sends: [],
});

describe('figuresOf', () => {
  it('counts as sent what SES took, whatever became of it', () => {
    expect(done).toMatchObject({
      sent: 997,
      delivered: 990,
      bounced: 3,
      complained: 1,
      open: 3,
      failed: 1,
      unknown: 1,
    });
  });

  it('counts as waiting everyone in the audience without any fact', () => {
    expect(done.audience).toBe(1006);
    expect(done.waiting).toBe(1006 - 1005);
  });

  it('says why people were skipped', () => {
    expect(done.skippedWhy).toEqual({ 'awaiting-court': 2, 'suppressed-hard-bounce': 4 });
  });

  it("gives times as the court's clocks show them", () => {
    expect(done).toMatchObject({
      scheduledFor: '2018-10-24T10:00:00-04:00',
      startedAt: '2018-10-24T10:03:00-04:00',
    });
  });

  it('says why a phase never started', () => {
    expect(held).toMatchObject({
      outcome: 'held',
      reason: 'progress-stale',
      startedAt: null,
      audience: 0,
    });
  });
});

describe('tableLines', () => {
  it('gives each phase a line of figures, and lines on whom and why', () => {
    const phases = [done, held];
    expect(tableLines({ phases, totals: totalsOf(phases) }, 'America/New_York')).toEqual([
      'Phase        When (Eastern Time)                Audience  Sent  Delivered  Bounced  Complained  Failed  Skipped',
      '───────────────────────────────────────────────────────────────────────────────────────────────────────────────',
      'follow-up-1  Wed, Oct 24, 2018, 10:03 a.m. EDT     1,006   997        990        3           1       1        6',
      '             audience: needs-upgrade 1000 · link-failed 4 · awaiting-court 2',
      '             skipped: 4 an earlier email bounced · 2 awaiting court approval',
      '             open: 3 with no result yet · 1 may or may not have been sent · 1 not sent yet',
      'follow-up-2  Wed, Oct 24, 2018, 10:00 a.m. EDT         0     0          0        0           0       0        0',
      '             held: link status is out of date: an update with link_status must be uploaded first',
      '───────────────────────────────────────────────────────────────────────────────────────────────────────────────',
      'Total                                                      997        990        3           1       1        6',
    ]);
  });
});
