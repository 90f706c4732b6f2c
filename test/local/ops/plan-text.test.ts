import { describe, expect, it } from 'vitest';
import { personActor } from '../../../functions/domain/actor.ts';
import { APPROVAL_REFUSALS } from '../../../functions/domain/run/approval.ts';
import { changesText, plansText, releaseText } from '../../../local/ops/plan-text.ts';

const OCTOBER = { certainty: 'exact', date: '2018-10-22', time: '08:30' } as const;
const NOTICE = {
  id: 'notice-1',
  from: '2018-07-24T09:00:00-04:00[America/New_York]',
  to: '2018-11-07T09:00:00-05:00[America/New_York]',
  hasRun: true,
};

describe('changesText', () => {
  it('says what moves, stops and waits', () => {
    const text = changesText({
      ok: true,
      newDates: true,
      pivot: { from: OCTOBER, to: { certainty: 'to-be-announced' } },
      phases: [
        { ...NOTICE, change: 'moved' },
        { id: 'open', change: 'same', from: 'a', to: 'a', hasRun: false },
      ],
      cancelledRuns: ['warning_1'],
      blocked: ['warning'],
      dateChange: 1,
      otherFacts: ['help-desk-phone', 'text:notice/help'],
      twoPersonApproval: false,
    });
    expect(text).toMatch(/^Go-live: Mon, Oct 22, 2018, 8:30 a\.m\. EDT -> to be announced\n/);
    expect(text).toMatch(
      /\nnotice-1 +moved +Tue, Jul 24, 2018, 9:00 a\.m\. EDT +Wed, Nov 7, 2018, 9:00 a\.m\. EST +already sent: would wait until released\n/,
    );
    expect(text).not.toContain('open');
    expect(text).toContain('This run is under way and would be canceled: warning_1');
    expect(text).toContain('warning would then wait until someone releases it');
    expect(text).toContain('1 filer was told the earlier dates.');
    expect(text).toContain(
      'Emails already sent may give different information about our help desk’s phone number and the court’s own wording. ' +
        'Once this plan is active, Crier will find out which filers received them,',
    );
  });

  it('asks for an approval where the plan wants one', () => {
    const text = changesText({
      ok: true,
      newDates: false,
      pivot: { from: OCTOBER, to: OCTOBER },
      phases: [{ ...NOTICE, change: 'moved' }],
      cancelledRuns: [],
      blocked: ['warning'],
      dateChange: 2,
      otherFacts: [],
      twoPersonApproval: true,
    });
    expect(text).toContain('already sent: would wait until approved');
    expect(text).toContain('warning would then wait until an approver approves it');
    expect(text).toContain('The email about the change would wait until an approver approves it.');
    expect(text).not.toContain('release');
  });

  it('says that nothing moves', () => {
    const pivot = { from: OCTOBER, to: OCTOBER };
    const none = {
      newDates: false,
      phases: [],
      cancelledRuns: [],
      blocked: [],
      dateChange: 0,
      otherFacts: [],
    };
    expect(changesText({ ok: true, pivot, ...none, twoPersonApproval: false })).toBe(
      'No date changes.\n\nNo phase changes.',
    );
  });

  it('names every problem of a plan that cannot be used', () => {
    const problems = [{ path: '$.court.zone', line: 4, found: '"Eastern"', message: 'must be a zone' }];
    expect(changesText({ ok: false, problems })).toBe(
      'The plan can\'t be used: 1 problem.\n$.court.zone (line 4): "Eastern" must be a zone',
    );
  });
});

describe('plansText', () => {
  it('lists plans, and how to continue', () => {
    const plan = { version: 'v2', uploadedAt: '2018-07-01T13:00:00Z', key: 'inbox/launch/a.json' };
    const text = plansText(
      {
        plans: [
          {
            ...plan,
            by: personActor({ id: 'clerk1' }),
            pivot: OCTOBER,
            zone: 'America/New_York',
            isActive: true,
          },
        ],
        next: 'v2',
      },
      'America/New_York',
    );
    expect(text).toMatch(
      /Jul 1, 2018, 9:00:00 a\.m\. EDT +clerk1 +Mon, Oct 22, 2018, 8:30 a\.m\. EDT +inbox\/launch\/a.json +v2 +active/,
    );
    expect(text).toContain('npm run ops -- plans --before v2');
  });
});

describe('releaseText', () => {
  it.each([
    [{ started: true, runId: 'notice-1_x' } as const, 'Started: notice-1_x.'],
    [
      { started: false, reason: 'released-ahead' } as const,
      'Released: it will start automatically at its scheduled time',
    ],
    [
      { started: false, reason: 'nobody-told' } as const,
      'Not started: no email told filers anything that differs from the plan',
    ],
    [{ started: false, reason: 'no-roster' } as const, 'Not started: no roster is active (no-roster).'],
    [
      { started: false, reason: 'not-signed-in', message: APPROVAL_REFUSALS['not-signed-in'] } as const,
      'Not released: Two-person approval is on, so a phase can be approved only in the console',
    ],
  ])('%j', (answer, words) => {
    expect(releaseText(answer)).toContain(words);
  });
});
