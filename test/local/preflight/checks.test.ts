import { describe, expect, it } from 'vitest';
import { isReady, preflightFindings } from '../../../local/preflight/checks.ts';
import type { AccountFacts } from '../../../local/preflight/facts.ts';
import { findingsText } from '../../../local/preflight/text.ts';
import {
  ACCOUNT,
  findings,
  IDENTITY,
  known,
  LAUNCH,
  notKnown,
  READY,
  SETTINGS,
  STACKS,
  said,
} from '../../support/builders/preflight.ts';

describe('preflight', () => {
  it('finds nothing missing where everything is there', () => {
    expect(findings({})).toEqual([]);
  });

  it.each<[string, Partial<AccountFacts>, string[]]>([
    [
      'no identity',
      { identity: known(null), spf: known(null) },
      [
        'missing Sender: SES has no identity for test.uscourts.gov',
        'later DKIM: SES has no identity for test.uscourts.gov yet',
        'later MAIL FROM: SES has no identity for test.uscourts.gov yet',
        'later SPF record: there is no MAIL FROM domain yet',
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
      'DKIM turned off',
      { identity: known({ ...IDENTITY, dkimSigning: false }) },
      ['missing DKIM: signing is turned off'],
    ],
    [
      'no MAIL FROM',
      { identity: known({ ...IDENTITY, mailFrom: null }) },
      ['missing MAIL FROM: bounces go to an Amazon domain, so SPF doesn’t count for DMARC'],
    ],
    [
      'a MAIL FROM that waits',
      { identity: known({ ...IDENTITY, mailFromStatus: 'PENDING' }) },
      ['missing MAIL FROM: bounce.test.uscourts.gov is not ready yet (PENDING)'],
    ],
    [
      'an SPF record without SES',
      { spf: known(['v=spf1 include:example.com -all']) },
      ['missing SPF record: no SPF record allows SES'],
    ],
    ['no DMARC record', { dmarc: known(null) }, ['missing DMARC record: none']],
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
      ['missing Sending: SES is reviewing the account (PROBATION)'],
    ],
    [
      'few functions',
      { functionsAtOnce: known(10) },
      ['missing Concurrency: 10 concurrent calls; the launch needs 36'],
    ],
    [
      'no mail server for replies',
      { replyServers: known([]) },
      ['missing Replies: test.uscourts.gov has no MX record, so replies may be lost'],
    ],
  ])('says what is missing with %s, and what to do', (_case, facts, expected) => {
    expect(said(facts)).toEqual(expected);
    expect(isReady(findings(facts))).toBe(false);
    expect(
      findings(facts).filter(({ verdict, steps = [] }) => verdict !== 'later' && steps.length === 0),
    ).toEqual([]);
  });

  it('takes an identity that the deployment makes for one that comes later', () => {
    const settings = { ...SETTINGS, senderIdentity: 'own' } as const;
    expect(said({ identity: known(null) }, { settings })[0]).toBe('later Sender: the deployment creates it');
  });

  it('says about every fact that could not be asked that it was not checked, and nothing else of it', () => {
    const checks: Readonly<Record<Exclude<keyof AccountFacts, 'region'>, string[]>> = {
      account: ['Sandbox', 'Sending', 'Quota'],
      identity: ['Sender', 'DKIM', 'MAIL FROM'],
      spf: ['SPF record'],
      dmarc: ['DMARC record'],
      replyServers: ['Replies'],
      functionsAtOnce: ['Concurrency'],
      stacks: ['Stacks', 'Schedules'],
      templates: ['Version'],
      setSuppressed: ['Suppression'],
      alarmReceivers: ['Alarms'],
      schedules: ['Schedules'],
      consoleStatus: ['Console'],
      restored: ['Restored tables'],
      testMessage: ['Test message', 'Test reply'],
    };
    expect(Object.keys(checks).toSorted()).toEqual(
      Object.keys(READY)
        .filter((name) => name !== 'region')
        .toSorted(),
    );
    for (const [fact, abouts] of Object.entries(checks)) {
      const found = findings({ [fact]: notKnown('AccessDeniedException') });
      expect(found.map(({ about, verdict }) => `${verdict} ${about}`)).toEqual(
        abouts.map((about) => `not-checked ${about}`),
      );
      expect(found[0]!.text).toBe('couldn’t be checked: AccessDeniedException');
      expect(isReady(found)).toBe(false);
    }
  });

  it('is ready before the first deployment, without what only a deployment has', () => {
    const nothing = { data: null, pipeline: null, topic: null, consoleAddress: null, startPhase: null };
    const facts = {
      stacks: known({ ...STACKS, ...nothing }),
      setSuppressed: known(null),
      schedules: known(null),
      alarmReceivers: notKnown('there is no topic'),
      consoleStatus: notKnown('there is no address'),
    } as const;
    expect(findings(facts).map(({ about, verdict }) => `${verdict} ${about}`)).toEqual(
      ['Stacks', 'Version', 'Suppression', 'Alarms', 'Schedules', 'Console'].map((about) => `later ${about}`),
    );
    expect(isReady(findings(facts))).toBe(true);
  });

  it('prints a line for each, aligned, with what to do below', () => {
    const facts = { ...READY, dmarc: known(null), replyServers: notKnown('ETIMEOUT') };
    const few = preflightFindings(facts, LAUNCH).slice(0, 6);
    expect(findingsText(few, { launch: 'test-2018', region: 'us-east-1' })).toMatchInlineSnapshot(`
      "Preflight of test-2018 in us-east-1

      ok           Sender        test.uscourts.gov is verified
      ok           DKIM          emails are signed
      ok           MAIL FROM     bounce.test.uscourts.gov
      ok           SPF record    the SPF record allows SES
      MISSING      DMARC record  none
                                 → Add a TXT record: _dmarc.test.uscourts.gov "v=DMARC1; p=none; rua=mailto:…"
      NOT CHECKED  Replies       couldn’t be checked: ETIMEOUT
                                 → Run preflight again once it can be checked; docs/deploy.md says how to check by hand

      Not ready: 1 missing, 1 not checked."
    `);
  });
});
