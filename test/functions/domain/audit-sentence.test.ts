import { describe, expect, it } from 'vitest';
import { crierActor, outsideActor, personActor } from '../../../functions/domain/actor.ts';
import { auditSentence } from '../../../functions/domain/audit-sentence.ts';
import type { RecordedCommand } from '../../../functions/domain/recorded-command.ts';

const RUN = 'notice-1_20180724T130000Z';
const FILER = '0123456789abcdef';
const [OLD, NEW] = ['20180720T130000Z-0123456789ab', '20180724T130000Z-0123456789ab'];
const NAMES = {
  zone: 'America/New_York',
  people: new Map([
    ['clara', 'Clara Clerk'],
    ['otto', 'Otto Ops'],
  ]),
  phases: new Map([
    ['notice-1', 'Notice 1 of 2'],
    [RUN, 'Notice 1 of 2'],
  ]),
  states: { 'old-state': 'Old state', 'new-state': 'New state' },
};

type Act = RecordedCommand extends infer Command
  ? Command extends RecordedCommand
    ? Omit<Command, 'by'> & { by?: RecordedCommand['by'] }
    : never
  : never;

function read(act: Act, was: readonly string[] = [], is: readonly string[] = []): string[] {
  const entry = {
    at: '2018-07-24T13:00:00Z',
    requestId: 'r',
    act: { by: personActor({ id: 'clara' }), ...act } as RecordedCommand,
    before: was,
    after: is,
  };
  const { text, changes } = auditSentence(entry, NAMES);
  return [
    text,
    ...changes.map(({ what, before, after }) => {
      const values = [before, after].filter((value) => value !== undefined);
      return values.length > 0 ? `${what}: ${values.join(' → ')}` : what;
    }),
  ];
}

const DECEMBER = {
  what: 'go-live',
  before: 'October 22, 2018, 8:30 a.m.',
  after: 'December 10, 2018, 8:30 a.m.',
};
const PLAN = {
  act: 'plan',
  key: 'inbox/launch/a.json',
  hash: '0123456789ab',
  why: 'judge’s request',
} as const;

const OTTO = { by: personActor({ id: 'otto' }), why: '' } as const;

const ENTRIES: readonly (readonly [Parameters<typeof read>, readonly string[]])[] = [
  [
    [{ act: 'account', change: 'invite', account: 'jdoe', role: 'approver', ...OTTO }, [], ['approver']],
    ['Otto Ops invited jdoe as an approver.'],
  ],
  [
    [{ act: 'account', change: 'invite', account: 'jdoe', role: 'ops', ...OTTO }, [], ['ops']],
    ['Otto Ops invited jdoe as operations staff.'],
  ],
  [
    [{ act: 'account', change: 'resend', account: 'jdoe', ...OTTO }, ['approver']],
    ['Otto Ops resent the invitation of jdoe.'],
  ],
  [
    [
      { act: 'account', change: 'role', account: 'clara', role: 'viewer', ...OTTO, why: 'left' },
      ['clerk'],
      ['viewer'],
    ],
    ['Otto Ops changed the role of Clara Clerk from clerk to viewer: left.'],
  ],
  [
    [{ act: 'account', change: 'role', account: 'jdoe', role: 'ops', ...OTTO, why: 'new' }, [], ['ops']],
    ['Otto Ops changed the role of jdoe to operations: new.'],
  ],
  [
    [{ act: 'account', change: 'disable', account: 'clara', ...OTTO, why: 'left' }, ['clerk']],
    ['Otto Ops disabled the account of Clara Clerk: left.'],
  ],
  [
    [{ act: 'account', change: 'enable', account: 'clara', ...OTTO }, ['clerk']],
    ['Otto Ops enabled the account of Clara Clerk.'],
  ],
  [
    [{ act: 'account', change: 'reset', account: 'clara', ...OTTO, why: 'new phone' }, ['clerk']],
    ['Otto Ops reset the two-factor sign-in of Clara Clerk: new phone.'],
  ],
  [
    [{ act: 'hold', scope: 'all', by: personActor({ id: 'otto' }), why: 'wrong date' }, [], ['person']],
    ['Otto Ops paused all sending: wrong date.'],
  ],
  [
    [{ act: 'hold', scope: RUN, why: 'Why so many?' }, ['breaker-bounces'], ['breaker-bounces', 'person']],
    ['Clara Clerk paused Notice 1 of 2 (already paused: too many bounces): Why so many?'],
  ],
  [
    [{ act: 'lift', scope: 'all', reason: 'person', why: 'mended' }, ['person'], []],
    ['Clara Clerk resumed all sending: mended.'],
  ],
  [
    [{ act: 'lift', scope: RUN, reason: 'breaker-bounces', why: 'mended' }, ['breaker-bounces'], []],
    ['Clara Clerk resumed Notice 1 of 2 (paused: too many bounces): mended.'],
  ],
  [
    [
      { act: 'lift', scope: RUN, reason: 'person', why: 'mended' },
      ['breaker-bounces', 'person'],
      ['breaker-bounces'],
    ],
    [
      'Clara Clerk lifted one of the pauses of Notice 1 of 2: mended.',
      'Paused: too many bounces, by a person → too many bounces',
    ],
  ],
  [
    [{ act: 'cancel', runId: RUN, why: 'wrong roster' }, ['running'], ['cancelled']],
    ['Clara Clerk canceled Notice 1 of 2: wrong roster.', 'Status: sending → canceled'],
  ],
  [
    [{ act: 'retry', runId: RUN, filerId: FILER, why: 'again' }, ['1 failed or unknown'], [`${FILER}#2`]],
    [
      `Clara Clerk retried the Notice 1 of 2 email to filer ${FILER}: again.`,
      'Status: failed or unknown → waiting',
    ],
  ],
  [
    [{ act: 'retry', runId: RUN, filerId: FILER, why: 'again' }, ['1 unknown'], [`${FILER}#2`]],
    [`Clara Clerk retried the Notice 1 of 2 email to filer ${FILER}: again.`, 'Status: unknown → waiting'],
  ],
  [
    [{ act: 'retry', runId: RUN, all: true, why: 'again' }, ['1 failed', '1 unknown'], ['a#2', 'b#2']],
    [
      'Clara Clerk retried 2 failed or unknown emails of Notice 1 of 2: again.',
      'Status: 1 failed, 1 unknown → waiting',
    ],
  ],
  [
    [{ act: 'retry', runId: RUN, all: true, why: 'again' }, ['3 failed or unknown'], ['a#2', 'b#2']],
    ['Clara Clerk retried 2 of 3 failed or unknown emails of Notice 1 of 2: again.'],
  ],
  [
    [{ act: 'redrive', why: 'mended' }, ['ChunkDeadLetters'], []],
    ['Clara Clerk retried all failed jobs: mended.'],
  ],
  [
    [{ act: 'redrive', why: 'mended' }, ['2 in ChunkDeadLetters', '1 in SweepDeadLetters'], []],
    [
      'Clara Clerk retried all failed jobs: mended.',
      'Failed jobs: 2 in ChunkDeadLetters, 1 in SweepDeadLetters → retried',
    ],
  ],
  [
    [
      { act: 'unsuppress', filerId: FILER, why: 'it works' },
      ['primary hard-bounce', 'secondary-1 complaint'],
      [],
    ],
    [
      `Clara Clerk lifted the suppression of filer ${FILER}: it works.`,
      'Primary address: suppressed after a hard bounce → can be emailed',
      'Secondary address 1: suppressed after a spam complaint → can be emailed',
    ],
  ],
  [
    [{ act: 'expire-suppressions', entries: 2, by: crierActor(), why: '365 days after their last event' }],
    ['Crier deleted 2 suppressed addresses automatically: 365 days after their last event.'],
  ],
  [
    [{ act: 'export-person', filerId: FILER, why: 'they asked' }],
    [`Clara Clerk exported the data of filer ${FILER}: they asked.`],
  ],
  [
    [{ act: 'erase', filerId: FILER, neverMail: true, why: 'they asked' }, ['versions 2', 'runs 1'], []],
    [
      `Clara Clerk erased the data of filer ${FILER} and blocked further emails to them: they asked.`,
      'Data: in 2 roster versions and 1 run → erased',
    ],
  ],
  [
    [
      { act: 'release', phaseId: 'notice-1', why: 'checked' },
      [`cancelled:${RUN}`, 'needs-release'],
      ['released'],
    ],
    ['Clara Clerk released Notice 1 of 2: checked.', 'Status: canceled, waiting for release → released'],
  ],
  [
    [{ act: 'release', phaseId: 'notice-1', why: 'checked' }, ['approval-void'], ['approved', OLD, NEW]],
    [
      'Clara Clerk approved Notice 1 of 2: checked.',
      'Status: approval void → approved',
      'Approved: the plan of Fri, Jul 20, 2018, 9:00 a.m. EDT, with the roster of Tue, Jul 24, 2018, 9:00 a.m. EDT',
    ],
  ],
  [
    [{ act: 'activate', version: NEW, why: 'looks right' }, [OLD], [NEW]],
    [
      'Clara Clerk activated the roster of Tue, Jul 24, 2018, 9:00 a.m. EDT: looks right.',
      'Active roster: Fri, Jul 20, 2018, 9:00 a.m. EDT → Tue, Jul 24, 2018, 9:00 a.m. EDT',
    ],
  ],
  [
    [{ act: 'activate', version: NEW, by: crierActor(), why: 'it passed every check' }, [], [NEW]],
    [
      'Crier activated the roster of Tue, Jul 24, 2018, 9:00 a.m. EDT automatically: it passed every check.',
      'Active roster: none → Tue, Jul 24, 2018, 9:00 a.m. EDT',
    ],
  ],
  [
    [{ act: 'reject', version: NEW, why: 'last year’s' }, [OLD], []],
    [
      'Clara Clerk rejected the roster of Tue, Jul 24, 2018, 9:00 a.m. EDT: last year’s.',
      'Status: waiting for a decision → rejected',
    ],
  ],
  [
    [{ act: 'keep', version: NEW, why: 'blank by mistake' }, [OLD], []],
    [
      'Clara Clerk had the roster of Tue, Jul 24, 2018, 9:00 a.m. EDT read again, keeping known values where it is ' +
        'blank: blank by mistake.',
    ],
  ],
  [
    [
      { act: 'upload', kind: 'update', upload: '0123456789abcdef', why: 'uploaded in the console' },
      [OLD],
      [],
    ],
    ['Clara Clerk uploaded a roster update.'],
  ],
  [
    [{ ...PLAN, moved: DECEMBER, changes: [] }, [OLD], ['0123456789ab']],
    [
      'Clara Clerk moved go-live from October 22, 2018, 8:30 a.m. to December 10, 2018, 8:30 a.m.: judge’s request.',
    ],
  ],
  [
    [{ ...PLAN, moved: DECEMBER, changes: [{ what: 'notice-1', before: 'a', after: 'b' }] }, [OLD], ['a']],
    [
      'Clara Clerk moved go-live from October 22, 2018, 8:30 a.m. to December 10, 2018, 8:30 a.m. and changed the ' +
        'launch plan: judge’s request.',
      'Notice 1 of 2: a → b',
    ],
  ],
  [
    [{ ...PLAN, moved: DECEMBER, changes: [], postpones: true }, [OLD], ['a']],
    [
      'Clara Clerk postponed the launch: judge’s request.',
      'go-live: October 22, 2018, 8:30 a.m. → December 10, 2018, 8:30 a.m.',
    ],
  ],
  [
    [
      { ...PLAN, changes: [{ what: 'two-person approval', before: 'on', after: 'off' }] },
      [OLD],
      ['approved', 'a'],
    ],
    ['Clara Clerk approved the launch plan: judge’s request.', 'two-person approval: on → off'],
  ],
  [[{ ...PLAN }, [OLD], ['0123456789ab']], ['Clara Clerk uploaded a launch plan: judge’s request.']],
  [[{ ...PLAN }, [], ['0123456789ab']], ['Clara Clerk uploaded the first launch plan: judge’s request.']],
  [
    [{ act: 'draft', step: 'save', members: ['court.helpDesk.phone'], why: '' }, ['draft-1'], ['draft-2']],
    ['Clara Clerk changed the draft of the plan.', 'court › help desk › phone'],
  ],
  [
    [{ act: 'test', phaseId: 'notice-1', filerId: FILER, why: 'to look at the email' }, [], ['linked']],
    [`Clara Clerk sent themselves a test of Notice 1 of 2 as filer ${FILER}.`],
  ],
  [
    [{ act: 'test', phaseId: 'notice-1', addresses: 3, why: 'to look at the email' }, [], ['linked']],
    ['Clara Clerk sent a test of Notice 1 of 2 to 3 addresses.'],
  ],
  [
    [{ act: 'phone-list', version: NEW, why: 'Downloaded the phone list' }],
    ['Clara Clerk downloaded the phone list of the roster of Tue, Jul 24, 2018, 9:00 a.m. EDT.'],
  ],
  [
    [{ act: 'call', filerId: FILER, result: 'wrong-number', why: 'Recorded in the console' }],
    [`Clara Clerk recorded a call to filer ${FILER} (wrong number).`],
  ],
  [
    [
      { act: 'call', filerId: FILER, result: 'reached', why: 'Recorded in the console' },
      ['no-answer'],
      ['reached'],
    ],
    [`Clara Clerk recorded a call to filer ${FILER} (reached).`, 'Last call: No answer → Reached'],
  ],
  [
    [{ act: 'assign', filerIds: [FILER, FILER], assignee: 'otto', why: 'Assigned in the console' }],
    ['Clara Clerk assigned calls to 2 filers to Otto Ops.'],
  ],
  [
    [
      { act: 'assign', filerIds: [FILER, FILER], assignee: 'otto', why: 'Assigned in the console' },
      ['-', 'clara'],
      ['otto'],
    ],
    ['Clara Clerk assigned calls to 2 filers to Otto Ops.', 'Assigned to: no one, Clara Clerk → Otto Ops'],
  ],
  [
    [{ act: 'assign', filerIds: [FILER], assignee: null, why: 'Assigned in the console' }, ['otto'], ['-']],
    [`Clara Clerk unassigned the call to filer ${FILER}.`, 'Assigned to: Otto Ops → no one'],
  ],
  [
    [{ act: 'assign', filerIds: [FILER], assignee: null, why: 'Assigned in the console' }],
    [`Clara Clerk unassigned the call to filer ${FILER}.`],
  ],
  [
    [{ act: 'correct', filerId: FILER, columns: ['last_name'], upload: 'u', why: 'by phone' }],
    [`Clara Clerk corrected filer ${FILER}: by phone.`, 'last name'],
  ],
  [
    [
      { act: 'correct', filerId: FILER, columns: ['email'], upload: 'u', why: 'by phone' },
      ['old-state'],
      ['new-state'],
    ],
    [`Clara Clerk corrected filer ${FILER}: by phone.`, 'email', 'State: Old state → New state'],
  ],
  [
    [{ act: 'export', filter: { runId: RUN, status: 'failed', isSearch: true }, why: 'Asked for a table' }],
    ['Clara Clerk exported the send log of Notice 1 of 2 (status failed, found by a search).'],
  ],
];

describe('auditSentence', () => {
  it.each(ENTRIES)('of %j', (given, lines) => {
    expect(read(...given)).toEqual(lines);
  });

  it.each([
    [outsideActor('clara'), 'Someone outside the console (not reported by AWS, claiming to be clara)'],
    [{ ...outsideActor(), isAwaited: true }, 'Someone outside the console (not yet reported by AWS)'],
    [personActor({ id: 'eve' }), 'eve'],
  ])('begins with %j', (by, who) => {
    expect(read({ act: 'hold', scope: 'all', by, why: 'wrong date' })).toEqual([
      `${who} paused all sending: wrong date.`,
    ]);
  });

  it('ids where there are no names', () => {
    const act = { act: 'hold', scope: RUN, by: personActor({ id: 'otto' }), why: 'x' } as const;
    const entry = { at: '2018-07-24T13:00:00Z', requestId: 'r', act, before: [], after: [] };
    expect(auditSentence(entry, { zone: 'UTC' }).text).toBe(`otto paused ${RUN}: x.`);
  });
});
