import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { aPlanInput, planWith } from '../../support/builders/plan.ts';

const FIRST = 'inbox/launch/first.json';
let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud({
    clock: virtualClock('2018-07-01T13:00:00Z'),
    launch: { name: 'test-2018', sender: 'test.uscourts.gov' },
  });
});
afterAll(() => cloud.stop());

async function upload(plan: unknown, key = 'inbox/launch/launch.json'): Promise<void> {
  await cloud.put(key, JSON.stringify(plan));
  await cloud.settle();
}

/** The event of an upload, as the queue hands it to PlanLaunch again. */
function deliveredAgain(key: string, time: string): object {
  const detail = { bucket: { name: cloud.bucket }, object: { key, size: 1 } };
  return { Records: [{ messageId: 'm1', body: JSON.stringify({ time, detail }) }] };
}

/** The schedules of phases, by name. */
function schedules(): string[] {
  const phases = cloud.schedules().filter(({ group }) => group === 'crier-test-2018');
  return phases.map(({ name, input }) => `${name} ${input.ScheduleExpression}`);
}

describe('a launch that is moved', () => {
  it('has the schedules of its first plan', async () => {
    await upload(aPlanInput(), FIRST);
    expect(schedules()).toEqual([
      'follow-up-1 at(2018-10-24T10:00:00)',
      'notice-1 at(2018-07-24T09:00:00)',
      'open at(2018-10-22T08:45:00)',
      'warning at(2018-10-18T10:00:00)',
    ]);
  });

  it('has every schedule moved by its second plan, and none of the first, once a phase is due', async () => {
    await cloud.advanceTo('2018-07-24T13:00:30Z');
    await upload(
      planWith({
        'goLive.date': '2018-12-03',
        outages: { filing: { from: '2018-11-30T08:30', to: '2018-12-03T08:30' } },
        phases: [
          ...aPlanInput().phases.slice(0, 3),
          { id: 'follow-up-2', kind: 'follow-up', when: { days: 9, anchor: 'outage-end', at: '10:00' } },
        ],
      }),
    );
    expect(schedules()).toEqual([
      'follow-up-2 at(2018-12-12T10:00:00)',
      'notice-1 at(2018-09-04T09:00:00)',
      'open at(2018-12-03T08:45:00)',
      'warning at(2018-11-29T10:00:00)',
    ]);
  });

  it('keeps them when a later plan is refused, and has none while go-live is to be announced', async () => {
    const before = schedules();
    await upload(planWith({ 'court.zone': 'Eastern' }));
    expect(schedules()).toEqual(before);
    await upload(planWith({ goLive: { certainty: 'to-be-announced' }, outages: undefined }));
    expect(schedules()).toEqual([]);
  });

  it('leaves the first plan accepted in its report when its event comes again', async () => {
    const before = await cloud.read('reports/launch/');
    const [report] = [...before.keys()].filter((key) => key.includes('first'));
    const time = JSON.parse(Buffer.from(before.get(report!)!).toString()).uploadedAt;
    await cloud.invoke('PlanLaunch', deliveredAgain(FIRST, time));
    expect(cloud.log.at(-1)).toMatchObject({ functionId: 'PlanLaunch', code: 'plan-known' });
    expect(await cloud.read('reports/launch/')).toEqual(before);
  });

  it('did all that with what its functions are granted', () => {
    expect(cloud.denials).toEqual([]);
    expect(cloud.failures).toEqual([]);
  });
});
