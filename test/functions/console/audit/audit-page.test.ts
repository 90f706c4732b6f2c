import { describe, expect, it } from 'vitest';
import { auditPage } from '../../../../functions/console/audit/audit-page.tsx';
import { outsideActor, personActor } from '../../../../functions/domain/actor.ts';
import type { AuditEntry } from '../../../../functions/domain/audit-entry.ts';

const HOLD = { act: 'hold', scope: 'all', why: 'wrong date' } as const;
const ROLE = 'arn:aws:iam::123456789012:role/Clerk';

function rowOf(by: AuditEntry['act']['by'], change: Partial<AuditEntry> = {}): string {
  const entry = {
    at: '2018-07-24T13:00:00Z',
    requestId: 'r',
    act: { ...HOLD, by },
    before: [],
    after: [],
    ...change,
  };
  const people = new Map([['clara', 'Clara Clerk']]);
  const view = {
    zone: 'America/New_York',
    records: [entry],
    people,
    phases: new Map(),
    states: {},
    discarded: new Set<string>(),
    members: (path: string) => path,
    previous: null,
    next: null,
  };
  const [, body = ''] = /<tbody[^>]*>(.*)<\/tbody>/s.exec(String(auditPage(view).body)) ?? [];
  return body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

describe('a row of the audit page', () => {
  it.each([
    ['a person', personActor({ id: 'clara' }), 'Clara Clerk paused all sending: wrong date. Account clara'],
    [
      'a principal',
      { ...outsideActor('clara'), principal: ROLE, event: '3074546e' },
      `Someone outside the console (the role Clerk, claiming to be clara) paused all sending: wrong date. ${ROLE} · CloudTrail event 3074546e`,
    ],
  ])('names %s', (_what, by, words) => {
    expect(rowOf(by)).toContain(`${words} `);
  });

  it('shows what changed, the first eight of it, and where to look', () => {
    const changes = Array.from({ length: 10 }, (_, at) => ({ what: `member ${at}` }));
    const [first, ...others] = changes;
    const act = {
      act: 'plan',
      key: 'inbox/launch/a.json',
      hash: '0123456789ab',
      by: personActor({ id: 'clara' }),
      why: 'a new phone',
      changes: [{ ...first!, before: 'on', after: 'off' }, ...others],
    } as const;
    const row = rowOf(act.by, { act, before: ['20180720T130000Z-0123456789ab'] });
    expect(row).toContain('Clara Clerk changed the launch plan: a new phone. Member 0: on → off');
    expect(row).toContain('Changed: member 7 and 2 more Account clara · View launch plan ');
    expect(row).not.toContain('ember 8');
  });
});
