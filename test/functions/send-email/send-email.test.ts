import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import { auditReaderOf } from '../../../functions/aws/audit-reader.ts';
import { runStore } from '../../../functions/aws/runs.ts';
import { sendGate } from '../../../functions/aws/send-gate.ts';
import { sendLogStore } from '../../../functions/aws/send-log.ts';
import { filerIdOf } from '../../../functions/domain/filer/filer-id.ts';
import { sendsOf } from '../../../functions/domain/send/sends.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import type { CloudOptions } from '../../../local/cloud/options.ts';
import { planWith } from '../../support/builders/plan.ts';

const NOTICE = 'notice-1_20180724T130000Z';
/** A notice five days before go-live, for what happens long after one in other plans. */
const LATE_NOTICE = {
  from: '2018-10-17T12:00:00Z',
  plan: { 'phases.0.when': { days: -5, anchor: campaign.pivot, at: '09:00' } },
  run: 'notice-1_20181017T130000Z',
} as const;
const FOLLOW_UP = 'follow-up-1_20181024T140000Z';
const HEADER = 'user id,name,email,pacer account,pacer account type';

let cloud: Cloud;
afterEach(() => cloud?.stop());

/** Filers user1, user2, … with these addresses. */
function roster(addresses: readonly string[]): string {
  const rows = addresses.map(
    (email, index) => `user${index + 1},"Filer${index + 1}, A",${email},individual,legacy`,
  );
  return [HEADER, ...rows].join('\n');
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `filer${index + 1}@example.com`);
}

/** A launch with an active plan and roster, by default a day before its first notice. */
async function launch(
  addresses: readonly string[],
  {
    plan = {},
    from = '2018-07-23T12:00:00Z',
    ...options
  }: Omit<CloudOptions, 'clock' | 'launch'> & { plan?: Record<string, unknown>; from?: string } = {},
): Promise<void> {
  cloud = await startCloud({
    ...options,
    clock: virtualClock(from),
    launch: { name: 'test-2018', sender: 'test.uscourts.gov' },
  });
  await cloud.put('inbox/launch/launch.json', JSON.stringify(planWith(plan)));
  await cloud.settle();
  await cloud.put('inbox/roster/roster.csv', roster(addresses));
  await cloud.settle();
}

/** Each filer's status in a run with the code of its reason, by user id. */
async function statuses(runId: string, count: number): Promise<Record<string, string>> {
  const names = new Map(
    Array.from({ length: count }, (_, index) => [filerIdOf('test', `user${index + 1}`), `user${index + 1}`]),
  );
  const log = sendLogStore({ env: cloud.env, clock: cloud.clock });
  const found: [string, string][] = [];
  for await (const { filerId, send } of sendsOf(log.facts(runId))) {
    const reason = send.fact?.reason;
    found.push([names.get(filerId) ?? filerId, reason ? `${send.status} ${reason}` : send.status]);
  }
  return Object.fromEntries(found.sort());
}

function told(kind: string): unknown[] {
  return cloud.events.filter((event) => event['detail-type'] === kind).map(({ detail }) => detail);
}

function recipients(): string[] {
  return cloud.outbox.flatMap(({ to }) => to).sort();
}

describe('a phase', () => {
  it('reaches everyone once, though its schedule fires twice', async () => {
    await launch(numbered(60), { scheduleDeliveries: 2 });
    await cloud.advanceTo('2018-07-24T14:00:00Z');
    expect(recipients()).toEqual(numbered(60).sort());
    // The tick comes twice as well, and an event may: nothing promises it once.
    expect(told('PhaseCompleted')[0]).toMatchObject({ run: NOTICE, delivered: 60 });
    expect(cloud.failures).toEqual([]);
    expect(cloud.denials).toEqual([]);
  });

  it('continues slower when SES throttles, and loses no one', async () => {
    let refused = 0;
    const fault = () =>
      refused++ % 5 === 2
        ? ({ kind: 'refuse', code: 'Throttling', message: 'Maximum sending rate exceeded.' } as const)
        : null;
    await launch(numbered(30), { ses: { fault } });
    await cloud.advanceTo('2018-07-24T15:00:00Z');
    expect(recipients()).toEqual(numbered(30).sort());
    expect(cloud.log.filter(({ code }) => code === 'rate-slowed').length).toBeGreaterThan(2);
    expect(Object.values(await statuses(NOTICE, 30)).every((status) => status === 'delivered')).toBe(true);
  });

  it('calls unknown what SES never answered, and lets an event settle it', async () => {
    const fault = (mail: { to: readonly string[] }) =>
      mail.to[0] === 'filer1@example.com'
        ? ({ kind: 'reset', accepted: true } as const)
        : mail.to[0] === 'filer2@example.com'
          ? ({ kind: 'server-error', accepted: false } as const)
          : null;
    await launch(numbered(3), { ses: { fault } });
    await cloud.advanceTo('2018-07-24T14:00:00Z');
    expect(await statuses(NOTICE, 3)).toEqual({
      user1: 'delivered',
      user2: 'unknown ses-503',
      user3: 'delivered',
    });
    expect(told('SendsNeedAttention')).toMatchObject([{ run: NOTICE, sends: 1 }]);
  });

  it('holds everything when SES refuses every email, and continues when the hold is lifted', async () => {
    let paused = true;
    const fault = () =>
      paused ? ({ kind: 'refuse', code: 'AccountSendingPausedException', message: 'paused' } as const) : null;
    await launch(numbered(30), { ses: { fault } });
    await cloud.advanceTo('2018-07-24T13:30:00Z');
    expect(recipients()).toEqual([]);
    expect(told('PhaseHeld')).toMatchObject([{ run: NOTICE, scope: 'all', reason: 'ses-account-paused' }]);
    paused = false;
    await sendGate(cloud.env).lift('all', 'ses-account-paused');
    await cloud.advanceTo('2018-07-24T14:30:00Z');
    expect(recipients()).toEqual(numbered(30).sort());
  });

  it('is held whole while it does not fit the daily quota', async () => {
    await launch(numbered(30), { ses: { max24HourSend: 20 } });
    await cloud.advanceTo('2018-07-24T14:00:00Z');
    expect(recipients()).toEqual([]);
    expect(told('PhaseHeld')).toMatchObject([{ run: NOTICE, reason: 'daily-quota', mailable: 30 }]);
    cloud.sesLimits.max24HourSend = 100;
    await cloud.advanceTo('2018-07-24T15:00:00Z');
    expect(recipients()).toEqual(numbered(30).sort());
  });

  it('is held when the daily quota runs out under it, and continues when it is freed', async () => {
    await launch(numbered(30), { ses: { max24HourSend: 100, maxSendRate: 1 } });
    await cloud.advanceTo('2018-07-24T12:59:00Z');
    cloud.sesLimits.max24HourSend = 30;
    const running = cloud.advanceTo('2018-07-24T13:30:00Z');
    while (cloud.outbox.length < 12) await new Promise((resolve) => setImmediate(resolve));
    cloud.sesLimits.max24HourSend = 12;
    await running;
    expect(recipients()).toHaveLength(12);
    expect(told('PhaseHeld')).toMatchObject([{ run: NOTICE, reason: 'ses-daily-quota' }]);
    cloud.sesLimits.max24HourSend = 100;
    await cloud.advanceTo('2018-07-24T14:30:00Z');
    expect(recipients()).toEqual(numbered(30).sort());
  });

  it('that takes longer than a sender may run is handed to the next one', async () => {
    await launch(numbered(6), { ses: { maxSendRate: 0.1 } });
    await cloud.advanceTo('2018-07-24T13:03:00Z');
    expect(recipients()).toEqual(numbered(6).sort());
    expect(cloud.log.map(({ code }) => code)).toContain('deadline-near');
    expect([cloud.denials, cloud.failures]).toEqual([[], []]);
  });

  it('skips filers who bounced or complained before, and says so', async () => {
    const addresses = [
      'bounce@simulator.amazonses.com',
      'complaint@simulator.amazonses.com',
      'a@example.com',
    ];
    await launch(addresses, LATE_NOTICE);
    await cloud.advanceTo('2018-10-17T14:00:00Z');
    expect(await statuses(LATE_NOTICE.run, 3)).toEqual({
      user1: 'bounced Permanent/General',
      user2: 'complained abuse',
      user3: 'delivered',
    });
    await cloud.advanceTo('2018-10-18T15:00:00Z');
    expect(await statuses('warning_20181018T140000Z', 3)).toEqual({
      user1: 'skipped suppressed-hard-bounce',
      user2: 'skipped suppressed-complaint',
      user3: 'delivered',
    });
  });

  it('holds a follow-up without fresh link status, and skips who linked since it was decided', async () => {
    await launch(numbered(2), LATE_NOTICE);
    await cloud.advanceTo('2018-10-23T15:00:00Z');
    expect(told('RosterAwaited')).toMatchObject([{ phase: 'follow-up-1', progressAsOf: null }]);
    await cloud.advanceTo('2018-10-24T14:10:00Z');
    expect(told('PhaseHeld')).toMatchObject([{ phase: 'follow-up-1', reason: 'progress-stale' }]);
    await sendGate(cloud.env).hold(FOLLOW_UP, 'person');
    await cloud.put('inbox/update/links.csv', 'user id,link status\nuser1,unlinked\nuser2,unlinked');
    await cloud.advanceTo('2018-10-24T14:20:00Z');
    await cloud.put('inbox/update/more-links.csv', 'user id,link status\nuser2,linked');
    await cloud.advanceTo('2018-10-24T14:30:00Z');
    await sendGate(cloud.env).lift(FOLLOW_UP, 'person');
    await cloud.advanceTo('2018-10-24T15:00:00Z');
    await cloud.advanceTo('2018-10-24T15:01:00Z');
    expect(await statuses(FOLLOW_UP, 2)).toEqual({ user1: 'delivered', user2: 'skipped now-linked' });
    const mails = cloud.outbox.filter(({ to }) => to.includes('filer1@example.com'));
    const first = `<${mails[0]!.messageId}@email.amazonses.com>`;
    expect((await simpleParser(Buffer.from(mails.at(-1)!.raw))).references).toBe(first);
  });

  it('skips whom the newest roster takes out of it: who is gone, contradicts itself or waits for the court', async () => {
    await launch(numbered(4), {
      from: '2018-10-24T13:45:00Z',
      plan: { roster: { maxGonePercent: 30 } },
    });
    await sendGate(cloud.env).hold('all', 'person');
    await cloud.put('inbox/update/links.csv', 'user id,link status\nuser1,unlinked');
    await cloud.advanceTo('2018-10-24T14:01:00Z');
    const newest = [
      `${HEADER},link status,link as of`,
      'user1,"Filer1, A",filer1@example.com,individual,legacy,unlinked,2018-10-24',
      'user2,"Filer2, A",filer2@example.com,individual,legacy,linked,2018-10-01',
      'user3,"Filer3, A",filer3@example.com,individual,legacy,pending,2018-10-24',
    ];
    await cloud.put('inbox/roster/newest.csv', newest.join('\n'));
    await cloud.advanceTo('2018-10-24T14:02:00Z');
    await sendGate(cloud.env).lift('all', 'person');
    await cloud.advanceTo('2018-10-24T14:21:00Z');
    await cloud.advanceTo('2018-10-24T14:22:00Z');
    expect(await statuses(FOLLOW_UP, 4)).toEqual({
      user1: 'delivered',
      user2: 'skipped now-conflict',
      user3: 'skipped now-awaiting-court',
      user4: 'skipped now-gone',
    });
  });

  it('ends what is still held at its expiry as skipped', async () => {
    await launch(numbered(3));
    await sendGate(cloud.env).hold('all', 'person');
    await cloud.advanceTo('2018-07-28T13:00:00Z');
    expect(recipients()).toEqual([]);
    expect(Object.values(await statuses(NOTICE, 3))).toEqual(Array(3).fill('skipped expired'));
    expect((await runStore(cloud.env).run(NOTICE))?.completedAt).toBeDefined();
  });

  it('that no one could start for over an hour is missed, and starts when a person releases it', async () => {
    const plan = { 'phases.0.hold': true, roster: { maxUnreachablePercent: 50 } };
    await launch([...numbered(3), ''], { plan });
    await cloud.advanceTo('2018-07-24T15:00:00Z');
    expect(told('PhaseHeld').length).toBeGreaterThan(1);
    expect(recipients()).toEqual([]);
    const result = await cloud.invoke('ReleasePhase', { phaseId: 'notice-1', by: 'clerk-1', why: 'ready' });
    expect(result).toEqual({ started: true, runId: NOTICE });
    await cloud.settle();
    expect(recipients()).toEqual(numbered(3).sort());
    expect(await statuses(NOTICE, 4)).toMatchObject({ user4: 'skipped unreachable' });
  });

  it('that a person releases without a roster waits for one, and says so', async () => {
    cloud = await startCloud({
      clock: virtualClock('2018-07-24T12:00:00Z'),
      launch: { name: 'test-2018', sender: 'test.uscourts.gov' },
    });
    await cloud.put('inbox/launch/launch.json', JSON.stringify(planWith({ 'phases.0.hold': true })));
    await cloud.advanceTo('2018-07-24T13:10:00Z');
    const result = await cloud.invoke('ReleasePhase', { phaseId: 'notice-1', by: 'clerk-1', why: 'ready' });
    expect(result).toMatchObject({ started: false, reason: 'no-roster' });
    expect(told('PhaseHeld')).toMatchObject([{ reason: 'held-by-plan' }, { reason: 'no-roster' }]);
    expect(cloud.denials).toEqual([]);
  });

  it('of launch day is not released before its hour, and a complete one not again', async () => {
    const from = '2018-10-22T12:00:00Z';
    await launch(numbered(3), { from, plan: { confirmFilingOpen: true } });
    const release = () =>
      cloud.invoke('ReleasePhase', { phaseId: 'open', by: 'clerk-1', why: 'I tried to file' });
    expect(await release()).toEqual({ started: false, reason: 'too-early' });
    await cloud.advanceTo('2018-10-22T12:50:00Z');
    expect(recipients()).toEqual([]);
    expect(told('PhaseHeld')).toMatchObject([{ phase: 'open', reason: 'unconfirmed' }]);
    expect(await release()).toMatchObject({ started: true });
    await cloud.advanceTo('2018-10-22T13:10:00Z');
    expect(recipients()).toEqual(numbered(3).sort());
    expect(await release()).toEqual({ started: false, reason: 'complete' });
    const releases = (await auditReaderOf(cloud).entries(100)).filter(({ act }) => act.act === 'release');
    expect(releases).toHaveLength(1);
  });
});
