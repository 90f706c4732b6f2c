import { describe, expect, it } from 'vitest';
import type { AccountFacts, FoundSchedule } from '../../../local/preflight/facts.ts';
import {
  ACCOUNT,
  IDS,
  known,
  LAUNCH,
  notKnown,
  SCHEDULES,
  STACKS,
  said,
  TEMPLATES,
} from '../../support/builders/preflight.ts';

const [FIRST, ...REST] = SCHEDULES;

/** The schedules with the first one changed. */
function schedules(change: Partial<FoundSchedule>): Partial<AccountFacts> {
  return { schedules: known([{ ...FIRST!, ...change }, ...REST]) };
}

describe('the schedules', () => {
  it.each<[string, Partial<AccountFacts>, string]>([
    ['is lacking', { schedules: known(REST) }, `${IDS[0]} has none`],
    [
      'fires at another hour',
      schedules({ expression: 'at(2018-07-24T10:00:00)' }),
      `${IDS[0]} is set for at(2018-07-24T10:00:00) in America/New_York, the plan says ${FIRST!.expression} in America/New_York`,
    ],
    [
      'fires by another clock',
      schedules({ zone: 'UTC' }),
      `${IDS[0]} is set for ${FIRST!.expression} in UTC, the plan says ${FIRST!.expression} in America/New_York`,
    ],
    ['is disabled', schedules({ state: 'DISABLED' }), `${IDS[0]} is DISABLED`],
    [
      'calls a function that is gone',
      schedules({ target: 'arn:aws:lambda:us-east-1:1:function:crier-StartPhase-0' }),
      `${IDS[0]} calls something other than StartPhase`,
    ],
    [
      'hands over another time',
      schedules({ input: FIRST!.input.replace('2018', '2019') }),
      `${IDS[0]} starts another phase, or at another time`,
    ],
    ['hands over nothing', schedules({ input: '' }), `${IDS[0]} starts another phase, or at another time`],
    [
      'is of no phase',
      { schedules: known([...SCHEDULES, { ...FIRST!, name: 'old-notice' }]) },
      'old-notice is not an upcoming phase',
    ],
    ['has no group', { schedules: known(null) }, 'the launch has no schedule group'],
  ])('are not right when one %s', (_case, facts, text) => {
    expect(said(facts)).toEqual([`missing Schedules: ${text}`]);
  });

  it('may be none before the first plan, but not once a phase is over', () => {
    expect(said({ schedules: known([]) })).toEqual(['later Schedules: none yet: no plan has been uploaded']);
    const now = '2018-07-25T00:00:00Z';
    expect(said({ schedules: known([]) }, { now })).toEqual([
      `missing Schedules: ${IDS.slice(1)
        .map((id) => `${id} has none`)
        .join('; ')}`,
    ]);
  });

  it('may hold one that was due within the hour, which is calling and then removes itself', () => {
    const now = new Date(Date.parse(JSON.parse(FIRST!.input).scheduledFor) + 60_000).toISOString();
    expect(said({}, { now })).toEqual([]);
  });
});

describe('the version', () => {
  const built = (Sweep: object) => ({
    ...TEMPLATES,
    pipeline: { Resources: { ...TEMPLATES.pipeline.Resources, Sweep } as never },
  });
  const { Sweep } = TEMPLATES.pipeline.Resources;

  it.each<[string, object, string]>([
    [
      'code',
      { ...Sweep, Properties: { ...Sweep.Properties, Code: { S3Key: 'c.zip' } } },
      'different code in Sweep',
    ],
    [
      'settings',
      { ...Sweep, Properties: { ...Sweep.Properties, MemorySize: 1024 } },
      'different settings or resources: Sweep',
    ],
  ])('is another where the %s of a function differs', (_part, sweep, text) => {
    const [found, ...others] = said({}, { built: built(sweep) });
    expect(found).toMatch(/^missing Version: [0-9a-f]{8} is deployed, this checkout is [0-9a-f]{8}: /);
    expect(found!.endsWith(`: ${text}`)).toBe(true);
    expect(others).toEqual([]);
  });

  it('is the same whatever CDK notes for itself, and whatever CloudFormation does to letters', () => {
    const noted = { ...Sweep, Metadata: { 'aws:cdk:path': 'Pipeline/Sweep' } };
    expect(said({}, { built: built(noted) })).toEqual([]);
    const dashed = (Description: string) => ({ ...Sweep, Properties: { ...Sweep.Properties, Description } });
    const facts = { templates: known(built(dashed('a ? b'))) };
    expect(said(facts, { built: built(dashed('a – b')) })).toEqual([]);
  });
});

describe('what else a deployment has', () => {
  it.each<[string, Partial<AccountFacts>, string]>([
    [
      'a failed deployment',
      { stacks: known({ ...STACKS, pipeline: 'UPDATE_ROLLBACK_COMPLETE' }) },
      'missing Stacks: data is CREATE_COMPLETE, pipeline is UPDATE_ROLLBACK_COMPLETE',
    ],
    [
      'suppression that is too narrow',
      { setSuppressed: known({ reasons: ['COMPLAINT'] }) },
      'missing Suppression: SES doesn’t stop emails to addresses that bounced or complained',
    ],
    [
      'no configuration set',
      { setSuppressed: known(null) },
      'missing Suppression: SES doesn’t have the configuration set of this launch',
    ],
    [
      'a subscription that waits',
      { alarmReceivers: known({ confirmed: ['pager@example.gov'], pending: 1 }) },
      'missing Alarms: 1 of 1 alarmEmails have not confirmed',
    ],
    ['a console that fails', { consoleStatus: known(503) }, 'missing Console: it responds with HTTP 503'],
  ])('is said to be missing: %s', (_case, facts, text) => {
    expect(said(facts)).toEqual([text]);
  });

  it.each([
    [0, 'missing Alarms: no one receives them'],
    [1, 'missing Alarms: no recipient has confirmed'],
  ])(
    'takes any receiver of alarms where the settings name none, but %i that wait are none',
    (pending, text) => {
      const settings = { ...LAUNCH.settings!, alarmEmails: [] };
      expect(said({ alarmReceivers: known({ confirmed: [], pending }) }, { settings })).toEqual([text]);
      expect(said({ alarmReceivers: known({ confirmed: ['pager'], pending }) }, { settings })).toEqual([]);
    },
  );

  it('is not known to suppress where the set leaves it to an account that could not be asked', () => {
    const setSuppressed = known({ reasons: null });
    expect(said({ setSuppressed })).toEqual([]);
    expect(said({ setSuppressed, account: notKnown('AccessDenied') })).toContain(
      'not-checked Suppression: couldn’t be checked: AccessDenied',
    );
    const account = known({ ...ACCOUNT, suppressed: [] });
    expect(said({ setSuppressed, account })).toHaveLength(1);
  });
});
