import { describe, expect, it } from 'vitest';
import { preflightFindings } from '../../../local/preflight/checks.ts';
import { aPlan } from '../../support/builders/plan.ts';
import {
  ACCOUNT,
  forecast,
  IDS,
  known,
  LAUNCH,
  plan,
  READY,
  SETTINGS,
  said,
} from '../../support/builders/preflight.ts';

/** What is said of one subject. */
function saidOf(about: string, launch: Partial<typeof LAUNCH> = {}, account: Partial<typeof ACCOUNT> = {}) {
  const facts = { ...READY, account: known({ ...ACCOUNT, ...account }) };
  const { verdict, text } = preflightFindings(facts, { ...LAUNCH, ...launch }).find(
    (one) => one.about === about,
  )!;
  return `${verdict}: ${text}`;
}

describe('the quota', () => {
  it.each([
    ['the phase alone', { max24Hours: 9999 }, '9,999 emails a day at 14 a second, which isn’t enough'],
    [
      'what the account has sent, while a phase is less than a day away',
      { max24Hours: 19_999, sentLast24Hours: 10_000 },
      '19,999 emails a day (10,000 sent in the last 24 hours) at 14 a second, which isn’t enough',
    ],
    ['a low rate', { maxSendRate: 0.01 }, '50,000 emails a day at 0.01 a second, which isn’t enough'],
  ])('must hold %s', (_case, account, text) => {
    const now = '2018-07-24T00:00:00Z';
    expect(saidOf('Quota', { now }, account)).toContain(
      `missing: ${text}: ${IDS[0]} sends 10,000, which takes`,
    );
  });

  it('forgets what the account has sent for a phase that is more than a day away', () => {
    expect(saidOf('Quota', {}, { max24Hours: 21_000, sentLast24Hours: 20_000 })).toMatch(/^ok:/);
  });

  it('counts phases of the same 24 hours together, as SES does', () => {
    const [first, ...others] = plan.phases;
    const twin = { ...first!, id: 'notice-2', when: { ...first!.when, at: '17:00' } };
    const both = aPlan({ phases: [first, twin, ...others] });
    const phases = [...forecast(10_000)!, { ...forecast(10_000)![0]!, id: 'notice-2' }];
    expect(saidOf('Quota', { plan: both, phases }, { max24Hours: 19_999 })).toBe(
      'missing: 19,999 emails a day at 14 a second, which isn’t enough: ' +
        'notice-2 sends 10,000, which takes 15 minutes, after 10,000 in the 24 hours before',
    );
    expect(saidOf('Quota', { plan: both, phases }, { max24Hours: 20_000 })).toMatch(/^ok:/);
  });

  it('holds where SES sets no limit', () => {
    expect(saidOf('Quota', {}, { max24Hours: Number.POSITIVE_INFINITY })).toMatch(/^ok: unlimited emails/);
  });

  it('takes an account that the launch shares with others by its part alone', () => {
    expect(saidOf('Quota', { plan: aPlan({ sending: { accountShare: 0.1 } }) })).toMatch(/^missing:/);
  });

  it('is not compared without a roster', () => {
    expect(saidOf('Quota', { phases: null })).toBe('later: 50,000 emails a day at 14 a second');
  });
});

describe('the plan', () => {
  it('must have phases to come', () => {
    expect(said({}, { now: '2030-01-01T00:00:00Z' })).toContain('missing Times: there is no upcoming phase');
  });

  it.each([
    ['name', { name: 'other-2018', sender: 'test.uscourts.gov' }],
    ['sender', { name: 'test-2018', sender: 'example.gov' }],
  ])('must have the %s of the settings', (_which, names) => {
    expect(said({}, { settings: { ...SETTINGS, ...names } })).toEqual([
      'missing Name and sender: the plan says test-2018 from test.uscourts.gov, ' +
        `the settings say ${names.name} from ${names.sender}`,
    ]);
  });

  it('is not said to fit settings that are not there', () => {
    const why = 'there is no settings file to compare with';
    const found = said({}, { settings: null, built: null });
    expect(found.slice(0, 2)).toEqual([`not-checked Name and sender: ${why}`, `not-checked Stage: ${why}`]);
    expect(found[2]).toMatch(/^not-checked Version: /);
  });

  it('names its time zone, the time there, and a change of clocks before its last phase', () => {
    expect(saidOf('Time zone')).toBe('ok: Eastern Time, where it is 8:00 a.m. EDT now');
    expect(saidOf('Time zone', { now: '2018-02-01T12:00:00Z' })).toBe(
      'ok: Eastern Time, where it is 7:00 a.m. EST now; clocks change on March 11, 2018, before the last phase',
    );
  });

  it('says that a test stage emails no one else', () => {
    const settings = { ...SETTINGS, stage: 'test' } as const;
    expect(saidOf('Stage', { settings })).toBe('ok: a test: only testRecipients get emails, marked [TEST]');
  });
});
