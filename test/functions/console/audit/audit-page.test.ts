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
    isFirst: true,
    next: null,
  };
  const [, body = ''] = /<tbody>(.*)<\/tbody>/s.exec(String(auditPage(view).body)) ?? [];
  return body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

describe('a row of the audit page', () => {
  it.each([
    ['a person', personActor({ id: 'clara' }), 'Clara Clerk clara'],
    [
      'a principal',
      { ...outsideActor('clara'), principal: ROLE, event: '3074546e' },
      `Outside the console, by ${ROLE}, claiming to be clara CloudTrail event 3074546e`,
    ],
    [
      'someone whom AWS may still report',
      { ...outsideActor(), isAwaited: true },
      'Outside the console, by whom AWS has not reported yet',
    ],
  ])('names %s', (_what, by, words) => {
    expect(rowOf(by)).toContain(`${words} `);
  });

  it.each([
    ['nothing', [], [], ' – '],
    ['what is new', [], ['person'], ' person '],
    ['what was', ['person'], [], ' Before: person '],
    ['both', ['running'], ['cancelled'], ' running → canceled '],
    [
      'a run that a release follows',
      ['cancelled:notice-1_20180724T130000Z'],
      ['released'],
      ' canceled:notice-1_2018',
    ],
  ])('shows %s of a change', (_what, before, after, words) => {
    expect(rowOf(personActor({ id: 'clara' }), { before, after })).toContain(words);
  });
});
