import { describe, expect, it } from 'vitest';
import { isReady, preflightFindings } from '../../../local/preflight/checks.ts';
import type { AccountFacts, Asked, LaunchFacts } from '../../../local/preflight/facts.ts';
import { findingsText } from '../../../local/preflight/text.ts';
import { aPlan } from '../../support/builders/plan.ts';

const known = <Value>(value: Value): Asked<Value> => ({ known: true, value });

const ACCOUNT = {
  productionAccess: true,
  sendingEnabled: true,
  enforcement: 'HEALTHY',
  max24Hours: 50_000,
  maxSendRate: 14,
  suppressed: ['BOUNCE', 'COMPLAINT'],
};
const IDENTITY = {
  verified: true,
  dkim: 'SUCCESS',
  dkimTokens: ['t1'],
  mailFrom: 'bounce.test.uscourts.gov',
  mailFromStatus: 'SUCCESS',
};
const STACKS = {
  data: 'CREATE_COMPLETE',
  pipeline: 'UPDATE_COMPLETE',
  deployedAt: '2018-07-01T10:00:00.000Z',
  consoleAddress: 'https://console.example',
  topic: 'arn:aws:sns:us-east-1:1:topic',
};
const plan = aPlan();
const IDS = plan.phases.map(({ id }) => id);

const READY: AccountFacts = {
  region: 'us-east-1',
  account: known(ACCOUNT),
  identity: known(IDENTITY),
  spf: known(['v=spf1 include:amazonses.com ~all']),
  dmarc: known(['v=DMARC1; p=none']),
  replyServers: known(['mx.example']),
  functionsAtOnce: known(1000),
  stacks: known(STACKS),
  setSuppressed: known(null),
  alarmReceivers: known({ confirmed: 1, pending: 0 }),
  schedules: known(IDS),
  consoleStatus: known(302),
};
const forecast = (emails: number) =>
  plan.phases.map(({ id, kind }) => ({ id, kind, at: '', emails, seconds: 0, skipped: {}, byState: {} }));
const LAUNCH: LaunchFacts = {
  plan,
  settings: { name: 'test-2018', sender: 'test.uscourts.gov' },
  phases: forecast(10_000),
  functionsNeeded: 36,
  now: '2018-07-01T12:00:00Z',
};

/** What is not ok, of an account that lacks something: subject, verdict and text. */
function findings(facts: Partial<AccountFacts>, launch: Partial<LaunchFacts> = {}) {
  const all = preflightFindings({ ...READY, ...facts }, { ...LAUNCH, ...launch });
  return all.filter(({ verdict }) => verdict !== 'ok');
}

const said = (facts: Partial<AccountFacts>, launch: Partial<LaunchFacts> = {}) =>
  findings(facts, launch).map(({ about, verdict, text }) => `${verdict} ${about}: ${text}`);

describe('preflight', () => {
  it('finds nothing missing where everything is there', () => {
    expect(findings({})).toEqual([]);
  });

  it.each<[string, Partial<AccountFacts>, string[]]>([
    [
      'no identity',
      { identity: known(null) },
      [
        'missing Sender: SES does not know test.uscourts.gov',
        'later DKIM: SES does not know test.uscourts.gov yet',
        'later MAIL FROM: SES does not know test.uscourts.gov yet',
      ],
    ],
    [
      'an unverified sender',
      { identity: known({ ...IDENTITY, verified: false }) },
      ['missing Sender: test.uscourts.gov is not verified yet'],
    ],
    [
      'no DKIM',
      { identity: known({ ...IDENTITY, dkim: 'PENDING' }) },
      ['missing DKIM: emails are not signed yet (PENDING)'],
    ],
    [
      'no MAIL FROM',
      { identity: known({ ...IDENTITY, mailFrom: null }) },
      ['missing MAIL FROM: bounces go to a domain of Amazon’s, so SPF does not count for DMARC'],
    ],
    [
      'a MAIL FROM that waits',
      { identity: known({ ...IDENTITY, mailFromStatus: 'PENDING' }) },
      ['missing MAIL FROM: bounce.test.uscourts.gov is not ready yet (PENDING)'],
    ],
    [
      'an SPF record without SES',
      { spf: known(['v=spf1 include:example.com -all']) },
      ['missing SPF record: no record allows SES'],
    ],
    ['no DMARC record', { dmarc: known(['some text']) }, ['missing DMARC record: there is none']],
    [
      'the sandbox',
      { account: known({ ...ACCOUNT, productionAccess: false }) },
      ['missing Sandbox: the account may send only to verified addresses, 200 emails a day'],
    ],
    [
      'a pause',
      { account: known({ ...ACCOUNT, sendingEnabled: false }) },
      ['missing Sending: SES has paused the account'],
    ],
    [
      'a review',
      { account: known({ ...ACCOUNT, enforcement: 'PROBATION' }) },
      ['missing Sending: SES reviews the account (PROBATION)'],
    ],
    [
      'a small quota',
      { account: known({ ...ACCOUNT, max24Hours: 9999 }) },
      [
        `missing Quota: 9,999 emails a day at 14 a second are too few: ${IDS[0]} sends 10,000, which takes 15 minutes`,
      ],
    ],
    [
      'a low rate',
      { account: known({ ...ACCOUNT, maxSendRate: 0.01 }) },
      [
        `missing Quota: 50,000 emails a day at 0.01 a second are too few: ${IDS[0]} sends 10,000, which takes 327 hours`,
      ],
    ],
    [
      'few functions',
      { functionsAtOnce: known(10) },
      ['missing Functions at once: 10 are too few: the launch needs 36'],
    ],
    [
      'suppression by the set',
      { setSuppressed: known(['COMPLAINT']) },
      ['missing Suppression: SES does not keep addresses that bounced or complained'],
    ],
    [
      'a failed deployment',
      { stacks: known({ ...STACKS, pipeline: 'UPDATE_ROLLBACK_COMPLETE' }) },
      ['missing Stacks: data is CREATE_COMPLETE, pipeline is UPDATE_ROLLBACK_COMPLETE'],
    ],
    [
      'a subscription that waits',
      { alarmReceivers: known({ confirmed: 0, pending: 1 }) },
      ['missing Alarms: no receiver has confirmed'],
    ],
    [
      'no subscription',
      { alarmReceivers: known({ confirmed: 0, pending: 0 }) },
      ['missing Alarms: no one gets them'],
    ],
    [
      'a phase without schedule',
      { schedules: known(IDS.slice(1)) },
      [`missing Schedules: ${IDS[0]} has none`],
    ],
    ['a console that fails', { consoleStatus: known(503) }, ['missing Console: it answers with HTTP 503']],
    [
      'no mail server for replies',
      { replyServers: known([]) },
      ['missing Replies: test.uscourts.gov has no mail server, so replies are lost'],
    ],
  ])('says what is missing with %s, and what to do', (_case, facts, expected) => {
    expect(said(facts)).toEqual(expected);
    expect(isReady(findings(facts))).toBe(false);
    expect(
      findings(facts).filter(({ verdict, steps = [] }) => verdict !== 'later' && steps.length === 0),
    ).toEqual([]);
  });

  it('takes an account that the launch shares with others by its part alone', () => {
    const shared = aPlan({ sending: { accountShare: 0.1 } });
    expect(said({}, { plan: shared })).toEqual([expect.stringMatching(/^missing Quota: .* are too few/)]);
  });

  it('is not ready while something could not be asked', () => {
    const facts = { account: { known: false, why: 'AccessDeniedException' } } as const;
    expect(said(facts)).toEqual(
      ['Sandbox', 'Sending', 'Quota', 'Suppression'].map(
        (about) => `unknown ${about}: no answer: AccessDeniedException`,
      ),
    );
    expect(isReady(findings(facts))).toBe(false);
  });

  it('is ready before the first deployment, without what only a deployment has', () => {
    const nothing = { ...STACKS, data: null, pipeline: null, topic: null, consoleAddress: null };
    const facts = { stacks: known(nothing), consoleStatus: { known: false, why: 'Error' } } as const;
    expect(findings(facts).map(({ about, verdict }) => `${verdict} ${about}`)).toEqual(
      ['Stacks', 'Alarms', 'Schedules', 'Console'].map((about) => `later ${about}`),
    );
    expect(isReady(findings(facts))).toBe(true);
  });

  it('does not compare the quota without a roster', () => {
    expect(said({}, { phases: null })).toEqual(['later Quota: 50,000 emails a day at 14 a second']);
  });

  it('finds a plan whose phases are all over', () => {
    expect(said({}, { now: '2030-01-01T00:00:00Z' })).toContain('missing Times: no phase is to come');
  });

  it.each([
    ['name', { name: 'other-2018', sender: 'test.uscourts.gov' }],
    ['sender', { name: 'test-2018', sender: 'example.gov' }],
  ])('finds a %s of the plan that the settings have otherwise', (_which, settings) => {
    expect(said({}, { settings })).toEqual([
      'missing Name and sender: the plan says test-2018 from test.uscourts.gov, ' +
        `the settings say ${settings.name} from ${settings.sender}`,
    ]);
  });

  it('prints a line for each, aligned, with what to do below', () => {
    const few = preflightFindings({ ...READY, dmarc: known([]) }, LAUNCH).slice(0, 5);
    expect(findingsText(few, { launch: 'test-2018', region: 'us-east-1' })).toMatchInlineSnapshot(`
      "Preflight of test-2018 in us-east-1

      ok       Sender        test.uscourts.gov is verified
      ok       DKIM          emails are signed
      ok       MAIL FROM     bounce.test.uscourts.gov
      ok       SPF record    it allows SES
      MISSING  DMARC record  there is none
                             → Add a TXT record: _dmarc.test.uscourts.gov "v=DMARC1; p=none; rua=mailto:…"

      Not ready: 1 missing."
    `);
  });
});
