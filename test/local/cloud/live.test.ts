import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { shiftedClock } from '../../support/local/shifted-clock.ts';

const PLAN = readFileSync('examples/nysb-2018/launch.json', 'utf8');
const ROSTER = [
  'cmecf_user_id,last_name,email,pacer_account',
  'one,One,one@example.com,individual',
  'two,Two,bounce@simulator.amazonses.com,individual',
].join('\n');
const FIRST_NOTICE = Temporal.Instant.from('2018-07-24T13:00:00Z');

let cloud: Cloud;
/** Runs at the pace of the machine's clock; set forward by hand, so that the test needn't wait for an hour. */
let clock = shiftedClock(FIRST_NOTICE.subtract({ hours: 1 }));
beforeAll(async () => {
  cloud = await startCloud({
    clock: { now: () => clock.now(), sleep: (milliseconds) => clock.sleep(milliseconds) },
    ses: { eventDelays: { Send: 0.2, Delivery: 0.5, Bounce: 0.5 } },
  });
});
afterAll(() => cloud.stop());

const phases = () => cloud.schedules().filter(({ group }) => group === 'crier-nysb-2018');
const published = (kind: string) => cloud.events.filter((event) => event['detail-type'] === kind);

/** Waits until a test holds; if it doesn't in time, the error says what the cloud did instead. */
async function until(test: () => void): Promise<void> {
  await vi.waitFor(test, { timeout: 30_000, interval: 100 }).catch(async (cause: Error) => {
    const log = cloud.log.map(
      ({ functionId, code, fields }) => `${functionId} ${code} ${JSON.stringify(fields)}`,
    );
    const did = {
      log,
      failures: cloud.failures,
      denials: cloud.denials,
      deadLetters: await cloud.deadLetters(),
    };
    throw new Error(`${cause.message}\n${JSON.stringify(did, null, 2)}`, { cause });
  });
}

describe('a live cloud', () => {
  it('takes a plan, and a second one moves every schedule and leaves none of the old', async () => {
    await cloud.put('inbox/launch/launch.json', PLAN);
    await until(() => expect(published('LaunchPlanned')).toHaveLength(1));
    const before = phases();
    expect(before).toHaveLength(10);
    const moved = JSON.parse(PLAN);
    const later = (phase: { id: string; when: { at: string } }) =>
      phase.id === 'notice-1' ? phase : { ...phase, when: { ...phase.when, at: '11:11' } };
    moved.phases = moved.phases.slice(0, 8).map(later);
    moved.phases[1].id = 'renamed';
    await cloud.put('inbox/launch/moved.json', JSON.stringify(moved));
    await until(() => expect(published('LaunchPlanned')).toHaveLength(2));
    const zone = 'America/New_York';
    expect(
      phases()
        .map(({ name, next }) => `${name} ${next?.toZonedDateTimeISO(zone).toPlainTime()}`)
        .sort(),
    ).toEqual([
      'follow-up-1 11:11:00',
      'follow-up-2 11:11:00',
      'launch-day 11:11:00',
      'notice-1 09:00:00',
      'notice-3 11:11:00',
      'notice-4 11:11:00',
      'pre-outage 11:11:00',
      'renamed 11:11:00',
    ]);
  });

  it('sends a phase at its time, and hears what happened to it', async () => {
    await cloud.put('inbox/roster/roster.csv', ROSTER);
    await until(() => expect(published('RosterIngested')).toHaveLength(1));
    expect(cloud.outbox).toEqual([]);
    clock = shiftedClock(FIRST_NOTICE.subtract({ seconds: 1 }));
    await until(() => expect(cloud.outbox).toHaveLength(2));
    expect(Temporal.Instant.compare(cloud.outbox[0]!.at, FIRST_NOTICE)).toBeGreaterThanOrEqual(0);
    const kinds = () => cloud.log.filter(({ code }) => code === 'feedback').map(({ fields }) => fields.kind);
    // Whether the log has `sent` before the event comes is a race here.
    const outcomes = () => kinds().filter((kind) => kind !== 'send');
    await until(() => expect(outcomes().sort()).toEqual(['bounced', 'delivered']));
    expect(cloud.failures).toEqual([]);
    expect(cloud.denials).toEqual([]);
  });

  it('moves no time by hand', () => {
    expect(() => cloud.settle()).toThrow('the clock must be virtual');
  });
});
