import { phasesOf } from '../../../functions/domain/plan/phases.ts';
import { phaseSchedule } from '../../../functions/domain/run/phase-schedule.ts';
import { preflightFindings } from '../../../local/preflight/checks.ts';
import type { AccountFacts, Asked, Finding, LaunchFacts } from '../../../local/preflight/facts.ts';
import { aPlan } from './plan.ts';

export const known = <Value>(value: Value): Asked<Value> => ({ known: true, value });
export const notKnown = (why: string): Asked<never> => ({ known: false, why });

export const ACCOUNT = {
  productionAccess: true,
  sendingEnabled: true,
  enforcement: 'HEALTHY',
  max24Hours: 50_000,
  maxSendRate: 14,
  sentLast24Hours: 0,
  suppressed: ['BOUNCE', 'COMPLAINT'],
};
export const IDENTITY = {
  verified: true,
  dkim: 'SUCCESS',
  dkimSigning: true,
  dkimTokens: ['t1'],
  mailFrom: 'bounce.test.uscourts.gov',
  mailFromStatus: 'SUCCESS',
};
export const STACKS = {
  data: 'CREATE_COMPLETE',
  pipeline: 'UPDATE_COMPLETE',
  deployedAt: '2018-07-01T10:00:00.000Z',
  consoleAddress: 'https://console.example',
  topic: 'arn:aws:sns:us-east-1:1:topic',
  startPhase: 'crier-StartPhase-1',
};
export const plan = aPlan();
export const IDS = phasesOf(plan).map(({ id }) => id);

/** The schedules that a plan makes. */
export const SCHEDULES = phasesOf(plan).map((phase) => {
  const { name, expression, zone, call } = phaseSchedule(phase, 'v1');
  const target = `arn:aws:lambda:us-east-1:1:function:${STACKS.startPhase}`;
  return { name, expression, zone, state: 'ENABLED', target, input: JSON.stringify(call) };
});

const fn = (S3Key: string) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Code: { S3Key }, MemorySize: 512 },
});
export const TEMPLATES = {
  data: { Resources: { Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'one' } } } },
  pipeline: { Resources: { Sweep: fn('a.zip'), Console: fn('b.zip') } },
};

/** An account that lacks nothing. */
export const READY: AccountFacts = {
  region: 'us-east-1',
  account: known(ACCOUNT),
  identity: known(IDENTITY),
  spf: known(['v=spf1 include:amazonses.com ~all']),
  dmarc: known({ name: '_dmarc.uscourts.gov', text: 'v=DMARC1; p=none' }),
  replyServers: known(['mx.example']),
  functionsAtOnce: known(1000),
  stacks: known(STACKS),
  templates: known(TEMPLATES),
  setSuppressed: known({ reasons: ['BOUNCE', 'COMPLAINT'] }),
  alarmReceivers: known({ confirmed: ['ops@test.uscourts.gov'], pending: 0 }),
  schedules: known(SCHEDULES),
  consoleStatus: known(302),
  restored: known([]),
  testMessage: known({ arrived: true, replyArrived: true }),
};

/** The phases of the plan, each with this many emails. */
export function forecast(emails: number): LaunchFacts['phases'] {
  return plan.phases.map(({ id, kind }) => ({
    id,
    kind,
    at: '',
    emails,
    seconds: 0,
    skipped: {},
    byState: {},
  }));
}

export const SETTINGS = {
  name: 'test-2018',
  sender: 'test.uscourts.gov',
  senderIdentity: 'existing',
  alarmEmails: ['ops@test.uscourts.gov'],
  stage: 'production',
} as const;

export const LAUNCH: LaunchFacts = {
  plan,
  settings: SETTINGS,
  built: TEMPLATES,
  phases: forecast(10_000),
  functionsNeeded: 36,
  tables: {
    SendLogTable: { indexes: ['attention', 'rare'], timeToLive: null },
    LaunchTable: { indexes: [], timeToLive: 'deleteAfter' },
    RosterTable: { indexes: [], timeToLive: null },
  },
  now: '2018-07-01T12:00:00Z',
};

/** What is not ok, of an account that lacks something. */
export function findings(facts: Partial<AccountFacts>, launch: Partial<LaunchFacts> = {}): Finding[] {
  const all = preflightFindings({ ...READY, ...facts }, { ...LAUNCH, ...launch });
  return all.filter(({ verdict }) => verdict !== 'ok');
}

/** The same in a line each: verdict, subject and text. */
export function said(facts: Partial<AccountFacts>, launch: Partial<LaunchFacts> = {}): string[] {
  return findings(facts, launch).map(({ about, verdict, text }) => `${verdict} ${about}: ${text}`);
}
