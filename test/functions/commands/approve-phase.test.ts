import { afterEach, describe, expect, it } from 'vitest';
import { pick } from '../../../functions/aws/pick.ts';
import { phaseMarks as marksOf } from '../../../functions/aws/services.ts';
import type { ReleaseResult } from '../../../functions/commands/release-phase.ts';
import { filerIdOf } from '../../../functions/domain/filer/filer-id.ts';
import { isRefusal } from '../../../local/cloud/lambda/error.ts';
import { localCall } from '../../../local/ops/call.ts';
import { releaseText } from '../../../local/ops/plan-text.ts';
import { planWith } from '../../support/builders/plan.ts';
import { expectNoErrors } from '../../support/console/expect-no-errors.ts';
import {
  csv,
  hiddenFields,
  PLAN,
  ROWS,
  SAFEGUARDS,
  type TwoPeople,
  twoPeople,
  wordsOf,
} from '../../support/console/two-people.ts';

let launch: TwoPeople;
const QUIET = { info: () => {}, error: () => {} };
const NOTICE = { phaseId: 'notice-1', scheduledFor: '2018-07-24T13:00:00Z' };

async function erase(user: string): Promise<void> {
  await launch.later();
  const filerId = filerIdOf('test', user);
  const command = { act: 'erase', filerId, confirm: filerId, by: 'ops1', why: 'asked by letter' };
  expect(await launch.console.cloud.invoke('Erase', command)).toMatchObject({ done: true });
  await launch.console.cloud.settle();
}

/** The hour of the first notice, and the tick after it. */
async function atItsTime(): Promise<number> {
  await launch.console.cloud.advanceTo('2018-07-24T13:06:00Z');
  await launch.console.cloud.settle();
  return launch.console.cloud.outbox.length;
}

async function begin(): Promise<void> {
  launch = await twoPeople();
}

afterEach(async () => {
  await launch.console.stop();
  expectNoErrors(launch.console);
});

describe('two-person approval', () => {
  it('sends at its time what an approver approved ahead, to those who are still on the roster', async () => {
    await begin();
    expect(wordsOf((await launch.clara.get('/phases/notice-1')).text)).toContain(
      'An approver must approve it before it can start.',
    );
    expect((await launch.approve()).statusCode).toBe(303);
    await launch.uploadRoster(ROWS.slice(0, 2));
    expect(await atItsTime()).toBe(2);
  });

  it('is shown on the pages of the phase before, after, and once it is void', async () => {
    await begin();
    const pageOf = async (who = launch.ada, path = '') =>
      wordsOf((await who.get(`/phases/notice-1${path}`)).text);
    expect(await pageOf(launch.clara)).toMatch(
      /Approve this phase You can’t do this: .* with the approver role/,
    );
    expect(await pageOf()).toContain('Review and approve');
    expect(await pageOf(launch.ada, '/release')).toMatch(/Approve Notice.*You approve these filers/);
    await launch.approve();
    expect(await pageOf()).toMatch(
      /Approved It will start at its scheduled time.* Approved By Ada Approver,/,
    );
    await launch.uploadPlan({ 'court.helpDesk.hours': 'never' });
    await launch.console.cloud.advanceTo('2018-07-24T12:20:00Z');
    expect(await pageOf()).toMatch(/approval is void: the wording changed\..* Approved \(now void\) By Ada/);
  });

  it('sends nothing that no one approved, though the plan says that it starts automatically', async () => {
    await begin();
    expect(await atItsTime()).toBe(0);
    expect(launch.holds().at(-1)).toMatchObject({ phase: 'notice-1', reason: 'needs-release' });
    expect((await launch.approve()).statusCode).toBe(303);
    await launch.console.cloud.settle();
    expect(launch.console.cloud.outbox.length).toBe(3);
  });

  const changes: [what: string, change: () => Promise<unknown>, code: string, says: string][] = [
    [
      'a filer is added',
      () => launch.uploadRoster([...ROWS, 'd,Dole,d@example.com']),
      'filers-added',
      '1 filer was added',
    ],
    [
      'an address changes by a one-row update',
      () => launch.uploadRoster(['a,Abel,evil@example.com'], 'update'),
      'addresses-changed',
      'the address of 1 filer changed',
    ],
    [
      'the wording changes',
      () => launch.uploadPlan({ 'court.helpDesk.hours': 'never' }),
      'wording-changed',
      'the wording changed',
    ],
    [
      'the phase gets another time of day',
      () =>
        launch.uploadPlan({
          phases: (planWith({}) as { phases: { when: object }[] }).phases.map((phase, index) =>
            index === 0 ? { ...phase, when: { ...phase.when, at: '09:01' } } : phase,
          ),
        }),
      'schedule-changed',
      'the schedule changed',
    ],
  ];
  it.each(changes)(
    'attack: after the approval, %s; nothing is sent, and page and event say why',
    async (_what, change, code, says) => {
      await begin();
      await launch.approve();
      await change();
      await launch.console.cloud.advanceTo('2018-07-24T12:20:00Z');
      await launch.console.cloud.settle();
      const page = wordsOf((await launch.clara.get('/phases/notice-1')).text);
      expect(page).toContain('Its approval is void');
      expect(page).toContain(says);
      expect(launch.holds().at(-1)).toMatchObject({ reason: 'approval-void', void: [{ code }] });
      expect(await atItsTime()).toBe(0);
      expect((await launch.approve()).statusCode).toBe(303);
      await launch.console.cloud.advanceTo('2018-07-24T13:30:00Z');
      await launch.console.cloud.settle();
      expect(launch.console.cloud.outbox.length).toBeGreaterThanOrEqual(3);
    },
  );

  it('stays approved while a filer is erased, and mails the others', async () => {
    await begin();
    await launch.approve();
    await erase('a');
    expect(wordsOf((await launch.clara.get('/phases/notice-1')).text)).not.toContain('approval is void');
    expect(await atItsTime()).toBe(2);
    expect(launch.console.cloud.outbox.flatMap(({ to }) => to).toSorted()).toEqual([
      'b@example.com',
      'c@example.com',
    ]);
  });

  it('stays approved while a filer is erased and others leave with a new roster', async () => {
    await begin();
    await launch.approve();
    await erase('a');
    await launch.uploadRoster(ROWS.slice(1, 2));
    await erase('c');
    expect(await atItsTime()).toBe(1);
  });

  it('attack: a filer who was erased after the approval is uploaded again; nothing is sent', async () => {
    await begin();
    await launch.approve();
    await erase('a');
    await launch.uploadRoster(ROWS.toReversed());
    expect(await atItsTime()).toBe(0);
    expect(launch.holds().at(-1)).toMatchObject({
      reason: 'approval-void',
      void: [{ code: 'filers-added', filers: 1 }],
    });
  });

  it('is void once the approved roster is no longer kept, and says what to do', async () => {
    await begin();
    await launch.uploadPlan({ roster: { ...SAFEGUARDS, keepDays: 1 } });
    await launch.approve(launch.ada, { phase: 'warning' });
    await launch.uploadRoster(ROWS.slice(0, 2));
    await launch.console.cloud.advanceTo('2018-07-27T13:00:00Z');
    await launch.console.cloud.settle();
    expect(wordsOf((await launch.ada.get('/phases/warning')).text)).toContain(
      'Its approval is void: the approved roster is no longer available, so Crier can’t compare the active ' +
        'one with it. Review the phase and approve it again.',
    );
    const held = launch.holds().findLast(({ phase }) => phase === 'warning');
    expect(held).toMatchObject({ reason: 'approval-void', void: [{ code: 'roster-gone' }] });
    expect((await launch.approve(launch.ada, { phase: 'warning' })).statusCode).toBe(303);
    expect(wordsOf((await launch.ada.get('/phases/warning')).text)).not.toContain('approval is void');
  });

  it('attack: after the approval, a new roster and a new plan come in outside the console; nothing is sent', async () => {
    await begin();
    await launch.approve();
    await launch.later();
    await launch.console.cloud.put(
      'inbox/launch/x.json',
      JSON.stringify(planWith({ ...PLAN, 'court.name': 'Other Court' })),
    );
    await launch.console.cloud.put('inbox/roster/x.csv', csv([...ROWS, 'd,Dole,d@example.com']));
    await launch.console.cloud.settle();
    expect(await atItsTime()).toBe(0);
    const refused = await launch.approve();
    expect([refused.statusCode, wordsOf(refused.text).includes('outside the console')]).toEqual([403, true]);
  });

  it('attack: a clerk releases alone what the clerk uploaded; the console refuses', async () => {
    await begin();
    expect((await launch.approve(launch.clara)).statusCode).toBe(403);
    expect(launch.console.refusals().at(-1)).toBe('not-by-you');
    expect(await atItsTime()).toBe(0);
  });

  it('attack: a caller of ReleasePhase claims to be the approver; it is refused with a sentence', async () => {
    await begin();
    const answer = await launch.console.cloud.invoke('ReleasePhase', {
      phaseId: 'notice-1',
      by: 'ada',
      why: 'x',
    });
    expect(answer).toMatchObject({
      started: false,
      reason: 'not-signed-in',
      message: expect.stringContaining('only in the console'),
    });
    expect(await atItsTime()).toBe(0);
  });

  it('attack: operations staff release a phase by ops; it is refused, and they are sent to the console', async () => {
    await begin();
    const release = { act: 'release', phaseId: 'notice-1', by: 'ada', why: 'x' } as const;
    const answer = await localCall(launch.console.cloud)<ReleaseResult>(release);
    expect(isRefusal(answer)).toBe(true);
    expect(releaseText(answer)).toBe(
      'Not released: Two-person approval is on, so a phase can be approved only in the console, by someone who is ' +
        'signed in there. Nothing was released. (not-signed-in)',
    );
    expect(await atItsTime()).toBe(0);
  });

  it('attack: a colleague’s one-row update hides who uploaded the roster; the uploader still may not approve', async () => {
    await begin();
    const { phaseMarks } = pick(
      { env: launch.console.cloud.env, clock: launch.console.cloud.clock, log: QUIET },
      { phaseMarks: marksOf },
    );
    expect((await phaseMarks.marks(NOTICE)).approval).toBeUndefined();
    await launch.uploadRoster(['a,Abel,abel@example.com'], 'update');
    await launch.approve();
    expect((await phaseMarks.marks(NOTICE)).approval).toMatchObject({
      authors: ['clara'],
      by: { id: 'ada' },
    });
  });
});

describe('a plan that turns two-person approval off', () => {
  const OFF = { twoPersonApproval: false };
  const isOn = async () => wordsOf((await launch.clara.get('/plan')).text).includes('Two-person approval on');

  it('attack: a clerk uploads it and releases alone; it waits, and nothing is sent', async () => {
    await begin();
    await launch.uploadPlan(OFF);
    expect(await isOn()).toBe(true);
    expect(wordsOf((await launch.clara.get('/plan')).text)).toContain('Waiting for a second person');
    expect(launch.console.cloud.events.map((event) => event['detail-type'])).toContain('LaunchPending');
    expect((await launch.approve(launch.clara)).statusCode).toBe(403);
    const { version = '' } = hiddenFields((await launch.ada.get('/plan')).text);
    const own = await launch.clara.post('/plan/approve', {
      csrf: await launch.clara.csrf(),
      version,
      why: 'x',
    });
    expect(own.statusCode).toBe(403);
    await launch.uploadPlan(OFF);
    expect(await isOn()).toBe(true);
    expect(await atItsTime()).toBe(0);
  });

  it('attack: it comes in outside the console, twice; it waits, and no one can approve it', async () => {
    await begin();
    for (const key of ['inbox/launch/x.json', 'inbox/launch/y.json']) {
      await launch.later();
      await launch.console.cloud.put(key, JSON.stringify(planWith({ ...PLAN, ...OFF })));
      await launch.console.cloud.settle();
    }
    expect(await isOn()).toBe(true);
    const page = wordsOf((await launch.ada.get('/plan')).text);
    expect(page).toContain('Someone must upload it in the console');
    expect(await atItsTime()).toBe(0);
  });

  it('takes effect once an approver approves it', async () => {
    await begin();
    await launch.uploadPlan(OFF);
    await launch.later();
    const { version = '' } = hiddenFields((await launch.ada.get('/plan')).text);
    const answer = await launch.ada.post('/plan/approve', {
      csrf: await launch.ada.csrf(),
      version,
      why: 'we agreed',
    });
    expect(answer.statusCode).toBe(303);
    await launch.console.cloud.settle();
    expect(await isOn()).toBe(false);
    expect(await atItsTime()).toBe(3);
  });
});
