import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetSendQuotaCommand, SESClient } from '@aws-sdk/client-ses';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';

const PLAN = readFileSync('examples/nysb-2018/launch.json', 'utf8');
const ROSTER = [
  'cmecf_user_id,last_name,email,pacer_account',
  'one,One,one@example.com,individual',
  'two,Two,bounce@simulator.amazonses.com,individual',
].join('\n');

const dataDir = mkdtempSync(join(tmpdir(), 'crier-restart-'));
let cloud: Cloud;
afterEach(() => cloud.stop());
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Each test continues with what the previous one left on disk; queues and events on their way are gone. */
async function startAt(time: string): Promise<void> {
  cloud = await startCloud({ clock: virtualClock(time), dataDir });
}

const codes = () => cloud.log.map(({ code }) => code);

describe('a cloud that ends and starts again on the same data', () => {
  it('takes a plan in, and a roster that it has no time to read', async () => {
    await startAt('2018-07-24T12:00:00.700Z');
    await cloud.put('inbox/launch/launch.json', PLAN);
    await cloud.settle();
    await cloud.put('inbox/roster/roster.csv', ROSTER);
    expect(codes()).toEqual(['launch-planned']);
  });

  it('reads the roster, whose event was lost, as of its own time, and no upload a second time', async () => {
    await startAt('2018-07-24T12:30:00Z');
    await cloud.settle();
    expect(codes()).toContain('roster-ingested');
    expect(codes()).not.toContain('launch-planned');
    expect([...(await cloud.read('reports/roster/')).keys()]).toContain(
      'reports/roster/roster.csv/20180724T120001Z.json',
    );
  });

  it('has the schedules of the plan again with the first tick, and sends', async () => {
    await startAt('2018-07-24T12:40:00Z');
    expect(cloud.schedules().filter(({ group }) => group === 'crier-nysb-2018')).toEqual([]);
    await cloud.advanceTo('2018-07-24T13:00:00Z');
    expect(codes()).toContain('phase-started');
    expect(cloud.outbox).toHaveLength(2);
    expect(codes()).not.toContain('feedback');
  });

  it('hears what happened to the emails though the events were lost, and sends none again', async () => {
    await startAt('2018-07-24T13:10:00Z');
    await cloud.advanceTo('2018-07-24T13:30:00Z');
    const heard = cloud.log.filter(({ code }) => code === 'feedback').map(({ fields }) => fields.kind);
    expect(heard.sort()).toEqual(['bounced', 'delivered']);
    expect(cloud.outbox).toHaveLength(2);
    expect(cloud.failures).toEqual([]);
  });

  it('hears nothing twice, and counts what was sent against the day’s quota', async () => {
    await startAt('2018-07-24T14:00:00Z');
    await cloud.settle();
    expect(codes()).not.toContain('feedback');
    const quota = await new SESClient({}).send(new GetSendQuotaCommand({}));
    expect(quota.SentLast24Hours).toBe(2);
  });
});
