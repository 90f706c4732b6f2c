import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect } from 'vitest';
import { planStore } from '../../../functions/aws/plans.ts';
import type { StoredPlan } from '../../../functions/domain/plan/stored-plan.ts';
import { aPlanInput, planWith } from '../../support/builders/plan.ts';
import { aLaunchCloud, type LaunchCloud } from '../../support/clouds/launch-cloud.ts';

export const PLAN = JSON.stringify(aPlanInput());
/** The schedules of {@link PLAN}. */
export const FOUR = [
  'follow-up-1 at(2018-10-24T10:00:00) America/New_York',
  'notice-1 at(2018-07-24T09:00:00) America/New_York',
  'open at(2018-10-22T08:45:00) America/New_York',
  'warning at(2018-10-18T10:00:00) America/New_York',
];
/** Twelve days later, with another notice and without the follow-up. */
export const MOVED = JSON.stringify(
  planWith({
    'goLive.date': '2018-11-03',
    outages: { filing: { from: '2018-10-31T08:30', to: '2018-11-03T08:30' } },
    phases: [
      ...aPlanInput().phases.slice(0, 3),
      { id: 'notice-2', kind: 'notice', when: { days: -30, anchor: 'go-live', at: '09:00' } },
    ],
  }),
);
export const DONE = { batchItemFailures: [] };
export const FAILED = { batchItemFailures: [{ itemIdentifier: 'm0' }] };

/** A cloud for each test of a file, with what its tests do in it. */
export function aCloudForEach() {
  let cloud: LaunchCloud;
  beforeEach(async () => {
    cloud = await aLaunchCloud('2018-07-01T13:00:00Z');
  });
  afterEach(() => cloud.close());
  return {
    /** The cloud of the test that runs. */
    cloud: () => cloud,
    moveTo: (instant: string) => cloud.clock.moveTo(Temporal.Instant.from(instant)),
    /** Uploads under `inbox/launch/` a minute after the last upload. @returns the body of the message about it */
    upload: async (content: string | Uint8Array, name = 'launch.json'): Promise<string> => {
      cloud.clock.moveTo(cloud.clock.now().add({ minutes: 1 }));
      const body = await cloud.put(name, content);
      expect(await cloud.deliver(body)).toEqual([DONE]);
      return body;
    },
    currentPlan: (): Promise<StoredPlan | null> => planStore(cloud.env, cloud.db).current(),
    /** @param key Under `reports/launch/`. @returns `null` when there is none */
    report: async (key: string): Promise<Record<string, unknown>> =>
      JSON.parse((await cloud.reports()).get(`reports/launch/${key}`) ?? 'null'),
    events: async (): Promise<[kind: string, detail: unknown][]> =>
      (await cloud.events()).map((event) => [event['detail-type'], event.detail]),
  };
}
