import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outsideActor } from '../../../functions/domain/actor.ts';
import { BLANK, type Filer } from '../../../functions/domain/filer/filer.ts';
import { stateOf } from '../../../functions/domain/filer/rules.ts';
import { phasesOf } from '../../../functions/domain/plan/phases.ts';
import { planSchema } from '../../../functions/domain/plan/plan.ts';
import type { Fact, FactKind } from '../../../functions/domain/send/fact.ts';
import { foldStatus } from '../../../functions/domain/send/status.ts';
import { figuresOf } from '../../../local/rehearse/report/figures.ts';
import type { LaunchRecord, SendLine } from '../../../local/rehearse/report/read.ts';

const file = join(import.meta.dirname, '../../../examples/nysb-2018/launch.json');
export const plan = planSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const phases = phasesOf(plan);
const phase = phases[0]!;

const run = {
  runId: 'notice-1_20180724T130000Z',
  phaseId: 'notice-1',
  kind: 'notice',
  number: 1,
  of: 4,
  scheduledFor: '2018-07-24T13:00:00Z',
  expiresAt: '2018-07-27T13:00:00Z',
  decidedAt: '2018-07-24T13:00:00.5Z',
  planVersion: 'p1',
  dates: '',
  rosterVersion: 'r1',
  startedBy: 'schedule',
  audience: { byState: { 'verify-account': 3 }, mailable: 2, skipped: 1, chunks: 1 },
  completedAt: '2018-07-24T13:05:00Z',
} as const;

function filer(number: number, rest: Partial<Filer>): Filer {
  return {
    ...BLANK,
    filerId: String(number).padStart(16, '0'),
    userId: `user${number}`,
    lastName: 'Doe',
    firstName: 'Jane',
    email: `user${number}@example.com`,
    userType: 'attorney',
    linkAsOf: '2018-07-23',
    ...rest,
  };
}

function line(one: Filer, facts: readonly (readonly [FactKind, string, string?])[]): SendLine {
  const logged = facts.map(
    ([kind, at, reason]): Fact => ({
      runId: run.runId,
      filerId: one.filerId,
      attempt: 1,
      kind,
      at,
      ...(reason && { reason }),
      ...(kind === 'sent' && { messageId: `message-${one.userId}` }),
    }),
  );
  return { run, filer: one, state: stateOf(one, '2018-10-22'), facts: logged, send: foldStatus(logged) };
}

const lines = [
  line(filer(1, {}), [
    ['sent', '2018-07-24T13:00:02Z'],
    ['delivered', '2018-07-24T13:00:09Z'],
  ]),
  line(
    filer(2, {
      lastName: '=HYPERLINK("http://evil.example")',
      firm: '<img src=x onerror=alert(1)>',
      phone: '+1 212 555 0100',
    }),
    [
      ['sent', '2018-07-24T13:00:03Z'],
      ['delivered', '2018-07-24T13:00:10Z'],
      ['bounced', '2018-07-24T13:04:00Z', 'Permanent/General'],
    ],
  ),
  line(filer(3, { lastName: '<script>alert("x")</script>', email: null }), [
    ['skipped', '2018-07-24T13:00:00.5Z', 'unreachable'],
  ]),
];

/** A launch after its first notice, with names that would do harm if they were taken as they are. */
export const record: LaunchRecord = {
  plan,
  lines,
  phases: [
    figuresOf({ phase, run, hold: null, sends: lines.map(({ send }) => send) }),
    figuresOf({ phase: phases[1]!, run: null, hold: 'missed', sends: [] }),
    ...phases.slice(2).map((later) => figuresOf({ phase: later, run: null, hold: null, sends: [] })),
  ],
  planUpload: { at: '2018-07-23T13:00:00Z', key: 'inbox/launch/launch.json' },
  rosters: [
    {
      version: 'r1',
      kind: 'roster',
      base: null,
      key: 'inbox/roster/"<b>roster.csv',
      contentSha256: '',
      uploadedAt: '2018-07-23T14:00:00Z',
      by: outsideActor(),
      activatedAt: '2018-07-23T14:00:01Z',
      progressAsOf: null,
      planVersion: 'p1',
      filers: 3,
      rows: { accepted: 3, rejected: 1, warned: 1, unreachable: 1 },
      changes: { new: 3, gone: 0, states: [], addressChanged: 0 },
      held: [],
      complete: true,
    },
  ],
  releases: [{ phase: 'notice-1', by: 'clerk', why: 'Go', at: '2018-07-24T13:00:00Z' }],
};
