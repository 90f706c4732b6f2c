import { describe, expect, it } from 'vitest';
import { runStore } from '../../../functions/aws/runs.ts';
import { phasesOf } from '../../../functions/domain/plan/phases.ts';
import { datesOf } from '../../../functions/domain/plan/plan-version.ts';
import type { StoredPlan } from '../../../functions/domain/plan/stored-plan.ts';
import { type Run, runIdOf } from '../../../functions/domain/run/run.ts';
import { planWith } from '../../support/builders/plan.ts';
import { aCloudForEach, DONE, FAILED, FOUR, MOVED, PLAN } from './uploaded-plans.ts';

const MOVED_FOUR = [
  'notice-1 at(2018-08-05T09:00:00) America/New_York',
  'notice-2 at(2018-10-04T09:00:00) America/New_York',
  'open at(2018-11-03T08:45:00) America/New_York',
  'warning at(2018-10-30T10:00:00) America/New_York',
];
const TO_BE_ANNOUNCED = JSON.stringify(
  planWith({ goLive: { certainty: 'to-be-announced' }, outages: undefined }),
);
const { cloud, moveTo, upload, currentPlan, report, events } = aCloudForEach();

describe('plan-launch, with a plan', () => {
  it('activates it, makes one schedule per phase, reports and says so', async () => {
    await upload(PLAN);
    const current = (await currentPlan())!;
    expect(await cloud().schedules()).toEqual(FOUR);
    expect(await report('launch.json/20180701T130100Z.json')).toMatchObject({
      outcome: 'planned',
      launch: 'test-2018',
      key: 'inbox/launch/launch.json',
      uploadedAt: '2018-07-01T13:01:00Z',
      inForce: { version: current.version },
      phases: [
        { id: 'notice-1', at: '2018-07-24T09:00:00-04:00[America/New_York]', passed: false },
        { id: 'warning' },
        { id: 'open' },
        { id: 'follow-up-1' },
      ],
      schedules: { created: ['notice-1', 'warning', 'open', 'follow-up-1'], deleted: [] },
    });
    const detail = {
      launch: 'test-2018',
      version: current.version,
      blocked: 0,
      warnings: 0,
      toTell: 0,
      toCorrect: 0,
      phases: 4,
      passed: 0,
      cancelledRuns: 0,
    };
    expect(await events()).toEqual([['LaunchPlanned', { ...detail, pivot: 'exact' }]]);
  });

  it('hands start-phase what it needs, in the zone of the court and for as long as it may start', async () => {
    await upload(PLAN);
    const { version } = (await currentPlan())!;
    const schedule = (await cloud().group.list()).find(({ Name }) => Name === 'notice-1');
    const { Target, ...rest } = schedule!;
    expect(rest).toMatchObject({
      ScheduleExpression: 'at(2018-07-24T09:00:00)',
      ScheduleExpressionTimezone: 'America/New_York',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      State: 'ENABLED',
    });
    expect(Target).toEqual({
      Arn: 'arn:aws:lambda:us-east-1:000000000000:function:start-phase',
      RoleArn: 'arn:aws:iam::000000000000:role/schedules',
      DeadLetterConfig: { Arn: 'arn:aws:sqs:us-east-1:000000000000:schedule-dead-letters' },
      RetryPolicy: { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 185 },
      Input: JSON.stringify({
        phaseId: 'notice-1',
        scheduledFor: '2018-07-24T13:00:00Z',
        planVersion: version,
      }),
    });
  });

  it('tells people in court time what will happen when', async () => {
    await upload(PLAN);
    const text = (await cloud().reports()).get('reports/launch/launch.json/20180701T130100Z.txt');
    expect(text).toContain('The launch plan is active.');
    expect(text).toContain('Go-live:  Mon, Oct 22, 2018, 8:30 a.m. EDT');
    expect(text).toContain('Phases, all times in Eastern Time');
    expect(text).toMatch(
      /notice-1 +Tue, Jul 24, 2018, 9:00 a\.m\. EDT +won't start after Fri, Jul 27, 2018, 9:00 a\.m\. EDT\n/,
    );
  });

  it('moves every schedule with the next plan, and leaves none of the old', async () => {
    await upload(PLAN);
    await upload(MOVED);
    expect(await cloud().schedules()).toEqual(MOVED_FOUR);
    expect(await report('launch.json/20180701T130200Z.json')).toMatchObject({
      schedules: {
        created: ['notice-2'],
        updated: ['notice-1', 'warning', 'open'],
        deleted: ['follow-up-1'],
      },
    });
  });

  it('schedules only what has not passed', async () => {
    await upload(PLAN);
    moveTo('2018-10-20T00:00:00Z');
    await upload(PLAN.replace('"10:00"', '"10:30"'));
    expect(await cloud().schedules()).toEqual([FOUR[0], FOUR[2]]);
    const { phases } = await report('launch.json/20181020T000100Z.json');
    expect((phases as { passed: boolean }[]).map(({ passed }) => passed)).toEqual([true, true, false, false]);
    expect((await cloud().reports()).get('reports/launch/launch.json/20181020T000100Z.txt')).toContain(
      "* Its start time was before this upload. If it hasn't been sent, it waits until someone releases it.",
    );
  });

  it('tells of approvals instead of releases where two people must agree', async () => {
    await upload(JSON.stringify(planWith({ twoPersonApproval: true })));
    moveTo('2018-10-20T00:00:00Z');
    await upload(JSON.stringify(planWith({ twoPersonApproval: true, 'phases.1.when.at': '10:30' })));
    const text = (await cloud().reports()).get('reports/launch/launch.json/20181020T000100Z.txt');
    expect(text).toContain("If it hasn't been sent, it waits until an approver approves it.");
    expect(text).toMatch(/follow-up-1 .* waits until an approver approves it\n/);
    expect(text).not.toMatch(/release/);
  });

  it('leaves a schedule be whose moment has just come: it may still be calling', async () => {
    await upload(PLAN);
    moveTo('2018-07-24T13:00:30Z');
    await upload(PLAN, 'again.json');
    expect(await cloud().schedules()).toEqual(FOUR);
    moveTo('2018-07-24T14:00:01Z');
    await upload(PLAN, 'again.json');
    expect(await cloud().schedules()).toEqual([FOUR[0], FOUR[2], FOUR[3]]);
  });

  it('leaves none while go-live is to be announced', async () => {
    await upload(PLAN);
    await upload(TO_BE_ANNOUNCED);
    expect(await cloud().schedules()).toEqual([]);
    expect((await cloud().reports()).get('reports/launch/launch.json/20180701T130200Z.txt')).toContain(
      'No phase has a time while go-live is to be announced: nothing will be sent.',
    );
  });

  it('changes nothing for the same plan under another name', async () => {
    await upload(PLAN);
    const before = await currentPlan();
    await upload(JSON.stringify(JSON.parse(PLAN), null, 4), 'copy.json');
    expect(await currentPlan()).toEqual(before);
    expect(await report('copy.json/20180701T130200Z.json')).toMatchObject({
      outcome: 'unchanged',
      schedules: { created: [], updated: [], deleted: [], unchanged: 4 },
    });
    expect(await events()).toHaveLength(1);
  });

  it('does not let an older upload, delivered late, replace a newer one', async () => {
    const late = await cloud().put('late.json', MOVED);
    await upload(PLAN);
    expect(await cloud().deliver(late)).toEqual([DONE]);
    expect(await cloud().schedules()).toEqual(FOUR);
    expect(await report('late.json/20180701T130000Z.json')).toMatchObject({
      outcome: 'older',
      inForce: { key: 'inbox/launch/launch.json' },
    });
    expect(await events()).toHaveLength(1);
  });

  it('keeps the report of an accepted plan whose message comes again after a later plan', async () => {
    const reported = async () =>
      [...(await cloud().reports())].filter(([key]) => key.includes('20180701T130100Z'));
    const earlier = {
      'goLive.date': '2018-10-15',
      outages: { filing: { from: '2018-10-12T08:30', to: '2018-10-15T08:30' } },
      'phases.1.when.days': -1,
      wording: { deadlines: 'The court moves on Monday, October 22.' },
    };
    const first = await upload(JSON.stringify(planWith(earlier)));
    const before = await reported();
    expect(before.map(([, text]) => text).join()).toContain('"planned"');
    // The go-live of this plan would be a stale date in the first one's wording.
    await upload(PLAN);
    const told = await events();
    expect(await cloud().deliver(first)).toEqual([DONE]);
    expect(await reported()).toEqual(before);
    expect(await events()).toEqual(told);
  });

  it('comes out at the newest of two at once', async () => {
    const first = await cloud().put('first.json', PLAN);
    moveTo('2018-07-01T13:00:01Z');
    const second = await cloud().put('second.json', MOVED);
    expect(await cloud().deliver(second, first, second, first)).toEqual(Array(4).fill(DONE));
    expect(await cloud().schedules()).toEqual(MOVED_FOUR);
  });

  it('cancels runs that no longer fit', async () => {
    await upload(PLAN);
    moveTo('2018-07-24T13:00:00Z');
    const runs = runStore(cloud().env, cloud().db);
    const run = runOf((await currentPlan())!);
    await runs.putIfAbsent(run);
    await upload(MOVED);
    expect(await runs.run(run.runId)).toMatchObject({ cancelled: 'plan-changed' });
    expect(await report('launch.json/20180724T130100Z.json')).toMatchObject({ cancelledRuns: [run.runId] });
    expect((await cloud().reports()).get('reports/launch/launch.json/20180724T130100Z.txt')).toContain(
      `Canceled, because they had started and no longer fit the plan:\n  ${run.runId}\n`,
    );
  });
});

function runOf({ plan, version }: StoredPlan): Run {
  const phase = phasesOf(plan)[0]!;
  const scheduledFor = phase.at.toInstant().toString();
  return {
    runId: runIdOf(phase.id, scheduledFor),
    phaseId: phase.id,
    kind: phase.kind,
    number: phase.number,
    of: phase.of,
    scheduledFor,
    expiresAt: phase.expiresAt.toInstant().toString(),
    decidedAt: scheduledFor,
    planVersion: version,
    dates: datesOf(plan),
    rosterVersion: 'r',
    startedBy: 'schedule',
  };
}

describe('plan-launch, repeated', () => {
  it('answers the same message the same', async () => {
    const body = await upload(PLAN);
    const before = await cloud().reports();
    expect(await cloud().deliver(body)).toEqual([DONE]);
    expect(await cloud().schedules()).toEqual(FOUR);
    const after = await cloud().reports();
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect(await events()).toHaveLength(2);
    expect(new Set((await events()).map((event) => JSON.stringify(event))).size).toBe(1);
  });

  it('heals a failure between the plan and its schedules', async () => {
    const body = await cloud().put('launch.json', PLAN);
    await cloud().group.drop();
    expect(await cloud().deliver(body)).toEqual([FAILED]);
    expect(await currentPlan()).toMatchObject({ key: 'inbox/launch/launch.json' });
    expect([...(await cloud().reports()).keys()]).toEqual([]);
    await cloud().group.make();
    expect(await cloud().deliver(body)).toEqual([DONE]);
    expect(await cloud().schedules()).toEqual(FOUR);
    expect((await events()).map(([kind]) => kind)).toEqual(['LaunchPlanned']);
  });

  it('repairs schedules that were changed, removed or put there by others, more than a page of them', async () => {
    const body = await upload(PLAN);
    const { group } = cloud();
    const [first, , third] = await group.list();
    await group.change({ ...first!, State: 'DISABLED' });
    await group.change({ ...third!, Target: { ...third!.Target!, Input: '{}' } });
    for (let index = 0; index < 110; index++) await group.add(`strange-${index}`, first!);
    expect(await cloud().deliver(body)).toEqual([DONE]);
    expect(await cloud().schedules()).toEqual(FOUR);
    const after = await group.list();
    expect(after.map(({ State }) => State)).toEqual(Array(4).fill('ENABLED'));
    const inputs = after.map(({ Target }) => JSON.parse(Target!.Input!).phaseId);
    expect(inputs).toEqual(['follow-up-1', 'notice-1', 'open', 'warning']);
  });
});
