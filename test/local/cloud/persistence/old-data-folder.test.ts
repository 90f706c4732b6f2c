import { rmSync } from 'node:fs';
import type { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../../functions/domain/audit-entry.ts';
import { filerIdOf } from '../../../../functions/domain/filer/filer-id.ts';
import type { RunsReport } from '../../../../functions/queries/run-reports.ts';
import type { SendReport } from '../../../../functions/queries/send-reports.ts';
import type { SuppressedPage } from '../../../../functions/queries/suppressed.ts';
import { virtualClock } from '../../../../local/cloud/clock/clock.ts';
import { keptClock } from '../../../../local/cloud/clock/kept.ts';
import { type Cloud, startCloud } from '../../../../local/cloud/cloud.ts';
import { anOldDataFolder } from '../../../support/local/old-data-folder.ts';

const NOTICE_1 = 'notice-1_20180724T130000Z';
const NOTICE_2 = 'notice-2_20180823T130000Z';
const WARNING = 'warning_20181018T140000Z';
const USERS = [
  'good',
  'upgraded',
  'bounces',
  'complains',
  'refused',
  'silent',
  'leaves',
  'nomail',
  'joins',
] as const;

const dataDir = anOldDataFolder();
let cloud: Cloud;
beforeAll(() => startAt(keptClock(dataDir)!.at));
afterAll(async () => {
  await cloud?.stop();
  rmSync(dataDir, { recursive: true });
});

async function startAt(time: Temporal.Instant | string): Promise<void> {
  const launch = { name: 'test-2018', sender: 'test.uscourts.gov' };
  cloud = await startCloud({ clock: virtualClock(time), launch, dataDir });
}

/** Asks or acts as a person of operations. */
const ask = <Answer>(event: object) => cloud.invoke('Act', event) as Promise<Answer>;

/** Status, attempt and reason by user id, of those that the log knows. */
async function statuses(runId: string): Promise<Record<string, string>> {
  const entries = USERS.map(async (user) => {
    const sends = await ask<SendReport[]>({ act: 'show', filerId: filerIdOf('test', user) });
    const own = sends.filter((send) => send.runId === runId);
    return own.map(({ status, attempt, reason }) => [user, [status, attempt, reason].join(' ').trim()]);
  });
  return Object.fromEntries((await Promise.all(entries)).flat());
}

const mailed = (runId: string) =>
  cloud.outbox
    .filter(({ tags }) => tags.run === runId)
    .map(({ to }) => to[0])
    .toSorted();

const runs = async () => (await ask<RunsReport>({ act: 'runs' })).runs;

describe('a data folder of an earlier Crier', () => {
  it('tells what happened to each send of its run, and counts them', async () => {
    expect(await statuses(NOTICE_1)).toEqual({
      good: 'delivered 1',
      upgraded: 'delivered 1',
      bounces: 'bounced 1 Permanent/General',
      complains: 'complained 1 abuse',
      refused: 'delivered 2',
      silent: 'unknown 1 ses-ETIMEDOUT',
      leaves: 'delivered 1',
      nomail: 'skipped 1 unreachable',
    });
    const [first, second] = await runs();
    expect(first).toMatchObject({
      runId: NOTICE_1,
      state: 'complete',
      audience: 8,
      byStatus: { delivered: 4, bounced: 1, complained: 1, unknown: 1, skipped: 1 },
      differences: [],
    });
    expect(second).toMatchObject({ runId: NOTICE_2, state: 'held', byStatus: { waiting: 5, skipped: 3 } });
    expect(mailed(NOTICE_1)).toHaveLength(6);
  });

  it('tells what people did, with which rosters, and which filers it suppresses', async () => {
    const records = await ask<AuditEntry[]>({ act: 'acts' });
    const [july, august] = ['20180724T120000Z', '20180820T120000Z'].map((at) => expect.stringContaining(at));
    expect(records.map(({ act, before, after }) => [act.act, before, after])).toEqual([
      ['hold', [], ['person']],
      ['activate', [july], [august]],
      ['retry', ['1 failed or unknown'], [`${filerIdOf('test', 'refused')}#2`]],
      ['lift', ['person'], []],
      ['hold', [], ['person']],
    ]);
    const { suppressed } = await ask<SuppressedPage>({ act: 'suppressed' });
    expect(suppressed.map(({ filerId, reason }) => [filerId, reason]).toSorted()).toEqual(
      [
        [filerIdOf('test', 'bounces'), 'hard-bounce'],
        [filerIdOf('test', 'complains'), 'complaint'],
      ].toSorted(),
    );
  });

  it('continues with the held run once it is lifted, and emails exactly those who wait', async () => {
    await ask({ act: 'lift', scope: 'all', by: 'ops1', why: 'Open again' });
    await cloud.advanceTo('2018-08-23T13:40:00Z');
    const waiting = ['good', 'joins', 'refused', 'silent', 'upgraded'];
    expect(mailed(NOTICE_2)).toEqual(waiting.map((user) => `${user}@example.com`));
    expect(await statuses(NOTICE_2)).toEqual({
      ...Object.fromEntries(waiting.map((user) => [user, 'delivered 1'])),
      bounces: 'skipped 1 suppressed-hard-bounce',
      complains: 'skipped 1 suppressed-complaint',
      nomail: 'skipped 1 unreachable',
    });
    const second = (await runs()).find(({ runId }) => runId === NOTICE_2);
    expect(second).toMatchObject({ state: 'complete', differences: [] });
  });

  it('sends the next phase of its plan at its time, to the filers of its roster, once', async () => {
    await cloud.stop();
    // Not all the way by the clock: eight weeks of ticks take 20 seconds.
    await startAt('2018-10-18T13:50:00Z');
    await cloud.advanceTo('2018-10-18T14:40:00Z');
    expect(mailed(WARNING)).toEqual(mailed(NOTICE_2));
    expect(mailed(NOTICE_1)).toHaveLength(6);
    expect([cloud.failures, cloud.denials]).toEqual([[], []]);
  });
});
