import { afterEach, describe, expect, it } from 'vitest';
import { runStore } from '../../../functions/aws/runs.ts';
import { sendGate } from '../../../functions/aws/send-gate.ts';
import { planWith } from '../../support/builders/plan.ts';
import {
  aDateChangeCloud,
  type DateChangeCloud,
  DECEMBER,
  NOTICE,
} from '../../support/clouds/date-change-cloud.ts';

const AGAIN = 'notice-1--2_20180724T130000Z';
/** Another outage, and every phase where it was. */
const LONGER = { outages: { filing: { from: '2018-10-19T08:00', to: '2018-10-22T08:30' } } };
const LONGEST = { outages: { filing: { from: '2018-10-19T07:30', to: '2018-10-22T08:30' } } };
const RELEASE = { phaseId: 'notice-1', by: 'clerk1', why: 'the new outage stands' };
const EVERYBODY = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

let world: DateChangeCloud;
afterEach(() => world?.cloud.stop());

/** A notice of which some emails were sent when a plan with other dates canceled it. @returns who has had it. */
async function cutShort(): Promise<string[]> {
  let holding: Promise<unknown> | undefined;
  const onAccepted = () => {
    holding ??= sendGate(world.cloud.env).hold(NOTICE, 'person');
  };
  world = await aDateChangeCloud(EVERYBODY, { ses: { maxSendRate: 1, onAccepted } });
  await world.cloud.advanceTo('2018-07-24T13:06:00Z');
  await holding;
  await world.plan(LONGER);
  return world.mailed(NOTICE);
}

const release = () => world.cloud.invoke('ReleasePhase', RELEASE);

describe('a phase whose run was canceled by a plan that still has it', () => {
  it('is blocked and says so, in the report, as an event and to who asks', async () => {
    await cutShort();
    expect(await world.report()).toContain('npm run ops -- release --phase notice-1');
    await world.cloud.advanceTo('2018-07-24T13:12:00Z');
    expect(world.eventsOf('PhaseHeld').filter(({ phase }) => phase === 'notice-1')).toMatchObject([
      { reason: 'cancelled', scheduledFor: '2018-07-24T13:00:00Z' },
    ]);
    const call = { phaseId: 'notice-1', scheduledFor: '2018-07-24T13:00:00Z' };
    expect(await world.cloud.invoke('StartPhase', call)).toEqual({ started: false, reason: 'cancelled' });
  });

  it('runs again when a person releases it, and no one gets it twice', async () => {
    const had = await cutShort();
    expect(had.length).toBeGreaterThan(0);
    // The canceled run's chunks have no outcome yet.
    expect(await release()).toEqual({ started: false, reason: 'sends-unsettled' });
    await world.cloud.advanceTo('2018-07-24T14:00:00Z');
    // The sweep has started it, since the release is still valid.
    expect(await release()).toEqual({ started: false, reason: 'complete' });
    const rest = EVERYBODY.filter((user) => !had.includes(user));
    expect(world.mailed(NOTICE)).toEqual(had);
    expect(world.mailed(AGAIN)).toEqual(rest);
    expect(await world.status(AGAIN, had[0]!)).toBe('skipped had-before');
    const { runs } = (await world.cloud.invoke('Act', { act: 'reconcile' })) as { runs: unknown[] };
    expect(runs).toMatchObject([{ differences: [] }, { differences: [] }]);
    expect(world.cloud.failures).toEqual([]);
    expect(world.cloud.denials).toEqual([]);
  });

  it('needs another release when the run after it is canceled too', async () => {
    const had = await cutShort();
    await world.cloud.advanceTo('2018-07-24T13:20:00Z');
    await sendGate(world.cloud.env).hold('all', 'person');
    expect(await release()).toEqual({ started: true, runId: AGAIN });
    await world.plan(LONGEST);
    await sendGate(world.cloud.env).lift('all', 'person');
    await world.cloud.advanceTo('2018-07-24T14:00:00Z');
    expect(world.mailed(AGAIN)).toEqual([]);
    const third = 'notice-1--3_20180724T130000Z';
    expect(await Promise.all([release(), release()])).toEqual(Array(2).fill({ started: true, runId: third }));
    await world.cloud.advanceTo('2018-07-24T14:30:00Z');
    expect([...had, ...world.mailed(third)].toSorted()).toEqual(EVERYBODY);
  });

  it('does not run again once it has expired', async () => {
    await cutShort();
    await world.cloud.advanceTo('2018-07-27T13:00:00Z');
    expect(await release()).toEqual({ started: false, reason: 'expired' });
  });
});

describe('a phase that has run and moves', () => {
  it('is not sent again automatically, and is when a person releases it', async () => {
    world = await aDateChangeCloud(['a', 'b']);
    await world.cloud.advanceTo('2018-07-24T14:00:00Z');
    await world.plan(DECEMBER);
    expect(await world.report()).toMatch(/notice-1 .*Sep 4, 2018.*, already sent/);
    await world.cloud.advanceTo('2018-09-04T14:00:00Z');
    expect(world.eventsOf('PhaseHeld').filter(({ phase }) => phase === 'notice-1')).toMatchObject([
      { reason: 'has-run', scheduledFor: '2018-09-04T13:00:00Z' },
    ]);
    expect(await release()).toEqual({ started: true, runId: 'notice-1_20180904T130000Z' });
    await world.cloud.settle();
    expect(world.mailed('notice-1_20180904T130000Z')).toEqual(['a', 'b']);
  });

  it('emails no one twice who had it right before the plan moved, though no one had marked it complete', async () => {
    let moving: Promise<unknown> | undefined;
    let accepted = 0;
    const onAccepted = () => {
      accepted += 1;
      if (accepted === 3)
        moving = world.cloud.put('inbox/launch/launch.json', JSON.stringify(planWith(DECEMBER)));
    };
    world = await aDateChangeCloud(['a', 'b', 'bounce'], { ses: { onAccepted } });
    await world.cloud.advanceTo('2018-07-24T13:01:00Z');
    await moving;
    expect(world.mailed(NOTICE)).toEqual(['a', 'b', 'bounce']);
    expect(await runStore(world.cloud.env).run(NOTICE)).toMatchObject({ cancelled: 'plan-changed' });
    await world.roster(['a', 'b', 'bounce', 'c']);
    await world.cloud.advanceTo('2018-09-04T13:10:00Z');
    const moved = 'notice-1_20180904T130000Z';
    expect(world.mailed(moved)).toEqual(['c']);
    expect(await world.status(moved, 'a')).toBe('skipped had-before');
    expect(await world.status(moved, 'b')).toBe('skipped had-before');
    expect(world.cloud.denials).toEqual([]);
  });
});
