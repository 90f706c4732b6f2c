import { afterEach, describe, expect, it } from 'vitest';
import { sendGate } from '../../../../functions/aws/send-gate.ts';
import type { AuditEntry } from '../../../../functions/domain/audit-entry.ts';
import type { RunsReport } from '../../../../functions/queries/run-reports.ts';
import {
  aDateChangeCloud,
  type DateChangeCloud,
  DECEMBER,
  NO_DATE,
  NOTICE,
  NOVEMBER,
  RELEASE,
} from '../../../support/clouds/date-change-cloud.ts';

const CHANGE = 'date-change_20180725T130000Z';
const FAULTS: Readonly<Record<string, 'refuse' | 'server-error'>> = {
  rufus: 'refuse',
  silent: 'server-error',
};

let world: DateChangeCloud;
afterEach(() => world?.cloud.stop());

/** A launch whose first notice was sent: one filer has it, one may have it, one bounced and one never got it. */
async function afterNotice(): Promise<void> {
  world = await aDateChangeCloud(['good', 'silent', 'bounce', 'rufus'], {
    ses: {
      fault: ({ to }) => {
        const fault = FAULTS[to[0]!.split('@')[0]!];
        if (fault === 'refuse') return { kind: 'refuse', code: 'MessageRejected', message: 'virus' };
        return fault ? { kind: 'server-error', accepted: false } : null;
      },
    },
  });
  await world.cloud.advanceTo('2018-07-25T13:00:00Z');
}

const release = () => world.cloud.invoke('ReleasePhase', RELEASE);
const waits = () =>
  world.eventsOf('PhaseHeld').filter(({ phase }) => phase === 'date-change') as Record<string, unknown>[];

describe('a moved launch', () => {
  it('prepares the message for those who were told the old date, and sends nothing automatically', async () => {
    await afterNotice();
    await world.plan(DECEMBER);
    expect(waits()).toMatchObject([
      { reason: 'needs-release', filers: 2, scheduledFor: '2018-07-25T13:00:00Z' },
    ]);
    expect(await world.report()).toContain(
      '2 filers were told the earlier dates.\nThe email with the new dates is ready.',
    );
    await world.cloud.advanceTo('2018-07-26T12:00:00Z');
    expect(world.mailed(CHANGE)).toEqual([]);
    expect(waits()).toHaveLength(1);
    await world.cloud.advanceTo('2018-07-26T14:00:00Z');
    expect(waits()).toHaveLength(2);
    const { waiting } = (await world.cloud.invoke('Act', { act: 'runs' })) as RunsReport;
    expect(waiting).toEqual([{ phaseId: 'date-change', reason: 'needs-release', filers: 2 }]);
  });

  it('tells them once, however often it is released, and accounts for them', async () => {
    await afterNotice();
    await world.plan(DECEMBER);
    const answers = await Promise.all([release(), release()]);
    expect(answers).toEqual(Array(2).fill({ started: true, runId: CHANGE }));
    await world.cloud.advanceTo('2018-07-25T14:00:00Z');
    // The silent one's mail server is still down for SES.
    expect(world.mailed(CHANGE)).toEqual(['good']);
    expect(await world.status(CHANGE, 'good')).toBe('delivered');
    expect(await world.status(CHANGE, 'silent')).toBe('unknown ses-503');
    expect(await world.status(CHANGE, 'rufus')).toBe('waiting');
    const [letter] = await world.letters(CHANGE, 'good');
    expect(letter!.subject).toMatch(/^[A-Z]+: New date for NextGen CM\/ECF: December 3, 2018/);
    expect(letter!.text.replaceAll(/\s+/g, ' ')).toContain(
      'We previously told you Monday, October 22, 2018.',
    );
    const { runs } = (await world.cloud.invoke('Act', { act: 'reconcile' })) as RunsReport;
    expect(runs.find(({ runId }) => runId === CHANGE)).toMatchObject({ audience: 2, differences: [] });
    expect(await release()).toEqual({ started: false, reason: 'complete' });
    const acts = (await world.cloud.invoke('Act', { act: 'acts' })) as AuditEntry[];
    const releases = acts.filter(({ act }) => act.act === 'release');
    expect(releases.map(({ act }) => [act.act, act.by])).toEqual(
      Array(2).fill(['release', { kind: 'outside', claimed: 'clerk1', isAwaited: true }]),
    );
    expect(world.cloud.denials).toEqual([]);
    expect(world.cloud.failures).toEqual([]);
  });

  it('that moves twice before the release is told once, with the newest date', async () => {
    await afterNotice();
    await world.plan(DECEMBER);
    await world.cloud.advanceTo('2018-07-25T15:00:00Z');
    await world.plan(NOVEMBER);
    await release();
    await world.cloud.advanceTo('2018-07-25T16:00:00Z');
    const letters = await world.letters('date-change_20180725T150000Z', 'good');
    expect(letters.map(({ subject }) => subject)).toEqual([expect.stringContaining('November 5, 2018')]);
    expect(world.mailed(CHANGE)).toEqual([]);
  });

  it('that moves back to the date that people know has nothing to tell', async () => {
    await afterNotice();
    await world.plan(DECEMBER);
    await world.cloud.advanceTo('2018-07-25T15:00:00Z');
    await world.plan({});
    expect(await world.report()).not.toContain('told the earlier dates');
    expect(await release()).toEqual({ started: false, reason: 'nobody-told' });
  });

  it('that moves again after the release tells those who were told the date in between', async () => {
    await afterNotice();
    await world.plan(DECEMBER);
    await release();
    await world.cloud.advanceTo('2018-07-26T13:00:00Z');
    await world.plan({});
    expect(waits().at(-1)).toMatchObject({ filers: 2, scheduledFor: '2018-07-26T13:00:00Z' });
    await release();
    await world.cloud.advanceTo('2018-07-26T14:00:00Z');
    const [letter] = await world.letters('date-change_20180726T130000Z', 'good');
    expect(letter!.text.replaceAll(/\s+/g, ' ')).toContain(
      'We previously told you Monday, December 3, 2018.',
    );
    expect(letter!.subject).toContain('October 22, 2018');
  });

  it('announces nothing when only an estimate becomes exact', async () => {
    world = await aDateChangeCloud(['good'], { first: { 'goLive.certainty': 'estimated' } });
    await world.cloud.advanceTo('2018-07-25T13:00:00Z');
    await world.plan({});
    expect(await release()).toEqual({ started: false, reason: 'nobody-told' });
  });

  it('stops telling a date that moves while it is being told', async () => {
    world = await aDateChangeCloud(['a', 'b', 'c']);
    await world.cloud.advanceTo('2018-07-25T13:00:00Z');
    await world.plan(DECEMBER);
    await world.cloud.invoke('Act', { act: 'hold', scope: 'all', by: 'ops1', why: 'wait' });
    await release();
    await world.cloud.advanceTo('2018-07-25T14:00:00Z');
    await world.plan(NOVEMBER);
    expect(await world.report()).toContain(CHANGE);
    await world.cloud.invoke('Act', { act: 'lift', scope: 'all', by: 'ops1', why: 'go' });
    await world.cloud.advanceTo('2018-07-25T15:00:00Z');
    expect(world.mailed(CHANGE)).toEqual([]);
    expect(await world.status(CHANGE, 'a')).toBe('skipped cancelled');
  });

  it('waits for old emails that are still on their way, and then continues automatically', async () => {
    const everybody = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    let holding: Promise<unknown> | undefined;
    const onAccepted = () => {
      holding ??= sendGate(world.cloud.env).hold(NOTICE, 'person');
    };
    world = await aDateChangeCloud(everybody, { ses: { maxSendRate: 1, onAccepted } });
    await world.cloud.advanceTo('2018-07-24T13:06:00Z');
    const had = world.mailed(NOTICE);
    await holding;
    expect(had.length).toBeGreaterThan(0);
    expect(had.length).toBeLessThan(everybody.length);
    await world.plan(DECEMBER);
    expect(await world.report()).toContain('some emails are still being sent');
    expect(await release()).toEqual({ started: false, reason: 'sends-unsettled' });
    await world.cloud.advanceTo('2018-07-24T14:00:00Z');
    expect(world.mailed(NOTICE)).toEqual(had);
    expect(world.mailed('date-change_20180724T130600Z')).toEqual(had);
  });

  it('is no longer announced once the court is live', async () => {
    await afterNotice();
    await world.plan({
      'goLive.date': '2018-07-27',
      outages: { filing: { from: '2018-07-26T08:30', to: '2018-07-27T08:30' } },
      phases: [{ id: 'open', kind: 'launch-day', when: { days: 1, anchor: 'go-live', at: '09:00' } }],
    });
    await world.cloud.advanceTo('2018-07-27T13:00:00Z');
    expect(await release()).toEqual({ started: false, reason: 'expired' });
    const missed = world.eventsOf('PhaseMissed').filter(({ phase }) => phase === 'date-change');
    expect(missed).toMatchObject([{ reason: 'expired' }]);
  });
});

describe('a launch that is postponed without a date', () => {
  it('holds every phase, cancels what runs, and tells by hand that the date is to be announced', async () => {
    world = await aDateChangeCloud(['good']);
    await world.cloud.advanceTo('2018-07-25T13:00:00Z');
    await world.cloud.invoke('Act', { act: 'hold', scope: 'all', by: 'ops1', why: 'wait' });
    await world.cloud.advanceTo('2018-10-18T14:30:00Z');
    await world.plan(NO_DATE);
    expect(await world.report()).toContain('warning_20181018T140000Z');
    expect(world.cloud.schedules().filter(({ group }) => group === 'crier-test-2018')).toEqual([]);
    await world.cloud.invoke('Act', { act: 'lift', scope: 'all', by: 'ops1', why: 'go' });
    await world.cloud.advanceTo('2018-10-26T13:00:00Z');
    expect(world.cloud.outbox).toHaveLength(1);
    expect(await world.cloud.invoke('ReleasePhase', { ...RELEASE, phaseId: 'open' })).toEqual({
      started: false,
      reason: 'not-in-plan',
    });
    expect(await release()).toEqual({ started: true, runId: 'date-change_20181018T143000Z' });
    await world.cloud.advanceTo('2018-10-26T14:00:00Z');
    const [letter] = await world.letters('date-change_20181018T143000Z', 'good');
    expect(letter!.subject).toMatch(/^[A-Z]+: NextGen CM\/ECF has been postponed$/);
    expect(letter!.text.replaceAll(/\s+/g, ' ')).toContain(
      'We previously told you Monday, October 22, 2018.',
    );
    expect(world.cloud.failures).toEqual([]);
    expect(world.cloud.denials).toEqual([]);
  });

  it('tells the new date to those who know of none', async () => {
    world = await aDateChangeCloud(['good']);
    await world.cloud.advanceTo('2018-07-25T13:00:00Z');
    await world.plan(NO_DATE);
    await release();
    await world.cloud.advanceTo('2018-07-26T13:00:00Z');
    await world.plan(DECEMBER);
    await release();
    await world.cloud.advanceTo('2018-07-26T14:00:00Z');
    const [letter] = await world.letters('date-change_20180726T130000Z', 'good');
    expect(letter!.text).toContain(
      'told you that the date was to be announced. The date is Monday, December 3, 2018',
    );
  });
});
