import { afterEach, describe, expect, it } from 'vitest';
import { pick } from '../../../functions/aws/pick.ts';
import { phaseMarks as marksOf } from '../../../functions/aws/services.ts';
import { personActor } from '../../../functions/domain/actor.ts';
import { DECEMBER, NOVEMBER } from '../../support/clouds/date-change-cloud.ts';
import { expectNoErrors } from '../../support/console/expect-no-errors.ts';
import { hiddenFields, ROWS, type TwoPeople, twoPeople, wordsOf } from '../../support/console/two-people.ts';

const QUIET = { info: () => {}, error: () => {} };
const CHANGE = { phase: 'date-change' };
let launch: TwoPeople;

/** The first notice was approved and went to three filers; half an hour later a clerk changes the dates that it said. */
async function begin(): Promise<void> {
  launch = await twoPeople();
  await launch.approve();
  await launch.console.cloud.advanceTo('2018-07-24T13:30:00Z');
  await launch.console.cloud.settle();
  expect(launch.console.cloud.outbox.length).toBe(3);
  await launch.uploadPlan(DECEMBER);
}

/** How many emails say the new dates, once everything that is due was sent. */
async function announced(): Promise<number> {
  const { cloud } = launch.console;
  await cloud.advanceTo(cloud.clock.now().add({ minutes: 15 }));
  await cloud.settle();
  return cloud.outbox.length - 3;
}

const pageOf = async () => wordsOf((await launch.clara.get('/phases/date-change')).text);

afterEach(async () => {
  await launch.console.stop();
  expectNoErrors(launch.console);
});

describe('a change of dates with two-person approval', () => {
  it('waits for an approver who changed nothing, and is sent once they approve it', async () => {
    await begin();
    expect(await announced()).toBe(0);
    expect(launch.holds().findLast(({ phase }) => phase === CHANGE.phase)).toMatchObject({
      reason: 'needs-release',
    });
    expect((await launch.approve(launch.ada, CHANGE)).statusCode).toBe(303);
    expect(await announced()).toBe(3);
  });

  it('attack: the clerk who changed the dates releases their announcement alone; it is refused', async () => {
    await begin();
    expect((await launch.approve(launch.clara, CHANGE)).statusCode).toBe(403);
    expect(launch.console.refusals().at(-1)).toBe('not-by-you');
    expect(await announced()).toBe(0);
  });

  it('attack: a caller of ReleasePhase announces changed dates in the approver’s name; it is refused', async () => {
    await begin();
    const release = { phaseId: CHANGE.phase, by: 'ada', why: 'x' };
    expect(await launch.console.cloud.invoke('ReleasePhase', release)).toMatchObject({
      started: false,
      reason: 'not-signed-in',
      message: expect.stringContaining('only in the console'),
    });
    expect(await announced()).toBe(0);
  });

  it('attack: a release of changed dates is written past the console; nothing is sent, and the page says why', async () => {
    await begin();
    const { env, clock } = launch.console.cloud;
    const { phaseMarks } = pick({ env, clock, log: QUIET }, { phaseMarks: marksOf });
    const { scheduledFor = '' } = launch.holds().findLast(({ phase }) => phase === CHANGE.phase) ?? {};
    const release = { by: personActor({ id: 'ada' }), why: 'x', at: clock.now().toString() };
    expect(await phaseMarks.release({ phaseId: CHANGE.phase, scheduledFor }, release)).toBe(true);
    expect(await announced()).toBe(0);
    expect(await pageOf()).toContain('Its approval is void');
  });

  it('attack: the dates are changed again after the approver looked; the approval is refused', async () => {
    await begin();
    const form = hiddenFields((await launch.ada.get('/phases/date-change/release')).text);
    await launch.uploadPlan(NOVEMBER);
    expect((await launch.approve(launch.ada, { ...CHANGE, form })).location).toMatch(/\/release\?form=/);
    expect(await announced()).toBe(0);
  });

  it('attack: a filer is added after the approver looked; the approval is refused', async () => {
    await begin();
    const form = hiddenFields((await launch.ada.get('/phases/date-change/release')).text);
    await launch.uploadRoster([...ROWS, 'd,Dole,d@example.com']);
    expect((await launch.approve(launch.ada, { ...CHANGE, form })).location).toMatch(/\/release\?form=/);
    expect(await announced()).toBe(0);
  });

  it('attack: after an approved announcement the dates are changed again; that one waits again', async () => {
    await begin();
    await launch.approve(launch.ada, CHANGE);
    expect(await announced()).toBe(3);
    await launch.uploadPlan(NOVEMBER);
    expect(await announced()).toBe(3);
    expect(await pageOf()).not.toContain('Complete');
    expect((await launch.approve(launch.ada, CHANGE)).statusCode).toBe(303);
    expect(await announced()).toBe(6);
  });
});
